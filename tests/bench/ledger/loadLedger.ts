import { randomUUID } from 'node:crypto';
import { EVERYTHING, NOTHING, maskOf, toInt8, type Mask } from '@thegither/consent';
import { GRANTABLE_PURPOSES, REGISTER, type PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { AGENCY, PARTNER, PURPOSE } from '../house/agency.ts';
import { bytes, copyRows, type Value } from './copyRows.ts';

/** Somebody who is put into a ledger. */
export interface Loaded {
  readonly person: PersonId;
  readonly worker: string;
  /** Five sets of categories that are granted to the worker's agency; an empty one becomes a grant that was taken back. */
  readonly agreed: readonly Mask[];
}

const SINCE = '2026-01-01T00:00:00Z', UNTIL = '2036-01-01T00:00:00Z', ENDED = '2026-03-01T00:00:00Z';
const ALL = toInt8(maskOf(...REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name)));

const HASH = bytes('00'.repeat(32)), SALT = bytes('00'.repeat(16));

/**
 * Writes people straight into the tables of a new ledger: for each an assignment that they confirmed, five grants for
 * those who ask and five that do not count (to another agency, for another purpose, ended), with their events. Rows come in the
 * order of time and not of people, as in a ledger that grew. The events' hashes are not real: nothing that
 * decides or releases reads them.
 */
export async function loadLedger(databaseUrl: string, people: readonly Loaded[]): Promise<void> {
  await register(databaseUrl, new Set(people.map(({ worker }) => worker)));
  const indexes = await dropIndexes(databaseUrl);
  await Promise.all([
    copyRows(databaseUrl, 'sharing_grant', ['id', 'person', 'recipient_agency', 'purpose', 'categories', 'sources', 'basis', 'control', 'access_from', 'access_to', 'state', 'opened_event'], grants(people)),
    copyRows(databaseUrl, 'assignment', ['id', 'person', 'recipient_worker', 'purposes', 'access_from', 'state', 'assigned_by', 'reason', 'opened_event', 'confirmed_event'], assignments(people))
      .then(() => copyRows(databaseUrl, 'event', ['id', 'person', 'position', 'kind', 'at', 'actor', 'key', 'input_hash', 'body', 'salt', 'hash'], events(people))),
  ]);
  await Promise.all([indexes.slice(0, indexes.length / 2), indexes.slice(indexes.length / 2)].map((some) => run(databaseUrl, some)));
  await run(databaseUrl, ['VACUUM ANALYZE']);
}

async function register(databaseUrl: string, workers: ReadonlySet<string>): Promise<void> {
  const agencies = [[AGENCY, 'Fife Works', 'employability', '0'], [PARTNER, 'Fife Partners', 'housing', toInt8(EVERYTHING)]];
  await copyRows(databaseUrl, 'agency', ['id', 'name', 'kind', 'domain', 'holds'], agencies.map(([id, name, domain, holds]) => [id!, name!, domain!, domain!, holds!]));
  await copyRows(databaseUrl, 'worker', ['id', 'agency', 'name', 'roles'], [...workers].map((worker) => [worker, AGENCY, worker, '{KEY_WORKER}']));
  await copyRows(databaseUrl, 'agreement', ['recipient_agency', 'holder_agency', 'categories', 'effective_from'], [[AGENCY, PARTNER, ALL, SINCE]]);
}

function* grants(people: readonly Loaded[]): Generator<Value[]> {
  for (let k = 0; k < 10; k++) {
    for (const { person, agreed } of people) yield k < 5 ? grantFor(person, agreed[k]!) : grantElsewhere(person, k);
  }
}

const grantFor = (person: PersonId, agreed: Mask): Value[] =>
  [randomUUID(), person, AGENCY, PURPOSE, toInt8(agreed === NOTHING ? EVERYTHING : agreed), '{}', 'PUBLIC_TASK', 'AGREEMENT', SINCE, UNTIL, agreed === NOTHING ? 'WITHDRAWN' : 'ACTIVE', randomUUID()];

function grantElsewhere(person: PersonId, k: number): Value[] {
  const [agency, purpose, until] = k < 7 ? [PARTNER, PURPOSE, UNTIL] : k < 9 ? [AGENCY, 'REFERRAL', UNTIL] : [AGENCY, PURPOSE, ENDED];
  return [randomUUID(), person, agency, purpose, ALL, '{}', 'PUBLIC_TASK', 'AGREEMENT', SINCE, until, 'ACTIVE', randomUUID()];
}

function* assignments(people: readonly Loaded[]): Generator<Value[]> {
  for (const { person, worker } of people) yield [randomUUID(), person, worker, `{${GRANTABLE_PURPOSES.join(',')}}`, SINCE, 'CONFIRMED', '{"kind":"worker","id":"lead"}', 'Supports this person.', randomUUID(), randomUUID()];
}

function* events(people: readonly Loaded[]): Generator<Value[]> {
  for (let position = 1; position <= 12; position++) {
    const kind = position === 1 ? 'WORKER_ASSIGNED' : position === 2 ? 'ASSIGNMENT_CONFIRMED' : 'GRANT_GIVEN';
    for (const { person } of people) {
      yield [
        randomUUID(), person, position, kind, SINCE, `{"kind":"person","id":"${person}"}`, `load ${position}`, HASH,
        `{"grant":{"id":"${randomUUID()}","recipient":{"kind":"agency","agency":"${AGENCY}"},"purpose":"${PURPOSE}","sources":[]}}`, SALT, HASH,
      ];
    }
  }
}

/** Takes away what slows a load down; answers the statements that bring it back, constraints included. */
async function dropIndexes(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ indexname: string; indexdef: string; contype: string | null; tablename: string }>(
      `SELECT i.indexname, i.indexdef, c.contype, i.tablename FROM pg_indexes i LEFT JOIN pg_constraint c ON c.conname = i.indexname
        WHERE i.schemaname = 'public' AND i.tablename IN ('sharing_grant', 'assignment', 'event')`,
    );
    for (const { indexname, contype, tablename } of rows) await client.query(contype ? `ALTER TABLE ${tablename} DROP CONSTRAINT "${indexname}"` : `DROP INDEX "${indexname}"`);
    return rows.map(({ indexname, indexdef, contype, tablename }) => (contype === 'p' ? `ALTER TABLE ${tablename} ADD CONSTRAINT "${indexname}" PRIMARY KEY (id)` : indexdef));
  } finally {
    await client.end();
  }
}

async function run(databaseUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`SET maintenance_work_mem = '1GB'`);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
