import { EVERYTHING, NOTHING, maskOf, toInt8, type Mask } from '@thegither/consent';
import { copyRows, type Value } from '@thegither/local';
import { GRANTABLE_PURPOSES, REGISTER, type PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { AGENCY, PARTNER, PURPOSE } from '../house/agency.ts';
import { withoutIndexes } from './withoutIndexes.ts';

/** Somebody who is put into a ledger. */
export interface Loaded {
  readonly person: PersonId;
  readonly worker: string;
  /** Five sets of categories that are granted to the worker's agency; an empty one becomes a grant that was taken back. */
  readonly agreed: readonly Mask[];
}

const SINCE = '2026-01-01T00:00:00Z', UNTIL = '2036-01-01T00:00:00Z', ENDED = '2026-03-01T00:00:00Z';
const ALL = toInt8(maskOf(...REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name)));
const FOR_WORKERS = 5, GRANTS = 10, EVENTS = 12;
/** Primes, so that nobody's turn comes twice. */
const STEPS = [7_919, 3_571, 9_973, 5_279, 6_701, 8_111, 4_409, 2_741, 9_161, 6_043, 7_243];

/**
 * Writes people straight into the tables of a new ledger: for each an assignment that they confirmed, five grants for
 * those who ask and five that do not count (to another agency, for another purpose, ended), with their events. Who they
 * are comes by COPY, and the server makes the rows of each out of it: a million people are twenty-three million rows. These stand in the
 * order of time and not of people, as in a ledger that grew. The events' hashes are not real: nothing that decides
 * or releases reads them.
 */
export async function loadLedger(databaseUrl: string, people: readonly Loaded[]): Promise<void> {
  await connected(databaseUrl, async (client) => {
    await register(client, new Set(people.map(({ worker }) => worker)));
    await client.query('CREATE UNLOGGED TABLE loading (place int8, person text, worker text, agreed int8[])');
    await copyRows(client, { table: 'loading', columns: ['place', 'person', 'worker', 'agreed'] }, rowsOf(people));
  });
  const mixed = mixedBy(people.length);
  const parts = [[...Array(GRANTS).keys()].map((k) => grants(k, mixed(k))), [assignments(mixed(GRANTS)), ...[...Array(EVENTS).keys()].map((k) => events(k + 1, mixed(k)))]];
  await withoutIndexes(databaseUrl, ['sharing_grant', 'assignment', 'event'], async () => {
    await Promise.all(parts.map((statements) => run(databaseUrl, statements)));
  });
  await run(databaseUrl, ['DROP TABLE loading', 'VACUUM ANALYZE']);
}

function* rowsOf(people: readonly Loaded[]): Generator<Value[]> {
  for (const [place, { person, worker, agreed }] of people.entries()) yield [place, person, worker, agreed.map(toInt8)];
}

async function register(client: Client, workers: ReadonlySet<string>): Promise<void> {
  const agencies = [[AGENCY, 'Fife Works', 'employability', '0'], [PARTNER, 'Fife Partners', 'housing', toInt8(EVERYTHING)]];
  await copyRows(client, { table: 'agency', columns: ['id', 'name', 'kind', 'domain', 'holds'] }, agencies.map(([id, name, domain, holds]) => [id, name, domain, domain, holds]));
  await copyRows(client, { table: 'worker', columns: ['id', 'agency', 'name', 'roles'] }, [...workers].map((worker) => [worker, AGENCY, worker, ['KEY_WORKER']]));
  await copyRows(client, { table: 'agreement', columns: ['recipient_agency', 'holder_agency', 'categories', 'effective_from'] }, [[AGENCY, PARTNER, ALL, SINCE]]);
}

/**
 * In which order people did the same thing: in another one each time, so that the people of a caseload, who have neighbouring
 * places, stand on pages of their own, as they do who came at different times. Steps of many pages, so that a page has hardly two of them.
 */
const mixedBy = (count: number) => (k: number): string => `ORDER BY (place * ${STEPS[k % STEPS.length]!}) % ${count}`;

/** Everybody's grant of one number: the first five for the workers who ask, the others not. */
function grants(k: number, order: string): string {
  const [agency, purpose, until] = k < FOR_WORKERS ? [AGENCY, PURPOSE, UNTIL] : k < 7 ? [PARTNER, PURPOSE, UNTIL] : k < 9 ? [AGENCY, 'REFERRAL', UNTIL] : [AGENCY, PURPOSE, ENDED];
  const agreed = `agreed[${k + 1}]`, none = `${agreed} = ${toInt8(NOTHING)}`;
  const [categories, state] = k < FOR_WORKERS
    ? [`CASE WHEN ${none} THEN ${toInt8(EVERYTHING)} ELSE ${agreed} END`, `CASE WHEN ${none} THEN 'WITHDRAWN' ELSE 'ACTIVE' END`]
    : [ALL, `'ACTIVE'`];
  return `INSERT INTO sharing_grant (id, person, recipient_agency, purpose, categories, sources, basis, control, access_from, access_to, state, opened_event)
    SELECT gen_random_uuid(), person, '${agency}', '${purpose}', ${categories}, '{}', 'PUBLIC_TASK', 'AGREEMENT', '${SINCE}', '${until}', ${state}, gen_random_uuid() FROM loading ${order}`;
}

const assignments = (order: string): string =>
  `INSERT INTO assignment (id, person, recipient_worker, purposes, access_from, state, assigned_by, reason, opened_event, confirmed_event)
    SELECT gen_random_uuid(), person, worker, '{${GRANTABLE_PURPOSES.join(',')}}', '${SINCE}', 'CONFIRMED', '{"kind":"worker","id":"lead"}', 'Supports this person.', gen_random_uuid(), gen_random_uuid() FROM loading ${order}`;

/** Everybody's event of one position. */
function events(position: number, order: string): string {
  const kind = position === 1 ? 'WORKER_ASSIGNED' : position === 2 ? 'ASSIGNMENT_CONFIRMED' : 'GRANT_GIVEN';
  return `INSERT INTO event (id, person, position, kind, at, actor, key, input_hash, body, salt, hash)
    SELECT gen_random_uuid(), person, ${position}, '${kind}', '${SINCE}', ('{"kind":"person","id":"' || person || '"}')::jsonb, 'load ${position}', decode(repeat('00', 32), 'hex'),
      ('{"grant":{"id":"' || gen_random_uuid() || '","recipient":{"kind":"agency","agency":"${AGENCY}"},"purpose":"${PURPOSE}","sources":[]}}')::jsonb, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex')
      FROM loading ${order}`;
}

const run = (databaseUrl: string, statements: readonly string[]): Promise<void> => connected(databaseUrl, async (client) => {
  for (const statement of statements) await client.query(statement);
});

async function connected(databaseUrl: string, act: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
