import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { covers, maskOf, NOTHING, type Mask } from '@thegither/consent';
import { DOMAINS, REGISTER, type ClaimedCaller, type Domain, type PersonId, type SpineId } from '@thegither/vocabulary';
import { Client, escapeIdentifier } from 'pg';
import type { HouseDatabases } from '@thegither/local';
import { openDirect, recorded, type Decided, type Direct } from './direct.ts';
import { fieldsOf } from '../harness/reachable.ts';
import { identifiers, somebody } from '../harness/twins.ts';

jest.setTimeout(60_000);

const ALL = REGISTER.map(({ name }) => name);
const FIFE = 'fife-housing', GLASGOW = 'glasgow-housing';
const officerOf = (agency: string): ClaimedCaller => ({ kind: 'worker', worker: 'officer', agency, roles: ['HOUSING_OFFICER'] });

let direct: Direct;
let person: SpineId;
/** For each category somebody who shares everything but it, and somebody who shares nothing but it. */
let crowd: readonly { readonly id: SpineId; readonly shares: readonly string[] }[];
let asked = 0;
beforeAll(async () => {
  direct = await openDirect();
  person = await recorded(direct, FIFE, GLASGOW);
  const shared = ALL.flatMap((category) => [ALL.filter((name) => name !== category), [category]]);
  crowd = await Promise.all(shared.map(async (shares) => ({ id: await recorded(direct, FIFE), shares })));
}, 240_000);
afterAll(async () => {
  process.stdout.write(`second lock: ${direct.reachable.fields.size} fields of Person and ${direct.reachable.coordinates.length} coordinates x ${ALL.length} categories, in ${DOMAINS.length} rooms; ${asked} direct questions\n`);
  await direct.close();
});

type Row = Readonly<Record<string, unknown>>;

/** What a room gives of these people under this decision, in their order. */
async function given(room: Domain, people: readonly SpineId[], decided: (id: (person: SpineId) => PersonId) => Decided): Promise<(Row | null)[]> {
  asked += 1;
  const { status, text } = await direct.post(room, direct.sign(room, { ...direct.everything(room, people), ...decided((one) => identifiers.issue(room, one)) }));
  expect(status).toBe(200);
  const { data, errors } = JSON.parse(text) as { data: { _entities: (Row | null)[] }; errors?: unknown };
  expect(errors).toBeUndefined();
  return data._entities;
}

/** The same of the one person whom everything is on record of. */
const givenOf = async (room: Domain, shares: NonNullable<Decided['people']>[string], caller?: ClaimedCaller): Promise<Row> =>
  (await given(room, [person], (id) => ({ caller, people: { [id(person)]: shares } })))[0]!;

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** A value in an answer: the place of the schema that it stands at, and the field of Person that leads there, because one type can stand below several. */
interface Place {
  readonly name: string;
  readonly personField: string;
  readonly value: unknown;
}

/** Every value in what a room gave of a person. */
function placesIn(value: unknown, below?: string): Place[] {
  if (Array.isArray(value)) return value.flatMap((item) => placesIn(item, below));
  if (typeof value !== 'object' || value === null) return [];
  const type = String((value as Row).__typename);
  return Object.entries(value).flatMap(([key, inner]) => {
    const personField = below ?? key;
    return [...(key === '__typename' ? [] : [{ name: `${type}.${key}`, personField, value: inner }]), ...placesIn(inner, personField)];
  });
}

const placed = ({ name, personField }: Pick<Place, 'name' | 'personField'>): string => `${personField}: ${name}`;

const valuesAt = (answer: Row, name: string): unknown[] => placesIn(answer).flatMap((place) => (place.name === name ? [place.value] : []));

const controllersIn = (answer: Row): string[] => [...new Set(placesIn(answer).flatMap(({ name, value }) => (name.endsWith('.controller') ? [String(value)] : [])))].toSorted();

/** The places of a room that need something. */
const guardedIn = (room: Domain) => direct.reachable.coordinates.filter(({ personField, needs }) => needs !== NOTHING && fieldsOf(room).includes(personField));

