import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { agree, byPerson, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const supported = async (): Promise<{ person: string; grant: string }> => {
  const person = somebody();
  await support(house.ledger, person);
  return { person, grant: await agree(house.ledger, person, 'ACTION_PLAN') };
};

test.each<[string, (one: { person: string; grant: string }) => Promise<unknown>]>([
  ['an event', ({ person, grant }) => house.ledger.withdrawGrant({ ...byPerson(person), grant })],
  ['the end of a grant by the clock', ({ person }) => house.pool.query('UPDATE sharing_grant SET access_to = clock_timestamp() WHERE person = $1', [person])],
  ['the beginning of a grant by the clock', ({ person }) => house.pool.query(`UPDATE sharing_grant SET access_from = clock_timestamp() + interval '1 day' WHERE person = $1`, [person])],
  ['the end of support by the clock', ({ person }) => house.pool.query('UPDATE assignment SET access_to = clock_timestamp() WHERE person = $1', [person])],
])('%s makes a person\'s mark another, and nobody else\'s', async (_, happens) => {
  const one = await supported(), other = await supported();
  const before = await house.ledger.readMarks([one.person, other.person]);
  await happens(one);
  const after = await house.ledger.readMarks([one.person, other.person]);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
});

test('marks come in the order asked, for nobody too', async () => {
  const { person } = await supported();
  const nobody = somebody();
  const [one, none] = await house.ledger.readMarks([person, nobody]);
  expect(none).toBe((await house.ledger.readMarks([somebody()]))[0]);
  expect(await house.ledger.readMarks([nobody, person])).toEqual([none, one]);
  expect(await house.ledger.readMarks([])).toEqual([]);
});
