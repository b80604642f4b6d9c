import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DOMAINS, REGISTER, type SpineId } from '@thegither/vocabulary';
import { claimsIn } from '../harness/claimsIn.ts';
import { rewrite } from '../harness/faults.ts';
import { idFor, identifiers } from '../harness/twins.ts';
import { CANARY, LIES } from './lies.ts';
import { expectCleanPrototypes, expectOurErrors, isJoined, openLiars, placesGivenAway, type About, type Liars } from './liars.ts';

jest.setTimeout(60_000);

const GRANTABLE = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);

let liars: Liars;
let people: readonly [SpineId, SpineId];
let stranger: SpineId;
let honest: About;
beforeAll(async () => {
  liars = await openLiars();
  people = [await liars.sharer(GRANTABLE), await liars.sharer(['SKILLS'])];
  stranger = await liars.stranger();
  honest = await liars.ask(people);
});
afterAll(() => liars.close());
afterEach(() => {
  for (const room of DOMAINS) liars.house.proxy(room).mend();
  expect(liars.logged()).not.toContain(CANARY);
  expectCleanPrototypes();
});

const inConsent = (person: SpineId): string => identifiers.issue('consent', person);

/** Has any room been asked about them? Their id in a room is in no body that room was sent. */
const askedAbout = (person: SpineId): string[] => DOMAINS.filter((room) => liars.house.proxy(room).asked.some(({ text, body }) => {
  const id = identifiers.issue(room, person);
  const { decision } = body!.extensions as { decision: string };
  return text.includes(id) || JSON.stringify(claimsIn(decision)).includes(id);
}));

type Person = Readonly<Record<string, unknown>>;
const one = (person: SpineId): Person => ({ __typename: 'Person', id: inConsent(person) });

/** What consent can say instead, where it was asked for two people by their ids. */
const LISTS: readonly (readonly [string, (honest: Person[]) => unknown])[] = [
  ['each other\'s place', (list) => list.toReversed()],
  ['a stranger for one of them', ([, second]) => [one(stranger), second]],
  ['a stranger for both', () => [one(stranger), one(stranger)]],
  ['the first for both', ([first]) => [first, first]],
  ['one more', (list) => [...list, one(stranger)]],
  ['one fewer', (list) => list.slice(1)],
  ['an id that is none', (list) => list.map((person) => ({ ...person, id: CANARY }))],
  ['another type', (list) => list.map((person) => ({ ...person, __typename: 'Service' }))],
  ['no list', ([first]) => first],
  ['a text', () => CANARY],
];

describe('consent, asked for people by their ids, cannot show somebody else: it says', () => {
  test.each(LISTS)('%s', async (_, lie) => {
    for (const room of DOMAINS) liars.house.proxy(room).forget();
    liars.house.proxy('consent').always(rewrite(({ data }) => ({ data: { people: lie((data as { people: Person[] }).people) } })), (asked) => !isJoined(asked));
    const told = await liars.ask(people);
    expectOurErrors(told);
    expect(told.errors).not.toHaveLength(0);
    expect(told.data).not.toEqual(honest.data);
    expect(placesGivenAway(honest, told)).toEqual([]);
    expect(askedAbout(stranger)).toEqual([]);
  });

  test('more of each than was asked', async () => {
    const volunteered = { name: { __typename: 'PersonName', knownAs: CANARY }, convictions: [{ __typename: 'Conviction', offence: CANARY }], sharing: [], canary: CANARY };
    liars.house.proxy('consent').always(rewrite(({ data }) => ({ data: { people: (data as { people: Person[] }).people.map((person) => ({ ...volunteered, ...person })), me: CANARY } })), (asked) => !isJoined(asked));
    expect(await liars.ask(people)).toEqual(honest);
  });
});

const edge = (person: SpineId): object => ({ __typename: 'CaseloadEdge', cursor: 'a', person: one(person) });
const whole = (): string => liars.reachable.select('once');

test('a stranger in a caseload stands nowhere in it, and no room is asked about them', async () => {
  liars.house.proxy('consent').always(rewrite(() => ({ data: { caseload: { __typename: 'Caseload', edges: [edge(stranger), edge(people[0])] } } })), (asked) => !isJoined(asked));
  for (const room of DOMAINS) liars.house.proxy(room).forget();
  const { body, text } = await liars.house.ask<{ caseload: { edges: { person: Person | null }[] } }>('isla', `{ caseload { edges { person { id ${whole()} } } } }`);
  const [first, second] = body.data!.caseload.edges;
  expect(first).toEqual({ person: null });
  expect(second!.person).toMatchObject({ id: idFor('isla', people[0]) });
  expect(text).not.toContain(idFor('isla', stranger));
  expect(askedAbout(stranger)).toEqual([]);
});

test('a mutation that answers with a stranger shows nobody', async () => {
  liars.house.proxy('consent').always(rewrite(({ data }) => ({ data: { refuse: { ...(data as { refuse: object }).refuse, person: one(stranger) } } })), ({ text }) => text.includes('mutation'));
  const { body, text } = await liars.house.ask('isla', `mutation ($input: RefuseInput!) { refuse(input: $input) { eventId person { id ${whole()} } } }`, {
    input: { key: 'a', person: idFor('isla', people[1]), categories: ['CONDITIONS'], recipient: { agency: 'fife-works' } },
  });
  expect(body.data).toEqual({ refuse: { eventId: expect.any(String), person: null } });
  expect(text).not.toContain(idFor('isla', stranger));
});

/** As many as one question may rename, with what is below them. */
const AT_A_TIME = 40;

/** Every field that has no argument, under the name of the next one: as many questions as that takes. */
function aliased(): readonly { readonly query: string; readonly fieldOf: ReadonlyMap<string, string> }[] {
  const names = [...liars.reachable.fields.keys()].filter((name) => !['id', 'disclosures', 'previewAs', 'unpaidWorkClash'].includes(name));
  const pairs = names.map((name, index) => [names[(index + 1) % names.length]!, name] as const);
  const parts = Array.from({ length: Math.ceil(pairs.length / AT_A_TIME) }, (_, part) => pairs.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME));
  return parts.map((part) => ({
    fieldOf: new Map(part),
    query: `query ($ids: [PersonId!]!) { people(ids: $ids) { __typename id ${part.map(([alias, name]) => `${alias}: ${liars.reachable.select('once', [name])}`).join(' ')} } }`,
  }));
}

describe('under names that belong to other fields', () => {
  test('each field is shown or withheld as what it is', async () => {
    const plain = (await liars.ask(people)).data!.people as Person[];
    for (const { query, fieldOf } of aliased()) {
      const renamed = (await liars.ask(people, query)).data!.people as Person[];
      for (const [alias, name] of fieldOf) expect(renamed.map((person) => person[alias])).toEqual(plain.map((person) => person[name]));
    }
  });

  test.each(DOMAINS)('what %s volunteers has no place', async (room) => {
    for (const { query } of aliased()) {
      liars.house.proxy(room).mend();
      const expected = await liars.ask(people, query);
      for (const { tell } of LIES.filter(({ outcome }) => outcome === 'same')) {
        liars.house.proxy(room).mend();
        liars.house.proxy(room).always(liars.fault(room, stranger, tell).fault, isJoined);
        expect(await liars.ask(people, query)).toEqual(expected);
      }
    }
  });
});
