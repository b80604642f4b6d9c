import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOTHING, maskOf, toInt8 } from '@thegither/consent';
import { ensureDatabase } from '@thegither/local-postgres';
import { Client, Pool } from 'pg';
import { ledgerAs } from '../connection/ledgerAs.ts';
import { hashOfEvent } from '../events/eventHash.ts';
import { eventIn, type EventRow } from '../events/readEvents.ts';
import { createLedger } from '../ledger.ts';
import { readProjection } from '../projection/readProjection.ts';
import { PROJECTION_TABLES } from '../projection/rows.ts';
import { rebuildProjection } from '../rebuild/rebuildProjection.ts';
import { addOverseers } from '../testing/overseers.ts';
import type { SealedTo } from '../seal/seals.ts';
import { everyEvent, look } from '../testing/everyEvent.ts';
import { SEALS, agree, byPerson, somebody, support, testLedger } from '../testing/testLedger.ts';
import { checkAuthority } from './checkAuthority.ts';
import { lineOf, type Finding } from './finding.ts';
import { readProjections } from './readProjections.ts';
import { verifyLedger, type Verified } from './verifyLedger.ts';

/** A ledger in which everything has happened, to be copied: nobody is connected to it. */
let whole: string;
let counts: Verified;
beforeAll(async () => {
  const house = await testLedger();
  await addOverseers(house.pool);
  await everyEvent(house.ledger);
  const count = async (what: string) => (await house.pool.query<{ n: number }>(`SELECT count(${what})::int AS n FROM event`)).rows[0]!.n;
  const { rows } = await house.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM disclosure');
  // One more has only a disclosure.
  counts = { events: await count('*'), people: await count('DISTINCT person') + 1, disclosures: rows[0]!.n, findings: 0 };
  await house.close();
  whole = house.url;
});

/** A copy of it and its owner, whom no trigger stops. */
async function copyOf(): Promise<{ url: string; owner: Client }> {
  const url = await ensureDatabase(`${process.env.TEST_POSTGRES!}postgres`, `tampered_${randomUUID()}`, decodeURIComponent(new URL(whole).pathname.slice(1)));
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query('SET session_replication_role = replica');
  return { url, owner };
}

async function verify(url: string): Promise<{ verified: Verified; findings: Finding[] }> {
  const findings: Finding[] = [];
  const verified = await verifyLedger(ledgerAs('verify', url), { seals: SEALS, tell: (finding) => findings.push(finding) });
  return { verified, findings };
}

const checksIn = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ check }) => check))].toSorted();

