import { maskOf, namesIn, overlaps } from '@thegither/consent';
import type { DisclosureLine, Ledger } from '@thegither/ledger';
import { openIn, type SubgraphContext } from '@thegither/subgraph';
import { parsePurpose } from '@thegither/vocabulary';
import { ownerOf } from './callerOf.ts';
import type { Page } from './caseload.ts';
import type { Cursors } from './cursors.ts';
import type { Disclosure, Disclosures } from './generated/graphql.ts';
import { readFirst } from './paging.ts';

const MOST = 100;
const MY_SHARING = maskOf('MY_SHARING');

/** Who looked at the person, latest first; null unless the decision opens it, whatever the rules around this say. Cursors are good for this caller and person alone. */
export async function readDisclosures(ledger: Ledger, cursors: Cursors, person: string, { first, after }: Page, { decision }: SubgraphContext): Promise<Disclosures | null> {
  const access = decision.of(person);
  if (access === undefined || !overlaps(openIn(access), MY_SHARING)) return null;
  const size = readFirst(first, MOST), owner = ['disclosures', person, ...ownerOf(decision.caller)];
  const lines = await ledger.readDisclosures(person, { first: size + 1, after: after ? String(cursors.open(after, owner)) : null });
  const page = lines.slice(0, size), last = page.at(-1);
  return { items: page.map(disclosureIn), next: last && lines.length > size ? cursors.seal(last.cursor, owner) : null };
}

const disclosureIn = ({ id, at, worker, agency, purpose, kind, released, withheld }: DisclosureLine): Disclosure => ({
  id, worker, agency, kind, at: new Date(at), purpose: parsePurpose(purpose) ?? null, released: namesIn(released), withheld: namesIn(withheld),
});