function expectOnly(room: Domain, answer: Row, open: Mask): void {
  const closed = new Set(guardedIn(room).flatMap(({ needs, ...place }) => (covers(open, needs) ? [] : [placed(place)])));
  expect(placesIn(answer).filter((place) => closed.has(placed(place)) && place.value !== null)).toEqual([]);
  const fields = [...direct.reachable.fields].filter(([name, needs]) => fieldsOf(room).includes(name) && needs !== NOTHING);
  expect(fields.filter(([name]) => answer[name] !== null).map(([name]) => name)).toEqual(fields.filter(([, needs]) => covers(open, needs)).map(([name]) => name));
}

describe.each(DOMAINS)('%s, asked directly with a valid decision,', (room) => {
  test('gives each field to whoever may see all of its categories', async () => {
    const everything = await givenOf(room, { granted: ALL });
    expectOnly(room, everything, maskOf(...ALL));
    expect(fieldsOf(room).filter((name) => isEmpty(everything[name]))).toEqual([]);
    expectOnly(room, await givenOf(room, {}), NOTHING);
  });

  test('gives to each of many people in one question what that one shares: all but one category, or one alone', async () => {
    const answers = await given(room, crowd.map(({ id }) => id), (id) => ({ people: Object.fromEntries(crowd.map((one) => [id(one.id), { granted: one.shares }])) }));
    for (const [index, { shares }] of crowd.entries()) expectOnly(room, answers[index]!, maskOf(...shares));
  });

  test('knows nobody who is not in the decision, whatever there is of them', async () => {
    const [known, unknown, nobody] = await given(room, [person, await recorded(direct, FIFE), somebody()], (id) => ({ people: { [id(person)]: { granted: ALL } } }));
    expectOnly(room, known!, maskOf(...ALL));
    expectOnly(room, unknown!, NOTHING);
    expect({ ...unknown, id: '' }).toEqual({ ...nobody, id: '' });
  });

  test('keeps people apart who share differently', async () => {
    const other = await recorded(direct, GLASGOW), third = await recorded(direct, FIFE);
    const half = ALL.filter((_, index) => index % 2 === 0), rest = ALL.filter((_, index) => index % 2 === 1);
    const [first, second, last] = await given(room, [person, other, third], (id) => ({ people: { [id(person)]: { granted: half }, [id(other)]: { granted: rest }, [id(third)]: {} } }));
    expectOnly(room, first!, maskOf(...half));
    expectOnly(room, second!, maskOf(...rest));
    expectOnly(room, last!, NOTHING);
  });

  test('knows nobody by another audience\'s id, or by what is no id', async () => {
    const { query } = direct.everything(room, [person]);
    const granted = { granted: ALL };
    const foreign = identifiers.issue('agency:fife-works', person);
    const ask = async (id: string) => JSON.parse((await direct.post(room, direct.sign(room, {
      query, variables: { representations: [{ __typename: 'Person', id }] }, people: { [identifiers.issue(room, person)]: granted },
    }))).text) as { data: { _entities: (Row | null)[] } };
    expectOnly(room, (await ask(foreign)).data._entities[0]!, NOTHING);
    for (const id of ['__proto__', 'constructor', '', `${identifiers.issue(room, person)} `]) expect((await ask(id)).data._entities).toEqual([null]);
  });

  test('keeps the rows of two controllers apart', async () => {
    const [fifes, glasgows] = [await givenOf(room, { own: ALL }, officerOf(FIFE)), await givenOf(room, { own: ALL }, officerOf(GLASGOW))];
    const named = await givenOf(room, { granted: ALL, sources: Object.fromEntries(ALL.map((name) => [name, [GLASGOW]])) });
    const either = await givenOf(room, { granted: ALL, own: ALL, sources: Object.fromEntries(ALL.map((name) => [name, [GLASGOW]])) }, officerOf(FIFE));
    const neither = await givenOf(room, { own: ALL }, officerOf('nhs-fife'));
    // The ledger's facts are no agency's own, and say so nowhere.
    const own = room === 'consent' ? [[], [], [], [], []] : [[FIFE], [GLASGOW], [GLASGOW], [FIFE, GLASGOW], []];
    expect([fifes, glasgows, named, either, neither].map(controllersIn)).toEqual(own);
    // Of each table there is one row of each controller: what the one shows, the other does.
    for (const { name } of guardedIn(room)) expect(valuesAt(fifes, name).length).toBe(valuesAt(glasgows, name).length);
  });

  test('gives a row to nobody who may not see what its words tell', async () => {
    const labelled = direct.records.tables.filter((table) => table.room === room && table.isLabelled);
    const rest = ALL.filter((name) => name !== 'RISK_AND_SAFETY');
    const read = async (label?: string): Promise<unknown> => {
      const other = somebody();
      for (const table of labelled) {
        if (label === undefined) await direct.records.writeAbove(table, { person: other, controller: FIFE });
        else await direct.records.write(table, { person: other, controller: FIFE, labels: [label] });
      }
      const [answer] = await given(room, [other], (id) => ({ people: { [id(other)]: { granted: rest } } }));
      return { ...answer, id: '' };
    };
    const bare = await read();
    expect(await read('RISK_AND_SAFETY')).toEqual(bare);
    expect(await read('A_CATEGORY_THAT_NOBODY_KNOWS')).toEqual(bare);
    if (labelled.length > 0) expect(await read('MY_SHARING')).not.toEqual(bare);
  });
});

