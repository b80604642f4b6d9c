import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DOMAINS, REGISTER, type Domain, type SpineId } from '@thegither/vocabulary';
import { fieldsOf } from '../harness/reachable.ts';
import { CANARY, LIES, REPLIES } from './lies.ts';
import { expectCleanPrototypes, expectOurErrors, isJoined, openLiars, placesGivenAway, type About, type Liars } from './liars.ts';

jest.setTimeout(60_000);

const GRANTABLE = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);
/** One category of every room, so that each room is asked about somebody who withholds others of it. */
const FEW = ['SUPPORT_TEAM', 'ACTION_PLAN', 'SUPPORT_RECEIVED', 'HEALTH_AND_WORK', 'JUSTICE_SUPPORT', 'WHERE_I_LIVE', 'SKILLS'];

let liars: Liars;
/** Two who share everything, and one who shares little: what is volunteered of that one is what Isla must never see. */
let people: readonly SpineId[];
let stranger: SpineId;
/** By the question: everything, and for each room what it has itself. */
const honest = new Map<string, About>();
beforeAll(async () => {
  liars = await openLiars();
  people = [await liars.sharer(GRANTABLE), await liars.sharer(GRANTABLE), await liars.sharer(FEW)];
  stranger = await liars.stranger();
  for (const question of [liars.question(), ...DOMAINS.map(ownOf)]) {
    const answer = await liars.ask(people, question);
    expect(answer.errors).toBeUndefined();
    honest.set(question, answer);
  }
});
afterAll(() => liars.close());
afterEach(() => {
  for (const room of DOMAINS) liars.house.proxy(room).mend();
  expect(liars.logged()).not.toContain(CANARY);
  expectCleanPrototypes();
});

const ownOf = (room: Domain): string => liars.question(fieldsOf(room).filter((name) => name !== 'id'));

describe.each(DOMAINS)('%s cannot get past the gateway with', (room) => {
  test.each(LIES)('$title', async ({ outcome, tell }) => {
    const { fault, changed } = liars.fault(room, stranger, tell);
    liars.house.proxy(room).always(fault, isJoined);
    // What is volunteered may be meant for another room's field: then all of them are asked for.
    const question = outcome === 'same' ? liars.question() : ownOf(room);
    const was = honest.get(question)!, told = await liars.ask(people, question);
    expectOurErrors(told);
    if (outcome === 'same' || !changed()) return expect(told).toEqual(was);
    expect(told.errors).not.toHaveLength(0);
    expect(placesGivenAway(was, told)).toEqual([]);
    return outcome === 'told' ? expect(told.data).toEqual(was.data) : expect(told.data).not.toEqual(was.data);
  });

  test.each(REPLIES)('%s', async (_, reply) => {
    liars.house.proxy(room).always(async (_asked, passOn) => reply(await passOn()), isJoined);
    const was = honest.get(ownOf(room))!, told = await liars.ask(people, ownOf(room));
    expectOurErrors(told);
    expect(told.data).not.toEqual(was.data);
    expect(placesGivenAway(was, told)).toEqual([]);
  });
});

test('the house answers as before when nobody lies any more', async () => {
  for (const [question, answer] of honest) expect(await liars.ask(people, question)).toEqual(answer);
});
