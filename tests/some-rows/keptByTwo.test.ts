import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { HouseDatabases } from '@thegither/local';
import { DOMAINS, REGISTER, type ClaimedCaller, type SpineId } from '@thegither/vocabulary';
import { Kind, parse, visit } from 'graphql';
import { readFileSync } from 'node:fs';
import { Client, escapeIdentifier } from 'pg';
import type { Asked } from '../harness/startHouse.ts';
import { identifiers, somebody } from '../harness/twins.ts';
import { openDirect, recorded, type Direct } from '../second-lock/direct.ts';

jest.setTimeout(120_000);

type RoomName = keyof HouseDatabases['rooms'];
const ROOMS = DOMAINS.filter((room): room is RoomName => room !== 'consent');
const NAMES: Readonly<Record<RoomName, string>> = {
  people: 'People', housing: 'Housing', justice: 'Justice', 'health-and-work': 'HealthAndWork', careers: 'Careers', referrals: 'Referrals', employability: 'Employability',
};
const ALL = REGISTER.map(({ name }) => name);
const FIFE = 'fife-housing';
const FOUND_NOTHING = '7e570000-0000-4000-8000-000000000000';
const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const worker = (id: string, agency = FIFE, roles: (ClaimedCaller & { kind: 'worker' })['roles'] = ['HOUSING_OFFICER']): ClaimedCaller => ({ kind: 'worker', worker: id, agency, roles });
const OFFICER = worker('officer'), LEAD = worker('lead', FIFE, ['TEAM_LEAD']), GUARDIAN = worker('guardian', FIFE, ['DATA_PROTECTION_LEAD']);
/** Leads who also support people. */
const BOTH = worker('both', FIFE, ['HOUSING_OFFICER', 'TEAM_LEAD']);

let direct: Direct;
const databases = new Map<RoomName, Client>();
beforeAll(async () => {
  direct = await openDirect();
  for (const room of ROOMS) {
    const client = new Client({ connectionString: direct.house.databases.rooms[room] });
    await client.connect();
    databases.set(room, client);
  }
}, 240_000);
afterAll(async () => {
  await Promise.all([...databases.values()].map((client) => client.end()));
  await direct?.close();
});

interface Done { readonly code: string; readonly payload: { readonly restriction: string; readonly eventId: string; readonly at: string } | undefined }
interface How { readonly caller?: ClaimedCaller; readonly supported?: boolean; readonly addressed?: boolean }

