import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import * as fc from 'fast-check';
import { byPerson, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { readProjection } from './readProjection.ts';
import { replay } from './replay.ts';

jest.setTimeout(300_000);

const EACH = 500, AT_ONCE = 8;
const RECIPIENTS = [{ agency: 'fife-works' }, { team: 'east' }, { worker: 'isla' }, { agency: 'fife-housing' }];
const CATEGORIES = ['ACTION_PLAN', 'SKILLS', 'WHERE_I_LIVE', 'CONVICTIONS'];

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const step = (person: string, what: 'give' | 'takeBack') => ({ person, what });
const chosen = fc.record({ recipient: fc.constantFrom(...RECIPIENTS), categories: fc.subarray(CATEGORIES, { minLength: 1 }), pick: fc.nat(1_000_000) });

/** What they do, in an order that nobody planned and that is the same each time. */
function plan(people: readonly string[]) {
  const steps = people.flatMap((person) => Array.from({ length: EACH }, () => [step(person, 'give'), step(person, 'takeBack')]).flat());
  const [order] = fc.sample(fc.shuffledSubarray(steps, { minLength: steps.length }), { numRuns: 1, seed: 1 });
  return fc.sample(chosen, { numRuns: steps.length, seed: 1 }).map((choice, index) => ({ ...order![index]!, ...choice }));
}

/** One of the grants. Mostly it is not chosen again; now and then it is, and is found to have ended. */
function taken(grants: string[], pick: number): string {
  const at = pick % Math.max(grants.length, 1);
  return (pick % 10 === 0 ? grants[at] : grants.splice(at, 1)[0]) ?? 'none yet';
}

test('two people give and take back five hundred times each, over several connections at once: the tables say what follows from the events', async () => {
  const people = [somebody(), somebody()];
  const given = new Map<string, string[]>(people.map((person) => [person, []]));
  const left = plan(people).values();
  const causes: unknown[] = [];
  const done = new Map<string, number>(people.map((person) => [person, 0]));
  const act = async (): Promise<void> => {
    for (const { person, what, recipient, categories, pick } of left) {
      const grants = given.get(person)!;
      try {
        if (what === 'give') grants.push((await house.ledger.giveGrant({ ...byPerson(person), purpose: 'EMPLOYABILITY_SUPPORT', categories, recipient })).subject);
        else await house.ledger.withdrawGrant({ ...byPerson(person), grant: taken(grants, pick) });
        done.set(person, done.get(person)! + 1);
      } catch (cause) {
        // What is taken back twice, or before anything was given, is refused and changes nothing.
        if (!(cause instanceof HouseError) || cause.code !== 'INVALID_INPUT') causes.push(cause);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, act));

  expect(causes).toEqual([]);
  const { rows: [server] } = await house.pool.query<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
  expect(Number(server!.deadlocks)).toBe(0);
  for (const person of people) {
    const events = await house.ledger.readEvents(person);
    expect(events.length).toBeGreaterThan(EACH);
    expect(events).toHaveLength(done.get(person)!);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
    expect(await readProjection(house.pool, person)).toEqual(replay(events));
  }
});
