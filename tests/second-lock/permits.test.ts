import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { covers, maskOf, NOTHING, type Mask } from '@thegither/consent';
import { DOMAINS, REGISTER, type ClaimedCaller, type Domain, type PersonId, type SpineId } from '@thegither/vocabulary';
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
});
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