/** Sends an act to a room as the gateway would, with a decision that names the person or not. */
async function act(room: RoomName, verb: 'restrict' | 'review' | 'end', whose: SpineId, input: object, { caller = verb === 'restrict' ? OFFICER : LEAD, supported = verb === 'restrict', addressed = true }: How = {}): Promise<Done> {
  const mutation = `${verb}${NAMES[room]}${verb === 'restrict' ? 'Record' : 'Restriction'}`, type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const person = identifiers.issue(room, whose);
  const { text } = await direct.post(room, direct.sign(room, {
    query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { person { id } restriction eventId at } }`, variables: { input: { key: randomUUID(), person, ...input } },
    use: 'mutation', caller, people: addressed ? { [person]: supported ? { supported: true } : {} } : {},
  }));
  const { data, errors } = JSON.parse(text) as { data?: Record<string, Done['payload'] & { person: object }>; errors?: { extensions: { code: string }; message: string }[] };
  const payload = data?.[mutation];
  if (payload) expect(payload.person).toEqual({ id: person });
  return { code: errors?.[0]?.extensions.code ?? 'done', payload };
}

/** A table's name as the schema's list of kinds has it. */
const kindOf = (table: string): string => table.replaceAll(/(?<!^)(?=[A-Z])/g, '_').toUpperCase();
const kindsOf = (room: RoomName): string[] => {
  const kinds: string[] = [];
  visit(parse(readFileSync(new URL(`../../subgraphs/${room}/schema.graphql`, import.meta.url), 'utf8')), {
    EnumTypeDefinition: (node) => { if (node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === `${NAMES[room]}RecordKind`) kinds.push(...(node.values ?? []).map((value) => value.name.value)); },
  });
  return kinds;
};
/** What nobody reads of themselves: answers that are kept apart, and notes on risk. */
const NEVER_READ = ['EQUALITY_ANSWER', 'CANDIDATE_NUMBER', 'RISK_NOTE'];

async function recordsOf(room: RoomName, whose: SpineId): Promise<{ kind: string; record: string }[]> {
  const tables = [...new Set(direct.records.tables.filter((table) => table.room === room).map(({ name }) => name))].filter((name) => !NEVER_READ.includes(kindOf(name)));
  const found: { kind: string; record: string }[] = [];
  for (const name of tables) {
    const { rows } = await databases.get(room)!.query<{ id: string }>(`SELECT id FROM ${escapeIdentifier(name)} WHERE person = $1`, [identifiers.issue(room, whose)]);
    found.push(...rows.map(({ id }) => ({ kind: kindOf(name), record: id })));
  }
  return found;
}

const proposal = (more: object) => ({ ground: 'HEALTH', reason: 'It would harm them.', until: dayIn(30), ...more });
const restrictionsIn = async (room: RoomName): Promise<number> =>
  Number((await databases.get(room)!.query<{ count: string }>(`SELECT (SELECT count(*) FROM "Restriction") + (SELECT count(*) FROM "RestrictionAct") AS count`)).rows[0]!.count);

async function read(room: RoomName, whose: SpineId, caller: ClaimedCaller): Promise<unknown> {
  const person = identifiers.issue(room, whose);
  const { text } = await direct.post(room, direct.sign(room, { ...direct.everything(room, [whose]), caller, people: { [person]: { granted: ALL } } }));
  return { ...(JSON.parse(text) as { data: { _entities: object[] } }).data._entities[0], id: '' };
}
const themselves = (room: RoomName, whose: SpineId): Promise<unknown> => read(room, whose, { kind: 'person', person: identifiers.issue(room, whose) });

describe.each(ROOMS)('in %s', (room) => {
  test('every kind of record that a person reads can be kept from them, and no other', () => {
    const tables = new Set(direct.records.tables.filter((table) => table.room === room).map(({ name }) => kindOf(name)).filter((kind) => !NEVER_READ.includes(kind)));
    expect(kindsOf(room).toSorted()).toEqual([...tables].toSorted());
  });

  test('a record is kept from the review by a second worker until a lead ends it, and from the person alone', async () => {
    const whose = await recorded(direct, FIFE), open = await themselves(room, whose), bare = await themselves(room, somebody()), byWorker = await read(room, whose, OFFICER);
    expect(open).not.toEqual(bare);
    const proposed: string[] = [];
    for (const one of await recordsOf(room, whose)) {
      const { code, payload } = await act(room, 'restrict', whose, proposal(one));
      expect(code).toBe('done');
      proposed.push(payload!.restriction);
    }
    expect(await themselves(room, whose)).toEqual(open);
    for (const restriction of proposed) expect((await act(room, 'review', whose, { restriction, approve: true }, { caller: GUARDIAN })).code).toBe('done');
    expect(await themselves(room, whose)).toEqual(bare);
    expect(await read(room, whose, OFFICER)).toEqual(byWorker);
    for (const restriction of proposed) expect((await act(room, 'end', whose, { restriction })).code).toBe('done');
    expect(await themselves(room, whose)).toEqual(open);
  });

  test('what a lead said no to is never kept, and cannot be reviewed again', async () => {
    const whose = await recorded(direct, FIFE), open = await themselves(room, whose), [one] = await recordsOf(room, whose);
    const { restriction } = (await act(room, 'restrict', whose, proposal(one!))).payload!;
    expect((await act(room, 'review', whose, { restriction, approve: false })).code).toBe('done');
    expect((await act(room, 'review', whose, { restriction, approve: true })).code).toBe('INVALID_INPUT');
    expect(await themselves(room, whose)).toEqual(open);
  });
});

describe('keeping a record is refused, and nothing is written,', () => {
  const room = 'housing', kind = 'TENANCY';
  let whose: SpineId, record: string, foreign: string, other: string;
  beforeAll(async () => {
    whose = await recorded(direct, FIFE);
    const theirs = async (person: SpineId): Promise<string> => (await recordsOf(room, person)).find((one) => one.kind === kind)!.record;
    record = await theirs(whose);
    const elsewhere = await recorded(direct, 'glasgow-housing');
    foreign = await theirs(elsewhere);
    other = await theirs(await recorded(direct, FIFE));
    await databases.get(room)!.query('UPDATE "Tenancy" SET person = $1 WHERE id = $2', [identifiers.issue(room, whose), foreign]);
  });
  const refused = async (expected: string, verb: 'restrict' | 'review' | 'end', input: object, how?: How): Promise<void> => {
    const before = await restrictionsIn(room);
    expect((await act(room, verb, whose, input, how)).code).toBe(expected);
    expect(await restrictionsIn(room)).toBe(before);
  };

  test.each<[string, (all: { record: string; foreign: string; other: string }) => object]>([
    ['another agency\'s', ({ foreign: id }) => ({ record: id })], ['another person\'s', ({ other: id }) => ({ record: id })], ['one of another kind', ({ record: id }) => ({ record: id, kind: 'RENT_ACCOUNT' })],
    ['one that is not there', () => ({ record: FOUND_NOTHING })], ['what is no number', () => ({ record: 'x\'; --' })],
    ['without a reason', ({ record: id }) => ({ record: id, reason: '  a ' })], ['with 501 letters', ({ record: id }) => ({ record: id, reason: 'a'.repeat(501) })], ['with letters that are none', ({ record: id }) => ({ record: id, reason: 'abc\u0000' })],
    ['until a day that is over', ({ record: id }) => ({ record: id, until: dayIn(-1) })], ['for longer than a year', ({ record: id }) => ({ record: id, until: dayIn(367) })], ['without a key', ({ record: id }) => ({ record: id, key: '' })],
  ])('of %s', async (_, change) => {
    await refused('INVALID_INPUT', 'restrict', { ...proposal({ kind }), ...change({ record, foreign, other }) });
  });

  test.each<[string, string, How]>([
    ['a worker who does not support them', 'FORBIDDEN', { supported: false }], ['a worker to whom they are unknown', 'UNKNOWN_PERSON', { addressed: false }],
    ['a worker of another agency', 'INVALID_INPUT', { caller: worker('una', 'glasgow-housing') }], ['who supports nobody', 'FORBIDDEN', { caller: LEAD }],
    ['a person', 'FORBIDDEN', { caller: { kind: 'person', person: '1.AAAAAAAAAAAAAAAAAAAAAA' } }],
  ])('by %s', (_, code, how) => refused(code, 'restrict', proposal({ kind, record }), how));

  test.each<[string, string, How]>([
    ['a worker who leads nobody', 'FORBIDDEN', { caller: OFFICER }], ['who proposed it', 'INVALID_INPUT', { caller: BOTH }], ['a lead of another agency', 'INVALID_INPUT', { caller: worker('una', 'glasgow-housing', ['TEAM_LEAD']) }],
    ['a lead to whom the person is unknown', 'UNKNOWN_PERSON', { addressed: false }],
  ])('as reviewed by %s', async (_, code, how) => {
    const { restriction } = (await act(room, 'restrict', whose, proposal({ kind, record }), { caller: BOTH })).payload!;
    await refused(code, 'review', { restriction, approve: true }, how);
    expect((await act(room, 'review', whose, { restriction, approve: true })).code).toBe('done');
    expect((await act(room, 'end', whose, { restriction })).code).toBe('done');
  });

  test('and one that is about somebody else, is over, or was never proposed, is neither reviewed nor ended', async () => {
    const { restriction } = (await act(room, 'restrict', whose, proposal({ kind, record }))).payload!;
    const third = await recorded(direct, FIFE);
    for (const verb of ['review', 'end'] as const) {
      expect((await act(room, verb, third, { restriction, ...(verb === 'review' && { approve: true }) })).code).toBe('INVALID_INPUT');
      for (const wrong of [FOUND_NOTHING, 'x']) await refused('INVALID_INPUT', verb, { restriction: wrong, ...(verb === 'review' && { approve: true }) });
    }
    await databases.get(room)!.query(`UPDATE "Restriction" SET "restrictedAt" = now() - interval '9 days', until = current_date - 1 WHERE id = $1`, [restriction]);
    await refused('INVALID_INPUT', 'review', { restriction, approve: true });
  });

  test('and the same key answers the same, once, and nothing else', async () => {
    const input = { key: randomUUID(), ...proposal({ kind, record }) };
    const [first, again] = await Promise.all([act(room, 'restrict', whose, input), act(room, 'restrict', whose, input)]);
    expect(again).toEqual(first);
    await refused('KEY_REUSED', 'restrict', { ...input, reason: 'For another reason.' });
    const review = { key: randomUUID(), restriction: first.payload!.restriction, approve: true };
    const reviewed = await act(room, 'review', whose, review);
    expect(await act(room, 'review', whose, review)).toEqual(reviewed);
    await refused('KEY_REUSED', 'review', { ...review, approve: false });
    expect((await act(room, 'restrict', whose, input)).payload).toEqual(first.payload);
  });

  test('and what was done cannot be changed', async () => {
    for (const change of ['DELETE FROM "RestrictionAct"', 'UPDATE "RestrictionAct" SET worker = \'somebody\'', 'TRUNCATE "RestrictionAct"']) {
      await expect(databases.get(room)!.query(change)).rejects.toThrow(/never changed/);
    }
  });
});

const code = ({ body }: Asked<unknown>): string => body.errors?.[0]?.extensions.code ?? 'done';

test('Isla keeps a barrier from Morag once Kirsty, her lead, has said yes; Morag is told of nothing', async () => {
  const { house } = direct, morag = identifiers.open('agency:fife-works', house.personIdFor('isla', 'morag'))!;
  const record = randomUUID();
  await databases.get('employability')!.query(`INSERT INTO "SupportContact" SELECT (jsonb_populate_record(one, jsonb_build_object('id', $1::text, 'controller', 'fife-works', 'agreed', 'Kept.', 'labels', '[]'::jsonb))).* FROM "SupportContact" AS one WHERE person = $2 LIMIT 1`, [record, identifiers.issue('employability', morag)]);
  const mine = (): Promise<Asked<unknown>> => house.ask('morag', '{ me { supportContacts { agreed } } }', {}, { purpose: null });
  const does = (who: string, mutation: string, input: object) => house.ask<Record<string, { restriction: string; person: unknown }>>(who,
    `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { person { id } restriction } }`, { input: { key: randomUUID(), person: house.personIdFor(who, 'morag'), ...input } });
  const open = JSON.stringify((await mine()).body);
  expect(open).toContain('Kept.');

  const wish = proposal({ kind: 'SUPPORT_CONTACT', record });
  expect(code(await does('kirsty', 'restrictEmployabilityRecord', wish))).toBe('FORBIDDEN');
  expect(code(await does('gordon', 'restrictEmployabilityRecord', wish))).toBe('UNKNOWN_PERSON');
  const proposed = await does('isla', 'restrictEmployabilityRecord', wish);
  expect(code(proposed)).toBe('done');
  const { restriction, person } = proposed.body.data!['restrictEmployabilityRecord']!;
  expect(person).toEqual({ id: house.personIdFor('isla', 'morag') });
  expect(JSON.stringify((await mine()).body)).toBe(open);
  expect(code(await does('isla', 'reviewEmployabilityRestriction', { restriction, approve: true }))).toBe('FORBIDDEN');
  expect(code(await does('kirsty', 'reviewEmployabilityRestriction', { restriction, approve: true }))).toBe('done');
  const kept = JSON.stringify((await mine()).body);
  expect(kept).not.toMatch(/Kept\.|restrict/i);
  expect(code(await does('kirsty', 'endEmployabilityRestriction', { restriction }))).toBe('done');
  expect(JSON.stringify((await mine()).body)).toBe(open);
});
