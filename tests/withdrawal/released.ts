import { categoryNamed } from '@thegither/vocabulary';
import { SEALED, releasedIn, type SealedRow } from '../harness/opened.ts';
import type { Asked, TestHouse } from '../harness/startHouse.ts';
import type { TestLedger } from './testLedger.ts';

/** What is on the record about one person. */
export interface Recorded {
  readonly person: string;
  readonly grants: readonly string[];
  readonly released: bigint;
}

/** The id under which the gateway asked for the latest release since the proxy last forgot. */
export function latestRequest(house: TestHouse): string {
  const release = house.proxy('decisions').asked.findLast(({ path }) => path === '/release');
  if (typeof release?.body?.request !== 'string') throw new Error('nothing was to be released');
  return release.body.request;
}

/**
 * The disclosures of one request, in order, each once: on a busy machine an answer is now and then released too late to be
 * told, and released again under the next number.
 */
export async function disclosuresOf(ledger: TestLedger, request: string): Promise<Recorded[]> {
  const rows = await ledger.rows<SealedRow & { readonly grants: string[] }>(`SELECT ${SEALED}, d.grants FROM disclosure d WHERE d.request = $1 ORDER BY d.attempt, d.person`, [request]);
  const recorded = rows.map((row): Recorded => ({ person: row.person, grants: row.grants, released: releasedIn(row) }));
  const said = recorded.map(({ person, grants, released }) => [person, ...grants, released].join(' '));
  return recorded.filter((_, at) => said.indexOf(said[at]!) === at);
}

/**
 * What an answer told about a person that is not on the record of its request, by category: what was told has to be
 * committed before. Empty when the record holds.
 */
export async function toldOffTheRecord(house: TestHouse, ledger: TestLedger, { body }: Asked<unknown>, persona: string, request: string): Promise<string[]> {
  const person = house.personIdFor('consent', persona);
  const lines = (await disclosuresOf(ledger, request)).filter((line) => line.person === person);
  const recorded = lines.reduce((all, { released }) => all | released, 0n);
  const told = (body.extensions?.sharing ?? []).filter(({ state }) => state === 'SHARED' || state === 'SHARED_OWN_ONLY').map(({ category }) => category);
  return told.filter((category) => (recorded & (1n << BigInt(categoryNamed(category)!.bit))) === 0n);
}
