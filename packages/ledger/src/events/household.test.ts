import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { byPerson, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const join = (person: string, household?: string | null) => house.ledger.joinHousehold({ ...byPerson(person), household });
const leave = (person: string) => house.ledger.leaveHousehold(byPerson(person));
const linksOf = async (person: string) => (await house.ledger.readHouseholdLinks([person])).get(person)!;
const kindsOf = async (person: string) => (await house.ledger.readEvents(person)).map(({ kind }) => kind);

describe('a household', () => {
  test('is read of those who agreed, each by their own act, until they leave', async () => {
    const [ann, bob] = [somebody(), somebody()];
    await join(ann);
    await join(bob, (await linksOf(ann))[0]!.household);
    expect(await house.ledger.readHouseholds([ann, bob])).toEqual(new Map([[ann, [bob]], [bob, [ann]]]));
    await leave(bob);
    expect(await house.ledger.readHouseholds([ann, bob])).toEqual(new Map([[ann, []]]));
  });

  test('stays in the history of the one who left, and can be joined again', async () => {
    const person = somebody(), household = randomUUID();
    const first = await join(person, household);
    const left = await leave(person);
    const again = await join(person, household);
    expect(await linksOf(person)).toEqual([{ household, since: again.at, until: null }, { household, since: first.at, until: left.at }]);
    expect(left.subject).toBe(first.subject);
    expect(await kindsOf(person)).toEqual(['HOUSEHOLD_JOINED', 'HOUSEHOLD_LEFT', 'HOUSEHOLD_JOINED']);
  });

  test('is one at a time: whoever is linked leaves first, whichever household it is', async () => {
    const person = somebody(), household = randomUUID();
    await join(person, household);
    for (const other of [household, randomUUID(), null]) await expect(join(person, other)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await linksOf(person)).toHaveLength(1);
  });

  test('is left by somebody who is in none by nobody', async () => {
    const person = somebody();
    await expect(leave(person)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await join(person);
    await leave(person);
    await expect(leave(person)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await kindsOf(person)).toEqual(['HOUSEHOLD_JOINED', 'HOUSEHOLD_LEFT']);
  });

  test.each(['', 'home', '7e570000-0000-4000-8000-00000000000g', `${randomUUID()}'`, '\0'])('is not named by %j, and no value is repeated', async (household) => {
    const person = somebody();
    await expect(join(person, household)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: 'A household is named by the id that somebody in it passed on.' });
    expect(await kindsOf(person)).toEqual([]);
  });

  test('is joined under a key once, also where a new one is begun', async () => {
    const person = somebody(), act = byPerson(person);
    const done = await house.ledger.joinHousehold(act);
    expect(await house.ledger.joinHousehold(act)).toEqual(done);
    await expect(house.ledger.joinHousehold({ ...act, household: randomUUID() })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    expect(await linksOf(person)).toHaveLength(1);
  });

  test('is joined once where two do it at the same moment', async () => {
    const person = somebody(), household = randomUUID();
    const both = await Promise.allSettled([join(person, household), join(person, household)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await linksOf(person)).toHaveLength(1);
  });

  test('has no history for somebody who was never in one', async () => {
    expect(await linksOf(somebody())).toEqual([]);
  });
});
