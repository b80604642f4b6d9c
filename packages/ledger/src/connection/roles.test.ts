import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { intersection, maskOf } from '@thegither/consent';
import { createLedger, type Ledger } from '../ledger.ts';
import { PROJECTION_TABLES } from '../projection/rows.ts';
import { SEALS, agree, asWorker, byPerson, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { roleNamed, type LedgerRole } from './ledgerAs.ts';

/** What a role may do with a table: SELECT of all columns or of these, INSERT, UPDATE. Nothing else, and nothing with a table that is not named. */
interface May {
  readonly read?: 'all' | readonly string[];
  readonly add?: boolean;
  readonly change?: 'all' | readonly string[];
}
type Rights = Readonly<Record<string, May>>;

const each = (tables: readonly string[], may: May): Rights => Object.fromEntries(tables.map((table) => [table, may]));

const RIGHTS: Readonly<Record<LedgerRole, (table: string) => May>> = {
  consent: named({
    ...each(['agency', 'team', 'agreement', 'legal_gateway', 'disclosure', 'notice'], { read: 'all' }),
    worker: { read: 'all', change: ['team', 'roles'] },
    ...each(['reminder', 'ending_notice', 'ending_seen', 'account_change'], { read: 'all', add: true }),
    ...each(PROJECTION_TABLES, { read: 'all', add: true, change: 'all' }),
    event: { read: 'all', add: true },
  }),
  decisions: named({
    ...each(['agency', 'worker', 'agreement', 'sharing_grant', 'refusal', 'hold', 'exclusion'], { read: 'all' }),
    assignment: { read: ['id', 'person', 'recipient_agency', 'recipient_team', 'recipient_worker', 'purposes', 'access_from', 'access_to', 'state', 'opened_event', 'confirmed_event', 'ended_event'] },
    authority: { read: ['id', 'person', 'representative', 'kind', 'powers', 'categories', 'access_from', 'access_to', 'state'] },
    opening: { read: ['id', 'person', 'kind', 'worker', 'agency', 'categories', 'access_from', 'access_to', 'told_from', 'reviewed_event'] },
    event: { read: ['person', 'position'] },
    disclosure: { read: ['id', 'request', 'attempt', 'person', 'worker', 'agency', 'sealed', 'operation_hash', 'at', 'grants', 'authority'], add: true },
  }),
  verify: () => ({ read: 'all' }),
};

function named(rights: Rights): (table: string) => May {
  return (table) => rights[table] ?? {};
}

const ROLES = ['consent', 'decisions', 'verify'] as const;

let house: TestLedger;
const accounts = new Map<LedgerRole, { readonly name: string; readonly url: string; readonly client: Client }>();

/** Each service's account as it is elsewhere: it may log in, and is a member of its role. */
beforeAll(async () => {
  house = await testLedger();
  for (const role of ROLES) {
    const name = `${role} ${randomUUID()}`;
    await house.pool.query(`CREATE ROLE ${escapeIdentifier(name)} LOGIN IN ROLE ${roleNamed(role)}`);
    const url = Object.assign(new URL(house.url), { username: name }).href;
    const client = new Client({ connectionString: url });
    await client.connect();
    accounts.set(role, { name, url, client });
  }
});
afterAll(async () => {
  for (const { name, client } of accounts.values()) {
    await client.end();
    await house.pool.query(`DROP ROLE ${escapeIdentifier(name)}`);
  }
  await house.close();
});

/** Did the rights refuse it? A trigger's or a constraint's refusal is another, for it comes after the rights. */
async function isRefused(role: LedgerRole, statement: string): Promise<boolean> {
  const { client } = accounts.get(role)!;
  await client.query('BEGIN');
  try {
    await client.query(statement);
    return false;
  } catch (cause) {
    if (!(cause instanceof DatabaseError)) throw cause;
    return cause.code === '42501' && /^(permission denied|must be owner)/.test(cause.message);
  } finally {
    await client.query('ROLLBACK');
  }
}

interface Column { readonly table: string; readonly column: string }

/** Whatever the database has: a table that is added is covered without anybody listing it. */
const columns = async (): Promise<Column[]> => (await house.pool.query<Column>(
  `SELECT c.relname AS table, a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1, a.attnum`)).rows;

/** Every statement that there is for a table and its columns, and whether it may be done. */
function statementsFor(may: May, table: string, itsColumns: readonly string[]): [statement: string, allowed: boolean][] {
  const mayRead = (column: string): boolean => may.read === 'all' || (may.read?.includes(column) ?? false);
  const mayChange = (column: string): boolean => may.change === 'all' || (may.change?.includes(column) ?? false);
  const all = may.read === 'all', change = may.change !== undefined;
  return [
    [`SELECT * FROM "${table}" LIMIT 0`, all],
    ...itsColumns.map((column): [string, boolean] => [`SELECT "${column}" FROM "${table}" LIMIT 0`, mayRead(column)]),
    [`SELECT FROM "${table}" LIMIT 0 FOR UPDATE`, change],
    [`INSERT INTO "${table}" DEFAULT VALUES`, may.add ?? false],
    ...itsColumns.map((column): [string, boolean] => [`UPDATE "${table}" SET "${column}" = NULL WHERE false`, mayChange(column)]),
    ...[`DELETE FROM "${table}" WHERE false`, `TRUNCATE "${table}"`, `ALTER TABLE "${table}" DISABLE TRIGGER ALL`, `ALTER TABLE "${table}" ADD COLUMN more text`, `DROP TABLE "${table}"`,
      `CREATE TRIGGER mine BEFORE INSERT ON "${table}" EXECUTE FUNCTION refuse_change()`, `CREATE INDEX ON "${table}" ("${itsColumns[0]}")`].map((statement): [string, boolean] => [statement, false]),
  ];
}

describe.each(ROLES)('as %s', (role) => {
  test('every statement on every table and column is refused, but for what is named', async () => {
    const all = await columns();
    const tables = [...new Set(all.map(({ table }) => table))];
    expect(tables).toEqual(expect.arrayContaining(['event', 'disclosure', '_prisma_migrations', ...PROJECTION_TABLES]));
    const otherwise: string[] = [];
    for (const table of tables) {
      const itsColumns = all.filter((one) => one.table === table).map(({ column }) => column);
      for (const [statement, allowed] of statementsFor(RIGHTS[role](table), table, itsColumns)) {
        if (await isRefused(role, statement) === allowed) otherwise.push(`${allowed ? 'refused' : 'not refused'}: ${statement}`);
      }
    }
    expect(otherwise).toEqual([]);
  });

  test.each([
    'CREATE TABLE mine (a int)', 'CREATE SCHEMA mine', 'CREATE ROLE mine', 'ALTER DATABASE CURRENT_DATABASE RENAME TO mine', 'ALTER FUNCTION refuse_change() RENAME TO mine', 'DROP FUNCTION refuse_change()',
    'SET ROLE postgres', 'SET session_replication_role = replica', `COPY event TO PROGRAM 'cat'`, 'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    ...ROLES.map((other) => `SET ROLE ${roleNamed(other)}`),
  ])('%s opens nothing more', async (statement) => {
    if (statement === `SET ROLE ${roleNamed(role)}`) return expect(await isRefused(role, statement)).toBe(false);
    const { client } = accounts.get(role)!;
    await expect(client.query(statement.replace('CURRENT_DATABASE', escapeIdentifier(decodeURIComponent(new URL(house.url).pathname.slice(1)))))).rejects.toMatchObject({ code: '42501' });
  });

  test('it is no superuser, and nothing beyond its role', async () => {
    const { name } = accounts.get(role)!;
    const { rows } = await house.pool.query('SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname IN ($1, $2)', [name, roleNamed(role)]);
    expect(rows).toEqual(Array.from({ length: 2 }, () => ({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false })));
  });
});

test('a table that a later migration adds is read by the one who checks, and by nobody else', async () => {
  await house.pool.query('CREATE TABLE added_later (id int)');
  expect(await Promise.all(ROLES.map((role) => isRefused(role, 'SELECT * FROM added_later')))).toEqual([true, true, false]);
  await house.pool.query('DROP TABLE added_later');
});

describe('the owner, too', () => {
  test.each(['UPDATE "event" SET kind = kind', 'DELETE FROM "event"', 'TRUNCATE "event"', 'UPDATE "disclosure" SET kind = kind', 'DELETE FROM "disclosure"', 'TRUNCATE "disclosure"'])('is stopped by the triggers: %s', async (statement) => {
    await expect(house.pool.query(statement)).rejects.toMatchObject({ code: '42501', message: expect.stringContaining('added and never changed') });
  });
});

describe('what the services do works with their own accounts', () => {
  const opened: Ledger[] = [];
  afterAll(async () => { for (const ledger of opened) await ledger.close(); });
  const openAs = (role: LedgerRole): Ledger => {
    const ledger = createLedger({ connectionString: accounts.get(role)!.url, seals: SEALS, acknowledgeAfterMs: 0 });
    opened.push(ledger);
    return ledger;
  };

  test('consent records what people say and reads it to them; decisions decide, release and know a repetition', async () => {
    const consent = openAs('consent'), decisions = openAs('decisions');
    const person = somebody(), act = () => byPerson(person);
    const request = { request: randomUUID(), attempt: 1, purpose: 'EMPLOYABILITY_SUPPORT', kind: 'LOOK', gatewayKey: 'thumbprint', operation: { hash: 'ab'.repeat(32), name: null } } as const;
    await support(consent, person);
    const grant = await agree(consent, person);
    const [now] = (await decisions.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people;
    const { granted, own } = now!.decision, asked = maskOf('ACTION_PLAN');
    const told = { ...request, caller: asWorker(), people: [{ person, known: true, fingerprint: now!.fingerprint, granted, own, asked, released: intersection(asked, granted) }] };
    const first = await decisions.release(told);
    expect(first.status).toBe('RELEASED');
    await consent.withdrawGrant({ ...act(), grant });
    expect(await decisions.release(told)).toEqual(first);
    expect(await decisions.release({ ...told, request: randomUUID() })).toMatchObject({ status: 'CHANGED' });
    await consent.joinHousehold(act());
    expect(await consent.readDisclosures(person, { first: 1 })).toHaveLength(1);
    expect((await consent.readSharing([person])).get(person)).toMatchObject({ grants: [{ state: 'WITHDRAWN' }] });
    expect(await consent.readCaseload('isla', { first: 50 })).toEqual(expect.arrayContaining([expect.objectContaining({ person })]));
    expect(await consent.readHouseholds([person])).toEqual(new Map([[person, []]]));
    expect(await consent.readHandoversDue('kirsty')).toEqual([]);
    expect(await openAs('verify').readEvents(person)).toHaveLength(5);
  });

  test('a service with the wrong account does nothing, and says that it is a fault of ours', async () => {
    const person = somebody();
    await expect(openAs('decisions').stopAll(byPerson(person))).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(openAs('verify').stopAll(byPerson(person))).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });
});