/** The days that every made-up row is of, all days before, and all after. */
const THEN = { from: '2099-01-31', to: '2099-01-31' }, BEFORE = { to: '2099-01-30' }, AFTER = { from: '2099-02-01' };
/** The fields of tables that say no day of their rows: what a person is called, needs and can do, and what stands about them now; and what is worked out of those. */
const UNDATED = ['name', 'contact', 'contactPreference', 'digitalAccess', 'legalName', 'accessNeeds', 'rentAccounts', 'skills', 'careerPlans', 'workLimits', 'unpaidWorkClash'];
const dated = (...days: object[]) => Object.fromEntries(ALL.map((name) => [name, days]));

/** The rooms with tables of their own: the consent room tells of its own what no grant opens by the day. */
const ROOMS = DOMAINS.filter((room): room is keyof HouseDatabases['rooms'] => room !== 'consent');

describe('rows are shared by their day', () => {
  test.each(ROOMS)('%s gives all of them on their day, but those of which it knows none', async (room) => {
    const everything = await givenOf(room, { granted: ALL }), then = await givenOf(room, { dated: dated(THEN) });
    const unlike = fieldsOf(room).filter((name) => name !== 'id' && JSON.stringify(then[name]) !== JSON.stringify(everything[name]));
    expect(unlike.filter((name) => !UNDATED.includes(name))).toEqual([]);
    expect(fieldsOf(room).filter((name) => UNDATED.includes(name) && JSON.stringify(then[name]) === JSON.stringify(everything[name]))).toEqual([]);
  });

  test.each(ROOMS)('%s gives none of them on other days, as if there were none', async (room) => {
    const bare = somebody(), shares = { dated: dated(BEFORE, AFTER) };
    const [theirs, nobodys] = await given(room, [person, bare], (id) => ({ people: { [id(person)]: shares, [id(bare)]: shares } }));
    const always = new Set([...direct.reachable.fields].filter(([, needs]) => needs === NOTHING).map(([name]) => name));
    const tables = fieldsOf(room).filter((name) => !always.has(name));
    expect(Object.fromEntries(tables.map((name) => [name, theirs![name]]))).toEqual(Object.fromEntries(tables.map((name) => [name, nobodys![name]])));
  });

  test.each(ROOMS)('%s gives the agency its own, whatever their day', async (room) => {
    const own = await givenOf(room, { own: ALL }, officerOf(FIFE));
    expect(await givenOf(room, { own: ALL, dated: dated(BEFORE, AFTER) }, officerOf(FIFE))).toEqual(own);
  });

  test('of every room: no field is undated that is not on the list', () => {
    expect(UNDATED.filter((name) => !ROOMS.some((room) => fieldsOf(room).includes(name)))).toEqual([]);
  });
});