/** What is found when a copy was tampered with: the checks, each once. A finding says nothing about anybody. */
async function found(tamper: (owner: Client) => Promise<unknown>): Promise<string[]> {
  const { url, owner } = await copyOf();
  await tamper(owner);
  await owner.end();
  const { verified, findings } = await verify(url);
  expect(verified.findings).toBe(findings.length);
  for (const line of findings.map(lineOf)) expect(line).toMatch(/^[A-Z_]+( table [a-z_]+)?( disclosure [0-9a-f-]{36})?( event [0-9a-f-]{36})?: [a-z, :']+$/);
  return checksIn(findings);
}
const sql = (...statements: string[]) => async (owner: Client): Promise<void> => {
  for (const statement of statements) expect((await owner.query(statement)).rowCount).not.toBe(0);
};

describe('a ledger to which nothing was done', () => {
  test('is verified, everything in it counted, by an account that may only read', async () => {
    expect(await verify(whole)).toEqual({ verified: counts, findings: [] });
  });

  test('is the same however few people are held at once', async () => {
    for (const peopleAtOnce of [1, 2, 3]) expect(await verifyLedger(whole, { seals: SEALS, peopleAtOnce })).toEqual(counts);
  });

  test('is verified while people go on choosing and their rows are rebuilt under them', async () => {
    const { url, owner } = await copyOf();
    const ledger = createLedger({ connectionString: url, seals: SEALS, acknowledgeAfterMs: 0 });
    const person = somebody();
    await support(ledger, person);
    const choosing = (async () => {
      for (let n = 0; n < 12; n++) {
        const grant = await agree(ledger, person);
        await look(ledger, person);
        await ledger.withdrawGrant({ ...byPerson(person), grant });
      }
    })();
    for (let n = 0; n < 3; n++) {
      expect((await verify(url)).findings).toEqual([]);
      expect(await rebuildProjection(url)).toMatchObject({ findings: 0 });
    }
    await choosing;
    expect(await verify(url)).toMatchObject({ verified: { events: counts.events + 26, people: counts.people + 1 }, findings: [] });
    await ledger.close();
    await owner.end();
  });

  test('has its tables read of many people as of one', async () => {
    const pool = new Pool({ connectionString: whole });
    const people = (await pool.query<{ person: string }>('SELECT DISTINCT person FROM event')).rows.map(({ person }) => person);
    const many = await readProjections(pool, people);
    for (const person of people) expect(many.get(person)).toEqual(await readProjection(pool, person));
    await pool.end();
  });
});

const PAUSED = `(SELECT e FROM event e WHERE kind = 'GRANT_PAUSED')`;
const GIVEN = `id = (SELECT id FROM event WHERE kind = 'GRANT_GIVEN' ORDER BY at LIMIT 1)`;
const LAST = `position = (SELECT max(position) FROM event later WHERE later.person = event.person)`;

/** Changes an event and gives it the hash of what it says now: whoever knows how can. */
async function changeAndHash(owner: Client): Promise<void> {
  const { rows: [row] } = await owner.query<EventRow>(`UPDATE event SET key = 'another' WHERE kind = 'GRANT_PAUSED' RETURNING *`);
  await owner.query('UPDATE event SET hash = $1 WHERE id = $2', [hashOfEvent(eventIn(row!), row!.input_hash, row!.salt, row!.previous_hash), row!.id]);
}

describe('what was done to the events is found', () => {
  test.each<[string, (owner: Client) => Promise<unknown>, string[]]>([
    ['what one says was changed', sql(`UPDATE event SET body = body || '{"more": 1}' WHERE ${GIVEN}`), ['HASH']],
    ['what one gave was changed', sql(`UPDATE event SET body = jsonb_set(body, '{grant,to}', '"2099-01-01T00:00:00.000Z"') WHERE ${GIVEN}`), ['HASH', 'ROW_CHANGED']],
    ['who did it was changed', sql(`UPDATE event SET actor = '{"kind":"worker","id":"isla"}' WHERE kind = 'GRANT_PAUSED'`), ['HASH']],
    ['the input of one was changed', sql(`UPDATE event SET input_hash = '\\x00' WHERE kind = 'GRANT_PAUSED'`), ['HASH']],
    ['one was changed and given a new hash', changeAndHash, ['PREVIOUS']],
    ['the time of one was changed', sql(`UPDATE event SET at = at - interval '1 day' WHERE kind = 'GRANT_PAUSED'`), ['HASH', 'ORDER', 'OUT_OF_TIME']],
    ['one in the middle was removed', sql(`DELETE FROM event WHERE kind = 'REQUEST_PUT_OFF'`), ['POSITION', 'PREVIOUS']],
    ['one that made something was removed', sql(`DELETE FROM event WHERE kind = 'EXCLUDED'`), ['POSITION', 'PREVIOUS', 'REPLAY']],
    ['the first ones were removed', sql(`DELETE FROM event WHERE kind = 'WORKER_ASSIGNED'`), ['POSITION', 'PREVIOUS', 'REPLAY']],
    ['the last ones were removed', sql(`DELETE FROM event WHERE ${LAST}`), ['NO_SUCH_EVENT', 'ROW_CHANGED']],
    ['a whole history was removed', sql(`DELETE FROM event WHERE person = (${PAUSED}).person`), ['NO_SUCH_EVENT', 'NO_SUCH_GRANT', 'ROW_WITHOUT_EVENT']],
    ['all of it was removed', sql('DELETE FROM event'), ['NO_SUCH_AUTHORITY', 'NO_SUCH_EVENT', 'NO_SUCH_GRANT', 'NO_SUCH_OPENING', 'ROW_WITHOUT_EVENT']],
    ['one was put in at the end', sql(`INSERT INTO event SELECT gen_random_uuid(), person, position + 1, kind, at, actor, key || ' again', input_hash, body, salt, hash, hash FROM event WHERE ${LAST} AND kind = 'SHARING_RESUMED'`), ['HASH', 'ROW_CHANGED']],
    ['one was put in between', sql(`UPDATE event SET position = position + 1000 WHERE person = (${PAUSED}).person AND position > (${PAUSED}).position`, `UPDATE event SET position = position - 999 WHERE position > 1000`,
      `INSERT INTO event SELECT gen_random_uuid(), person, position + 1, kind, at, actor, key || ' again', input_hash, body, salt, hash, hash FROM event WHERE kind = 'GRANT_PAUSED'`), ['GRANT_TOO_EARLY', 'HASH']],
    ['two were put in another order', sql(`UPDATE event SET position = position + 1000 WHERE kind = 'GRANT_RESUMED'`, `UPDATE event SET position = position + 1 WHERE kind = 'GRANT_PAUSED'`, `UPDATE event SET position = position - 1001 WHERE kind = 'GRANT_RESUMED'`),
      ['HASH', 'ORDER', 'PREVIOUS']],
    ['one was given to somebody else', sql(`UPDATE event SET person = 'another' WHERE kind = 'GRANT_PAUSED'`), ['HASH', 'NO_SUCH_EVENT', 'POSITION', 'PREVIOUS', 'REPLAY']],
    ['one became of a kind that there is not', sql(`UPDATE event SET kind = 'GRANT_SUSPENDED' WHERE kind = 'GRANT_PAUSED'`), ['UNREADABLE']],
    ['one became what it cannot be', sql(`UPDATE event SET body = '[]' WHERE kind = 'GRANT_PAUSED'`), ['HASH', 'REPLAY']],
    ['a worker whom they name is gone', sql(`UPDATE worker SET id = 'somebody else' WHERE id = 'isla'`), ['NOBODY']],
    ['a team whom they name is gone', sql(`UPDATE team SET id = 'somewhere else' WHERE id = 'east'`), ['NOBODY']],
    ['an agency that is a source is gone', sql(`UPDATE agency SET id = 'elsewhere' WHERE id = 'fife-housing'`), ['NOBODY']],
    ['an agency whom they name is gone', sql(`UPDATE agency SET id = 'elsewhere' WHERE id = 'fife-works'`), ['NOBODY']],
  ])('when %s', async (_, tamper, checks) => {
    expect(await found(tamper)).toEqual(checks);
  });
});

interface Column { readonly table: string; readonly column: string; readonly type: string }

/** Another value of the same type. */
const OTHERS: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || ' '`,
  bigint: (column) => `coalesce(${column}, 0) # 1`,
  integer: (column) => `${column} + 1`,
  uuid: () => 'gen_random_uuid()',
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '1 millisecond'`,
  ARRAY: (column) => `array_append(${column}, 'another')`,
  jsonb: (column) => `${column} || '{"more": 1}'`,
};

/** One row of a table. */
const one = (table: string): string => `id = (SELECT id FROM "${table}" ORDER BY id LIMIT 1)`;

describe('what was done to the tables is found', () => {
  let copy: { url: string; owner: Client };
  let columns: Column[];
  beforeAll(async () => {
    copy = await copyOf();
    ({ rows: columns } = await copy.owner.query<Column>(
      `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY ($1::text[])`, [[...PROJECTION_TABLES]]));
    const { rows: rules } = await copy.owner.query<{ drop: string }>(`SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`);
    for (const { drop } of rules) await copy.owner.query(drop);
  });
  afterAll(() => copy.owner.end());

  /** Does it, says what is found, and has it as it was. */
  async function foundOnce(table: string, statement: string): Promise<string[]> {
    const rows = (await copy.owner.query<object>(`DELETE FROM "${table}" RETURNING *`)).rows;
    const put = () => copy.owner.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, [JSON.stringify(rows)]);
    await put();
    expect((await copy.owner.query(statement)).rowCount).toBe(1);
    const { findings } = await verify(copy.url);
    await copy.owner.query(`DELETE FROM "${table}"`);
    await put();
    expect(findings.filter((finding) => finding.table !== table)).toEqual([]);
    return checksIn(findings);
  }

  test('in every column of every table: a new one is covered without anybody listing it', async () => {
    expect(columns.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const { table, column, type } of columns) {
      const checks = await foundOnce(table, `UPDATE "${table}" SET "${column}" = ${OTHERS[type]!(`"${column}"`)} WHERE ${one(table)}`);
      const expected = column === 'id' || column === 'person' ? ['ROW_MISSING', 'ROW_WITHOUT_EVENT'] : ['ROW_CHANGED'];
      if (JSON.stringify(checks) !== JSON.stringify(expected)) wrong.push(`${table}.${column}: ${checks.join()}`);
    }
    expect(wrong).toEqual([]);
    expect((await verify(copy.url)).findings).toEqual([]);
  }, 120_000);

  test.each([...PROJECTION_TABLES])('when a row of %s was removed, or put in', async (table) => {
    expect(await foundOnce(table, `DELETE FROM "${table}" WHERE ${one(table)}`)).toEqual(['ROW_MISSING']);
    const names = columns.filter((column) => column.table === table && column.column !== 'id').map(({ column }) => `"${column}"`).join(', ');
    expect(await foundOnce(table, `INSERT INTO "${table}" (id, ${names}) SELECT gen_random_uuid(), ${names} FROM "${table}" WHERE ${one(table)}`)).toEqual(['ROW_WITHOUT_EVENT']);
  });
});

const TOLD = `id = (SELECT d.id FROM disclosure d JOIN event e ON e.kind = 'GRANT_PAUSED' AND d.person = e.person ORDER BY d.at LIMIT 1)`;
const ITS_END = `(SELECT position FROM event WHERE id = (SELECT ended_event FROM sharing_grant WHERE id = disclosure.grants[1]))`;
const ACCESS = (column: string) => `(SELECT ${column} FROM sharing_grant WHERE id = disclosure.grants[1])`;
const ANOTHERS = `(SELECT array_agg(id) FROM (SELECT id FROM sharing_grant WHERE person <> disclosure.person LIMIT 1) AS one)`;
const UNCONFIRMED = `id = (SELECT d.id FROM disclosure d JOIN event e ON e.kind = 'GRANT_RECORDED' AND d.after_position = e.position AND d.person = e.person)`;

describe('what was done to the disclosures is found', () => {
  test.each<[string, string, string[]]>([
    ['one was moved behind the end of its grant', `SET after_position = ${ITS_END}`, ['GRANT_ENDED']],
    ['one was moved into a pause of its grant', `SET after_position = (SELECT position FROM event WHERE kind = 'GRANT_PAUSED')`, ['GRANT_ENDED']],
    ['one was moved before its grant was given, to the time of the first event', 'SET after_position = 0, at = (SELECT min(event.at) FROM event WHERE event.person = disclosure.person)', ['GRANT_TOO_EARLY']],
    ['one was moved behind everything', 'SET after_position = 99', ['GRANT_ENDED', 'NO_SUCH_EVENT']],
    ['the time of one became that at which its grant ends', `SET at = ${ACCESS('access_to')}`, ['GRANT_OUT_OF_TIME', 'OUT_OF_TIME']],
    ['the time of one became one before its grant begins', `SET at = ${ACCESS('access_from')} - interval '1 microsecond'`, ['GRANT_OUT_OF_TIME']],
    ['the time of one became a later one', `SET at = at + interval '1 hour'`, ['OUT_OF_TIME']],
    ['one cites a grant of somebody else', `SET grants = ${ANOTHERS}`, ['NO_SUCH_GRANT']],
    ['one cites a grant that there is not', 'SET grants = ARRAY[gen_random_uuid()]', ['NO_SUCH_GRANT']],
    ['one cites a grant besides its own', `SET grants = grants || ${ANOTHERS}`, ['NO_SUCH_GRANT']],
    ['one is of somebody else', `SET person = 'another'`, ['NO_SUCH_EVENT', 'NO_SUCH_GRANT', 'SEAL']],
    ['what one says was changed in one bit', 'SET sealed = set_bit(sealed, 150, 1 - get_bit(sealed, 150))', ['SEAL']],
    ['what one says is what another says', 'SET sealed = (SELECT sealed FROM disclosure other WHERE other.person = disclosure.person AND other.id <> disclosure.id LIMIT 1)', ['SEAL']],
    ['one was sealed with a key that is not here', 'SET sealed = set_byte(sealed, 0, 9)', ['SEAL']],
    ['one is of another request', 'SET request = gen_random_uuid()', ['SEAL']],
  ])('when %s', async (_, change, checks) => {
    expect(await found(sql(`UPDATE disclosure ${change} WHERE ${TOLD}`))).toEqual(checks);
  });

  test('when one released what was not asked, said by whoever has the key', async () => {
    expect(await found(async (owner) => {
      const { rows: [row] } = await owner.query<SealedTo>(`SELECT id, person, request, attempt FROM disclosure WHERE ${TOLD}`);
      const sealed = SEALS.seal(row!, { asked: NOTHING, released: maskOf('SKILLS'), releasedOwn: NOTHING });
      await owner.query('UPDATE disclosure SET sealed = $1 WHERE id = $2', [sealed, row!.id]);
    })).toEqual(['MORE_THAN_ASKED']);
  });

  test('when whoever checks has no key: nothing that cannot be opened is said to be right', async () => {
    expect(await verifyLedger(whole)).toEqual({ ...counts, findings: counts.disclosures });
  });

  test('when one cites a grant that a worker recorded fifteen days before, and the person never confirmed', async () => {
    expect(await found(sql(`DELETE FROM disclosure WHERE NOT ${UNCONFIRMED}`, `UPDATE disclosure SET at = at + interval '15 days'`))).toEqual(['GRANT_OUT_OF_TIME', 'OUT_OF_TIME']);
  });
});

describe('a look by an opening is found', () => {
  const ENDED = `(SELECT id FROM opening WHERE outcome = 'NOT_JUSTIFIED')`, BY = `WHERE id = (SELECT id FROM disclosure WHERE ${ENDED} = ANY (openings) ORDER BY at LIMIT 1)`;
  const ofIts = (column: string): string => `(SELECT ${column} FROM opening WHERE id = ${ENDED})`;
  test.each<[string, string, string[]]>([
    ['that there is not', 'SET openings = ARRAY[gen_random_uuid()]', ['NO_SUCH_OPENING']],
    ['before it was made', 'SET after_position = 0', ['OPENING_TOO_EARLY']],
    ['by another worker', `SET worker = 'rory'`, ['OPENING_OF_ANOTHER']],
    ['by the worker in another agency', `SET agency = 'fife-housing'`, ['OPENING_OF_ANOTHER']],
    ['for another purpose', `SET purpose = 'EMPLOYABILITY_SUPPORT'`, ['OPENING_OF_ANOTHER']],
    ['at its end', `SET at = ${ofIts('access_from')} + interval '30 minutes'`, ['OPENING_OUT_OF_TIME']],
    ['before its beginning', `SET at = ${ofIts('access_from')} - interval '1 microsecond'`, ['OPENING_OUT_OF_TIME']],
    ['after the review that ended it', `SET at = ${ofIts('access_to')}, after_position = (SELECT position FROM event WHERE id = ${ofIts('ended_event')})`, ['OPENING_OUT_OF_TIME']],
  ])('%s', async (_, change, checks) => {
    expect((await found(sql(`UPDATE disclosure ${change} ${BY}`))).filter((check) => check.includes('OPENING'))).toEqual(checks);
  });
});

describe('a look by an authority is found', () => {
  const BY = 'WHERE id = (SELECT id FROM disclosure WHERE authority IS NOT NULL ORDER BY at LIMIT 1)', ITS = `(SELECT one.authority FROM disclosure one ${BY})`;
  test.each<[string, string, string[]]>([
    ['that there is not', 'SET authority = gen_random_uuid()', ['NO_SUCH_AUTHORITY']],
    ['before it was recorded', 'SET after_position = 0', ['AUTHORITY_TOO_EARLY']],
    ['after its end', `SET after_position = (SELECT position FROM event WHERE id = (SELECT ended_event FROM authority WHERE id = ${ITS}))`, ['AUTHORITY_NOT_IN_FORCE']],
    ['that waited to be confirmed', `SET authority = (SELECT id FROM authority WHERE kind = 'ATTORNEY'), after_position = (SELECT position FROM event WHERE id = (SELECT opened_event FROM authority WHERE kind = 'ATTORNEY'))`, ['AUTHORITY_NOT_IN_FORCE']],
    ['that is cited for a worker', `SET worker = 'isla'`, ['AUTHORITY_OF_LESS']],
  ])('%s', async (_, change, checks) => {
    expect(await found(sql(`UPDATE disclosure ${change} ${BY}`))).toEqual(expect.arrayContaining(checks));
  });

  test('when it tells what the authority does not let read', () => {
    const stood = [{ since: 1, row: { ...ROW, powers: ['READ'] } }], told = { position: 2, at: 5, worker: null, released: maskOf('SKILLS') };
    expect(checkAuthority(stood, told)).toEqual([]);
    expect(checkAuthority(stood, { ...told, released: maskOf('SKILLS', 'CONDITIONS') })).toEqual(['AUTHORITY_OF_LESS']);
    expect(checkAuthority([{ since: 1, row: { ...ROW, powers: ['STOP'] } }], told)).toEqual(['AUTHORITY_OF_LESS']);
    expect(checkAuthority([{ since: 1, row: { ...ROW, powers: ['READ'], accessTo: new Date(5).toISOString() } }], told)).toEqual(['AUTHORITY_NOT_IN_FORCE']);
  });
});

const ROW = {
  id: 't', person: 'p', representative: 'q', kind: 'ATTORNEY', categories: toInt8(maskOf('SKILLS')), accessFrom: new Date(0).toISOString(), accessTo: null, state: 'CONFIRMED',
  recordedBy: 'isla', reason: 'so', document: 'seen', openedEvent: 'e', endedEvent: null, confirmedEvent: 'f',
} as const;

test('a look three hours after the first by a grant for one meeting is found', async () => {
  const { url, owner } = await copyOf();
  const ledger = createLedger({ connectionString: url, seals: SEALS, acknowledgeAfterMs: 0 });
  const person = somebody();
  await support(ledger, person);
  await ledger.giveGrant({ ...byPerson(person), purpose: 'ONE_MEETING', categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } });
  for (let looks = 0; looks < 2; looks++) await look(ledger, person, 'ONE_MEETING');
  expect((await verify(url)).findings).toEqual([]);
  await owner.query(`UPDATE disclosure SET at = at + interval '3 hours' WHERE id = (SELECT id FROM disclosure WHERE person = $1 ORDER BY at DESC LIMIT 1)`, [person]);
  expect(checksIn((await verify(url)).findings)).toEqual(['GRANT_OUT_OF_TIME']);
  await ledger.close();
  await owner.end();
});

test('a ledger that cannot be reached is not verified', async () => {
  await expect(verifyLedger('postgresql://postgres@127.0.0.1:1/ledger')).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
});
