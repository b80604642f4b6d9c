import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ERRORS, PURPOSES } from '@thegither/vocabulary';
import { askInTime } from '../harness/askInTime.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { readWholePerson, type WholePerson } from '../harness/wholePerson.ts';
import { UNKNOWN, allStates, entries, expectedIn, filledIn } from './expected.ts';
import { CASELOADS, MY_SHARING, NAME, NO_PURPOSES, OTHER_PURPOSES, OWN, PEOPLE, SEEN, WORDS, WORKERS, type PersonName, type Seen, type Words } from './tables.ts';

jest.setTimeout(60_000);

type Person = Readonly<Record<string, unknown>>;
interface One { readonly person: Person | null }

let house: TestHouse, whole: WholePerson;
beforeAll(async () => {
  house = await startHouse({ patience: PATIENT });
  whole = await readWholePerson(house);
});
afterAll(() => house.stop());

const ask = <Data>(account: string, query: string, variables?: Record<string, unknown>, purpose?: string | null): Promise<Asked<Data>> =>
  askInTime(() => house.ask<Data>(account, query, variables, purpose === undefined ? {} : { purpose }));
const askAbout = (account: string, person: PersonName, purpose?: string | null): Promise<Asked<One>> =>
  ask<One>(account, `query ($id: PersonId!) { person(id: $id) { ...Whole } } ${whole.fragment}`, { id: house.personIdFor(account, person) }, purpose);

const purposeOf = (worker: string): string => (worker === 'shona' ? 'AUDIT' : 'EMPLOYABILITY_SUPPORT');

/** Everything that the answer says is what the table says: the person, each field, each state, both ways of telling it. */
function expectSeen(answer: Asked<{ person: Person | null } | { me: Person | null }>, id: string, seen: Seen, words: Words): void {
  const found = Object.values(answer.body.data ?? {})[0] as Person;
  expect(Object.keys(found)).toEqual(whole.fields);
  expect(found.id).toBe(id);
  expect(filledIn(found)).toEqual(expectedIn(whole.fields, seen.fields));
  expect(found.sharing).toEqual(allStates(seen, words));
  expect(answer.body.extensions?.sharing).toEqual(entries(id, seen, words));
}

const pairs = WORKERS.flatMap((worker) => PEOPLE.map((person) => ({ worker, person })));
const seenBy = (worker: string, person: PersonName): Seen | undefined =>
  worker === 'shona' ? { shared: 'M1', fields: onlyMySharing(person) } : SEEN[worker as keyof typeof SEEN][person];
const onlyMySharing = (person: PersonName) => Object.fromEntries(Object.entries(OWN[person]).filter(([field]) => MY_SHARING.includes(field)));

describe('every worker and every person', () => {
  test.each(pairs.filter(({ worker, person }) => seenBy(worker, person)))('$worker sees of $person what the table says, field by field', async ({ worker, person }) => {
    const answer = await askAbout(worker, person, purposeOf(worker));
    expect(answer.status).toBe(200);
    expect(answer.body.errors).toBeUndefined();
    expectSeen(answer, house.personIdFor(worker, person), seenBy(worker, person)!, WORDS[worker as keyof typeof WORDS]);
  });

  test.each(pairs.filter(({ worker, person }) => !seenBy(worker, person)))('to $worker $person is unknown, in the same letters as everybody unknown', async ({ worker, person }) => {
    expect(await askAbout(worker, person, purposeOf(worker))).toMatchObject({ status: 200, text: UNKNOWN });
  });

  test.each(PEOPLE)('to the data protection lead %s is unknown but for an audit', async (person) => {
    expect(await askAbout('shona', person, 'EMPLOYABILITY_SUPPORT')).toMatchObject({ status: 200, text: UNKNOWN });
  });

  test('Gordon reads the same of both his people, but for their names and how to reach and meet them', async () => {
    const [aisha, callum] = await Promise.all((['aisha', 'callum'] as const).map(async (person) => {
      const { body } = await askAbout('gordon', person);
      return { ...body.data?.person, id: null, name: null, contact: null, contactPreference: null, digitalAccess: null, sharing: body.extensions?.sharing?.map((entry) => ({ ...entry, person: null })) };
    }));
    expect(aisha).toEqual(callum);
    expect(aisha!.sharing!.filter(({ state }) => state === 'OUTSIDE_AGREEMENT').map(({ category }) => category))
      .toEqual(expect.arrayContaining(['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS', 'CONDITIONS', 'MENTAL_HEALTH_AND_RECOVERY']));
  });
});

const everything = (person: PersonName): Seen => ({ shared: 'S* E* H* J1 J2 J3 O* C* M1', fields: OWN[person] });
const OWN_WORDS: Words = { ROLE_LIMIT: 'J4' };