/** Keeps every row of somebody in a room from them, until a day; by whom, and whether it was reviewed, is what the test says. */
async function keep(room: keyof HouseDatabases['rooms'], whose: SpineId, change: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const client = new Client({ connectionString: direct.house.databases.rooms[room] });
  await client.connect();
  const names = [...new Set(direct.records.tables.filter((table) => table.room === room).map(({ name }) => name))];
  for (const name of names) {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${escapeIdentifier(name)} WHERE person = $1`, [identifiers.issue(room, whose)]);
    for (const { id } of rows) {
      const row = {
        id: randomUUID(), person: identifiers.issue(room, whose), agency: FIFE, record: id, kind: name, ground: 'HEALTH', reason: 'It would harm them.', restrictedBy: 'niamh', restrictedAt: new Date(),
        until: new Date(Date.now() + 86_400_000), key: randomUUID(), reviewer: 'kirsty', reviewedAt: new Date(), ...change,
      };
      await client.query(`INSERT INTO "Restriction" (${Object.keys(row).map(escapeIdentifier).join(', ')}) VALUES (${Object.keys(row).map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
    }
  }
  await client.end();
}

describe.each(ROOMS)('%s keeps from a person what its controller keeps from them:', (room) => {
  const read = async (whose: SpineId, caller: (id: (person: SpineId) => PersonId) => ClaimedCaller): Promise<Row> =>
    ({ ...(await given(room, [whose], (id) => ({ caller: caller(id), people: { [id(whose)]: { granted: ALL } } })))[0], id: '' });
  const themselves = (whose: SpineId) => read(whose, (id) => ({ kind: 'person', person: id(whose) }));

  test('for them and whoever acts for them it is as if there were no such rows, and a worker reads all', async () => {
    const kept = await recorded(direct, FIFE), bare = somebody(), open = await themselves(kept), byWorker = await read(kept, () => officerOf(FIFE));
    await keep(room, kept);
    const tables = fieldsOf(room);
    const told = (answer: Row): unknown => Object.fromEntries(tables.map((name) => [name, answer[name]]));
    expect(told(await themselves(kept))).toEqual(told(await themselves(bare)));
    expect(told(await read(kept, (id) => ({ kind: 'person', person: id(bare) })))).toEqual(told(await themselves(bare)));
    expect(await read(kept, () => officerOf(FIFE))).toEqual(byWorker);
    expect(told(open)).not.toEqual(told(await themselves(bare)));
  });

  test.each([
    ['is over', { restrictedAt: new Date(Date.now() - 9 * 86_400_000), until: new Date(Date.now() - 86_400_000) }], ['nobody has reviewed yet', { reviewer: null, reviewedAt: null }],
  ])('what %s is kept no more', async (_, change) => {
    const whose = await recorded(direct, FIFE), open = await themselves(whose);
    await keep(room, whose, change);
    expect(await themselves(whose)).toEqual(open);
  });
});

test('Ewan of Fife Housing and Una of Glasgow Housing each read their own rows of Fiona, and no others', async () => {
  const fiona = identifiers.open('agency:fife-housing', direct.house.personIdFor('ewan', 'fiona'))!;
  const areasTo = async (agency: string, shares: NonNullable<Decided['people']>[string]) => {
    const [answer] = await given('housing', [fiona], (id) => ({ caller: officerOf(agency), people: { [id(fiona)]: shares } }));
    return { areas: valuesAt(answer!, 'HousingSituation.area'), homeless: valuesAt(answer!, 'HomelessApplication.stage'), codes: answer!.homelessApplications };
  };
  const housing = { own: ['WHERE_I_LIVE', 'HOMELESSNESS_HELP', 'HOUSING_MONEY'] };
  expect(await areasTo(FIFE, housing)).toEqual({ areas: ['Glenrothes'], homeless: [], codes: [] });
  expect(await areasTo(GLASGOW, housing)).toMatchObject({ areas: ['Glasgow', 'Govan'], homeless: ['OUTCOME'] });
  expect(await areasTo(GLASGOW, { own: ['WHERE_I_LIVE'] })).toEqual({ areas: ['Glasgow'], homeless: [], codes: null });
  expect(await areasTo('fife-works', housing)).toEqual({ areas: [], homeless: [], codes: [] });
});
