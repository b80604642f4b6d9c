import type { ClientBase } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import { failure } from '../connection/failure.ts';
import { openPool } from '../connection/openPool.ts';
import type { EventRow } from '../events/readEvents.ts';
import { EMPTY } from '../projection/replay.ts';
import { NO_SEALS } from '../seal/noSeals.ts';
import type { DisclosedMasks, Seals } from '../seal/seals.ts';
import { instant } from '../standing/instant.ts';
import { checkDisclosure, type DisclosureRow, type Place } from './checkDisclosure.ts';
import { checkHistory } from './checkHistory.ts';
import { checkNames, readNames, type Names } from './checkNames.ts';
import { checkProjection } from './checkProjection.ts';
import type { Finding } from './finding.ts';
import { readPeople } from './readPeople.ts';
import { readProjections } from './readProjections.ts';
import { replaySteps } from './replaySteps.ts';

/** How much was checked, and how much of it is wrong. */
export interface Verified {
  readonly events: number;
  readonly people: number;
  readonly disclosures: number;
  readonly findings: number;
}

/** Whom to tell, and how much to hold at once. */
export interface Verification {
  /** Opens what disclosures say. Without it, each of them is a finding. */
  readonly seals?: Seals;
  /** Told of each finding when it is found. */
  readonly tell?: (finding: Finding) => void;
  /** Told how far it is, now and then. */
  readonly tellProgress?: (so: Verified) => void;
  /** People held at once; 200 when nothing is said. */
  readonly peopleAtOnce?: number;
  /** Only whether each history is whole and can be followed: neither what the tables say nor who was told. */
  readonly historiesOnly?: boolean;
}

/** Rows of disclosures held at once: somebody may have been looked at very often. */
const DISCLOSURES_AT_ONCE = 2_000;

/**
 * Checks the whole record: every person's history, what the tables say against what follows from it, and every disclosure
 * against the promise that stopped means stopped. It reads one moment of the ledger, holds nobody up, writes nothing,
 * and needs no more than to read: the role "verify". Throws DECISIONS_UNAVAILABLE when the ledger cannot be reached: what
 * was not checked is never said to be right.
 */
export async function verifyLedger(connectionString: string, { seals = NO_SEALS, tell = () => undefined, tellProgress = () => undefined, peopleAtOnce = 200, historiesOnly = false }: Verification = {}): Promise<Verified> {
  const pool = openPool({ connectionString, connections: 1 });
  const so = { events: 0, people: 0, disclosures: 0, findings: 0 };
  const found = (findings: readonly Finding[]): void => {
    for (const finding of findings) tell(finding);
    so.findings += findings.length;
  };
  try {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const names = await readNames(client);
      for await (const people of readPeople(client, peopleAtOnce)) {
        const page = historiesOnly ? await checkHistories(client, people, found) : await checkPage(client, seals, people, names, found);
        so.people += people.length;
        so.events += page.events;
        so.disclosures += page.disclosures;
        tellProgress({ ...so });
      }
    } finally {
      client.release(true);
    }
    return so;
  } catch (cause) {
    throw failure(cause);
  } finally {
    await pool.end();
  }
}

async function checkPage(client: ClientBase, seals: Seals, people: readonly string[], names: Names, found: (findings: readonly Finding[]) => void): Promise<{ events: number; disclosures: number }> {
  const [rows, projections] = await Promise.all([readRows(client, people), readProjections(client, people)]);
  let events = 0;
  const places = new Map<string, Place>();
  for (const person of people) {
    const theirs = rows.get(person) ?? [];
    events += theirs.length;
    const history = checkHistory(theirs);
    const { projection, grants, openings, authorities, stoppedBy } = replaySteps(history.events);
    const isFollowed = history.isWhole && !stoppedBy;
    places.set(person, { events: theirs.map(({ position, at }) => ({ position: Number(position), at: at.getTime() })), grants: isFollowed ? grants : undefined, openings: isFollowed ? openings : undefined, authorities: isFollowed ? authorities : undefined, firstUses: new Map() });
    found([
      ...history.findings, ...history.events.flatMap((event) => checkNames(event, names)), ...(stoppedBy ? [stoppedBy] : []),
      // What follows from a history of which a part cannot be read or followed is not known: that is the finding.
      ...(isFollowed ? checkProjection(projection, projections.get(person) ?? EMPTY) : []),
    ]);
  }
  return { events, disclosures: await checkDisclosures(client, seals, people, places, found) };
}

async function checkHistories(client: ClientBase, people: readonly string[], found: (findings: readonly Finding[]) => void): Promise<{ events: number; disclosures: number }> {
  const rows = [...(await readRows(client, people)).values()];
  for (const theirs of rows) {
    const { events, findings } = checkHistory(theirs), { stoppedBy } = replaySteps(events);
    found(stoppedBy ? [...findings, stoppedBy] : findings);
  }
  return { events: rows.reduce((all, theirs) => all + theirs.length, 0), disclosures: 0 };
}

async function readRows(client: ClientBase, people: readonly string[]): Promise<ReadonlyMap<string, EventRow[]>> {
  const { rows } = await client.query<EventRow>('SELECT * FROM event WHERE person = ANY ($1::text[]) ORDER BY person, position', [people]);
  const byPerson = new Map<string, EventRow[]>(people.map((person) => [person, []]));
  for (const row of rows) byPerson.get(row.person)?.push(row);
  return byPerson;
}

async function checkDisclosures(client: ClientBase, seals: Seals, people: readonly string[], places: ReadonlyMap<string, Place>, found: (findings: readonly Finding[]) => void): Promise<number> {
  await client.query(`DECLARE told NO SCROLL CURSOR FOR SELECT id, person, request, attempt, after_position, ${instant('at')} AS at, sealed, grants, openings, authority, worker, agency, purpose FROM disclosure WHERE person = ANY ($1::text[]) ORDER BY disclosure.at`, [people]);
  let disclosures = 0;
  for (;;) {
    const { rows } = await client.query<DisclosureRow>(`FETCH ${DISCLOSURES_AT_ONCE} FROM told`);
    for (const row of rows) {
      const place = places.get(row.person);
      if (!place) throw new HouseError('INTERNAL', 'the ledger answered about somebody who was not asked for');
      found(checkDisclosure(row, openedIn(row, seals), place));
    }
    disclosures += rows.length;
    if (rows.length < DISCLOSURES_AT_ONCE) break;
  }
  await client.query('CLOSE told');
  return disclosures;
}

function openedIn(row: DisclosureRow, seals: Seals): DisclosedMasks | undefined {
  try {
    return seals.open(row, row.sealed);
  } catch {
    return undefined; // Which is found, and said.
  }
}
