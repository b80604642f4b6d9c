import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createIdentifiers } from '@thegither/identity';
import { caseloadOf, dayOf, type Persona } from '@thegither/synthetic';
import { REGISTER, categoryNamed } from '@thegither/vocabulary';
import { askInTime } from '../harness/askInTime.ts';
import { IDENTIFIER_KEYS } from '../harness/houseDatabases.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { expectedOf, joinedIn } from './questions.ts';
import { EVERYTHING, ROOMS } from './rooms.ts';

jest.setTimeout(120_000);

const SIZE = 200;
const PEOPLE = caseloadOf(SIZE, 7);
const identifiers = createIdentifiers(IDENTIFIER_KEYS);
const idOf = (audience: string) => ({ spine }: Persona) => identifiers.issue(audience, spine);
const seenByIsla = idOf('agency:fife-works');

/** What the generator says that somebody agreed to, as codes, and the name that comes with the assignment. */
const sharedBy = ({ sharing }: Persona): string[] => ['S1', ...sharing(0).grants.flatMap(({ categories }) => categories.map((name) => categoryNamed(name)!.code))];
const today = dayOf(Date.now());

type Person = Readonly<Record<string, unknown>>;
const CASELOAD = `{ caseload(first: ${SIZE}) { edges { person { id ${EVERYTHING} } } pageInfo { hasNextPage } } }`;
const BY_ID = `query ($ids: [PersonId!]!) { people(ids: $ids) { id ${EVERYTHING} } }`;
interface Caseload { readonly caseload: { readonly edges: readonly { readonly person: Person }[]; readonly pageInfo: { readonly hasNextPage: boolean } } }
interface ById { readonly people: readonly Person[] }

let house: TestHouse;
beforeAll(async () => { house = await startHouse({ through: 'all', people: PEOPLE, patience: PATIENT }); });
afterAll(() => house.stop());

const forget = () => [...Object.keys(ROOMS), 'decisions'].forEach((name) => house.proxy(name).forget());
const decisionsAsked = () => house.proxy('decisions').asked.map(({ path, body }) => [path, (body?.people as unknown[] | undefined)?.length]);

/** The answer, and only the traffic that it took. */
async function ask<Data>(query: string, variables?: Record<string, unknown>): Promise<{ readonly answer: Asked<Data>; readonly data: Data }> {
  const answer = await askInTime(() => {
    forget();
    return house.ask<Data>('isla', query, variables);
  });
  if (!answer.body.data) throw new Error(`no answer: ${answer.text}`);
  return { answer, data: answer.body.data };
}

/** One person as the answer has to show them, from the generator's own story. */
function expectedPerson(persona: Persona): Person {
  const shared = sharedBy(persona), story = persona.story(today);
  const fields = Object.values(ROOMS).flatMap((room) => Object.entries(room)).map(([name, { code, shows }]) => [name, shared.includes(code) ? shows(story) : null]);
  return { id: seenByIsla(persona), ...Object.fromEntries(fields) as Person };
}

const expectedStates = (persona: Persona) => REGISTER.filter(({ code }) => code !== 'J4').map(({ code, name, owner }) => {
  const state = code === 'M1' ? 'ROLE_LIMIT' : sharedBy(persona).includes(code) ? 'SHARED' : 'NOT_SHARED';
  return { person: seenByIsla(persona), category: name, state, owner, next: state === 'NOT_SHARED' ? 'ASK' : 'NONE' };
});

/** Longest assigned first; who has as long as another was assigned in the order of the list. */
const longestFirst = PEOPLE.toSorted((a, b) => a.sharing(0).assignments[0]!.from - b.sharing(0).assignments[0]!.from);

describe.each([
  {
    way: 'a whole caseload', order: longestFirst, questions: [['/decide', 0], ['/decide', SIZE], ['/release', SIZE]],
    askAll: async () => {
      const { answer, data: { caseload } } = await ask<Caseload>(CASELOAD);
      expect(caseload.pageInfo).toEqual({ hasNextPage: false });
      return { answer, people: caseload.edges.map(({ person }) => person) };
    },
  },
  {
    way: 'as many by their ids', order: PEOPLE.toReversed(), questions: [['/decide', SIZE], ['/release', SIZE]],
    askAll: async () => {
      const { answer, data } = await ask<ById>(BY_ID, { ids: PEOPLE.toReversed().map(seenByIsla) });
      return { answer, people: data.people };
    },
  },
])('$way in one question', ({ order, questions, askAll }) => {
  let answer: Asked<unknown>, people: readonly Person[];
  beforeAll(async () => { ({ answer, people } = await askAll()); });

  test('shows of each person what they share, and of the rest nothing', () => {
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    expect(people).toEqual(order.map(expectedPerson));
  });

  test('says of each person and category whether it is shared', () => {
    expect(answer.body.extensions?.sharing).toEqual(order.flatMap(expectedStates));
  });

  test.each(Object.keys(ROOMS))('asks %s once for each hundred people who share alike, and nothing that they do not share', (room) => {
    const groups = expectedOf(room, PEOPLE, sharedBy, idOf(room));
    const asked = joinedIn(house.proxy(room).asked);
    expect(asked.every(({ people }) => people.length <= 100)).toBe(true);
    for (const group of groups) {
      const questions = asked.filter(({ fields }) => fields.join() === group.fields.join());
      expect(questions.flatMap(({ people }) => people).toSorted()).toEqual(group.people.toSorted());
      expect(questions).toHaveLength(Math.ceil(group.people.length / 100));
    }
    const inGroups = groups.map(({ fields }) => fields.join());
    expect(asked.filter(({ fields }) => !inGroups.includes(fields.join()))).toEqual([]);
  });

  test('asks consent once who they are, and no other room without a person', () => {
    const without = Object.fromEntries(Object.keys(ROOMS).map((room) => [room, house.proxy(room).asked.length - joinedIn(house.proxy(room).asked).length]));
    expect(without).toEqual({ ...Object.fromEntries(Object.keys(ROOMS).map((room) => [room, 0])), consent: 1 });
  });

  test('asks the decision service once in each wave, and once to release', () => {
    expect(decisionsAsked()).toEqual(questions);
  });
});

test('the caseload has what the test is about: more than a hundred who share alike, all of nothing, and few of much', () => {
  const sizes = Object.keys(ROOMS).flatMap((room) => expectedOf(room, PEOPLE, sharedBy, idOf(room)).map(({ people }) => people.length));
  expect(Math.max(...sizes)).toBeGreaterThan(100);
  expect(new Set(PEOPLE.map((persona) => sharedBy(persona).join())).size).toBe(9);
});