describe('every person and themselves', () => {

  test.each(PEOPLE)('%s sees all of their own but risk and safety', async (person) => {
    const answer = await askAbout(person, person);
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    expectSeen(answer, house.personIdFor(person, person), everything(person), OWN_WORDS);
  });

  test.each(PEOPLE)('%s sees the same as "me"', async (person) => {
    const answer = await ask<{ me: Person }>(person, `{ me { ...Whole } } ${whole.fragment}`);
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    expectSeen(answer, house.personIdFor(person, person), everything(person), OWN_WORDS);
  });

  test.each(PEOPLE)('to %s everybody else is unknown', async (person) => {
    for (const other of PEOPLE.filter((each) => each !== person)) expect(await askAbout(person, other)).toMatchObject({ status: 200, text: UNKNOWN });
  });
});

describe('lists of people', () => {
  test.each(WORKERS)('%s\'s caseload has their people in it, longest assigned first, and nobody else', async (worker) => {
    const answer = await ask(worker, '{ caseload(first: 200) { edges { person { id } } pageInfo { hasNextPage } } }', {}, purposeOf(worker));
    expect(answer.body).toEqual({ data: { caseload: {
      edges: (CASELOADS[worker] ?? []).map((person) => ({ person: { id: house.personIdFor(worker, person) } })),
      pageInfo: { hasNextPage: false },
    } } });
  });

  test('Kirsty hears that Hamish is to be handed over, as an id and a date alone', async () => {
    const { body } = await ask<{ handoversDue: { endedAt: string }[] }>('kirsty', '{ handoversDue { person worker endedAt } }');
    expect(body).toEqual({ data: { handoversDue: [{ person: house.personIdFor('kirsty', 'hamish'), worker: 'isla', endedAt: expect.any(String) }] } });
    const hoursAgo = (Date.now() - Date.parse(body.data!.handoversDue[0]!.endedAt)) / 3_600_000;
    expect(hoursAgo).toBeGreaterThanOrEqual(24);
    expect(hoursAgo).toBeLessThan(25);
  });

  test.each(WORKERS.filter((worker) => worker !== 'kirsty'))('%s, who leads no team, is not told of handovers', async (worker) => {
    const { body } = await ask<{ handoversDue: unknown }>(worker, '{ handoversDue { person } }', {}, purposeOf(worker));
    expect(body.data?.handoversDue ?? null).toBeNull();
    expect(body.errors?.map(({ extensions: { code } }) => code)).toEqual(['FORBIDDEN']);
  });
});

describe('another purpose', () => {
  test('every purpose but the one that people agreed to is in the tables', () => {
    const inTables = new Set([...Object.keys(OTHER_PURPOSES), ...NO_PURPOSES]);
    // For KEEP_SAFE nothing opens but what was opened for it: tests/keep-safe.
    expect(PURPOSES.filter((purpose) => !inTables.has(purpose))).toEqual(['EMPLOYABILITY_SUPPORT', 'KEEP_SAFE']);
  });

  const people: readonly PersonName[] = ['morag', 'callum'];
  const NAME_ALONE: Seen = { shared: 'S1', fields: NAME };
  const codes = 'S1 S2 S3 S4 S5 E1 E2 E3 E4 H1 H2 H3 H4 J1 J2 J3 J4 O1 O2 O3 C1 C2 C3 M1'.split(' ');
  const without = (ceiling: string): string => codes.filter((code) => !ceiling.split(' ').some((each) => each === code || each === `${code[0]}*`)).join(' ');

  test.each(Object.entries(OTHER_PURPOSES).flatMap(([purpose, ceiling]) => people.map((person) => ({ purpose, ceiling, person }))))(
    'for $purpose Isla sees $person\'s name, and of the rest whether it could be asked for', async ({ purpose, ceiling, person }) => {
      const answer = await askAbout('isla', person, purpose);
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
      expectSeen(answer, house.personIdFor('isla', person), NAME_ALONE, { ROLE_LIMIT: without(ceiling) });
    });

  test.each(NO_PURPOSES.flatMap((purpose) => people.map((person) => ({ purpose, person }))))('for $purpose Isla sees nothing of $person at all, and is told why', async ({ purpose, person }) => {
    const answer = await askAbout('isla', person, purpose);
    expect([answer.status, answer.body.errors]).toEqual([200, [{ message: ERRORS.NO_PURPOSE.meaning, extensions: { code: 'NO_PURPOSE' } }]]);
    expectSeen(answer, house.personIdFor('isla', person), { shared: '', fields: {} }, { NO_PURPOSE: codes.join(' ') });
  });
});
