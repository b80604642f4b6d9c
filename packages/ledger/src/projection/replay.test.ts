import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { HouseError } from '@thegither/vocabulary';
import type { SharingEvent } from '../events/event.ts';
import { byPerson, byWorker, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { readProjection } from './readProjection.ts';
import { EMPTY, apply, replay } from './replay.ts';
import { writeChanges } from './writeChanges.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const RECIPIENTS = [{ agency: 'fife-works' }, { team: 'east' }, { team: 'west' }, { worker: 'isla' }, { worker: 'rory' }, { agency: 'fife-housing' }];
const recipient = fc.constantFrom(...RECIPIENTS);
const categories = fc.uniqueArray(fc.constantFrom('ACTION_PLAN', 'SKILLS', 'WHERE_I_LIVE', 'CONVICTIONS'), { minLength: 1 });
const purpose = fc.constantFrom('EMPLOYABILITY_SUPPORT', 'REFERRAL');
const which = fc.nat(9);

const step = fc.oneof(
  fc.record({ verb: fc.constant('giveGrant' as const), recipient, categories, purpose }),
  fc.record({ verb: fc.constant('refuse' as const), recipient, categories, purpose: fc.option(purpose) }),
  fc.record({ verb: fc.constantFrom('withdrawGrant' as const, 'pauseGrant' as const, 'resumeGrant' as const, 'renewGrant' as const, 'confirmGrant' as const, 'invalidateGrant' as const), which }),
  fc.record({ verb: fc.constant('recordGrant' as const), recipient }),
  fc.record({ verb: fc.constant('ask' as const), purpose }),
  fc.record({ verb: fc.constantFrom('agreeTo' as const, 'putOffRequest' as const, 'refuseRequest' as const, 'cancelRequest' as const), which }),
  fc.record({ verb: fc.constantFrom('endExclusion' as const, 'endAssignment' as const), which }),
  fc.record({ verb: fc.constantFrom('stopAll' as const, 'resumeSharing' as const, 'leaveHousehold' as const) }),
  fc.record({ verb: fc.constant('joinHousehold' as const), household: fc.constantFrom('7e570000-0000-4000-8000-00000000000a', '7e570000-0000-4000-8000-00000000000b') }),
  fc.record({ verb: fc.constantFrom('exclude' as const, 'withdrawFrom' as const), recipient }),
  fc.record({ verb: fc.constant('assign' as const), worker: fc.constantFrom('isla', 'rory', 'eilidh') }),
  fc.record({ verb: fc.constant('confirm' as const), which, wrong: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pick = (ids: readonly { id: string }[], n: number): string => ids[n % Math.max(ids.length, 1)]?.id ?? 'none';

const sharingOf = async (person: string) => (await house.ledger.readSharing([person])).get(person)!;
const requestOf = async (person: string, n: number) => {
  const requests = (await house.ledger.readRequests([person])).get(person)!;
  return requests[n % Math.max(requests.length, 1)] ?? { id: 'none', purpose: 'REFERRAL' };
};

async function take(person: string, taken: Step): Promise<unknown> {
  const { ledger } = house;
  const act = byPerson(person);
  switch (taken.verb) {
    case 'giveGrant': return ledger.giveGrant({ ...act, ...taken });
    case 'refuse': return ledger.refuse({ ...act, ...taken });
    case 'exclude': case 'withdrawFrom': return ledger[taken.verb]({ ...act, ...taken });
    case 'joinHousehold': return ledger.joinHousehold({ ...act, ...taken });
    case 'stopAll': case 'resumeSharing': case 'leaveHousehold': return ledger[taken.verb](act);
    case 'assign': return ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: taken.worker, reason: 'Knows the person.' });
    case 'withdrawGrant': case 'pauseGrant': case 'resumeGrant': case 'renewGrant': case 'confirmGrant': case 'invalidateGrant':
      return ledger[taken.verb]({ ...act, grant: pick((await sharingOf(person)).grants, taken.which) });
    case 'recordGrant': return ledger.recordGrant({ ...byWorker('isla', person), recipient: taken.recipient, categories: ['ACTION_PLAN'], channel: 'BY_PHONE', words: 'Said yes.' });
    case 'ask': return ledger.askForSharing({ ...byWorker('isla', person), purpose: taken.purpose, categories: ['SKILLS', 'ACTION_PLAN'], recipient: { team: 'east' }, reason: 'To plan.' });
    case 'putOffRequest': case 'refuseRequest': return ledger[taken.verb]({ ...act, request: (await requestOf(person, taken.which)).id });
    case 'cancelRequest': return ledger.cancelRequest({ ...byWorker('isla', person), request: (await requestOf(person, taken.which)).id });
    case 'agreeTo': {
      const { id, purpose: asked } = await requestOf(person, taken.which);
      return ledger.giveGrant({ ...act, purpose: asked, categories: taken.which % 2 ? ['SKILLS'] : ['SKILLS', 'ACTION_PLAN'], recipient: { team: 'east' }, request: id });
    }
    case 'endExclusion': return ledger.endExclusion({ ...act, exclusion: pick((await sharingOf(person)).exclusions, taken.which) });
    case 'endAssignment': return ledger.endAssignment({ ...act, assignment: pick((await sharingOf(person)).assignments, taken.which) });
    case 'confirm': {
      const assignment = pick((await sharingOf(person)).assignments, taken.which);
      return ledger.confirmAssignment(taken.wrong ? { ...byWorker('isla', person), assignment, code: 'wrong' } : { ...act, assignment });
    }
    default: return undefined;
  }
}

/** A step that may not be taken changes nothing; every other failure is one. */
const orRefused = (cause: unknown): void => {
  if (!(cause instanceof HouseError) || cause.code !== 'INVALID_INPUT') throw cause;
};

describe('the tables say what follows from the events', () => {
  test('after any history', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const person = somebody();
      for (const one of steps) await take(person, one).catch(orRefused);
      const events = await house.ledger.readEvents(person);
      expect(await readProjection(house.pool, person)).toEqual(replay(events));
    }), { numRuns: 40 });
  }, 60_000);

  test('after a history that several connections wrote at once, without a gap', async () => {
    const person = somebody();
    const steps = fc.sample(step, { numRuns: 40, seed: 7 });
    await Promise.all(steps.map((one) => take(person, one).catch(orRefused)));
    const events = await house.ledger.readEvents(person);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
    expect(await readProjection(house.pool, person)).toEqual(replay(events));
  }, 60_000);
});

test('an event changes no state that was there before it', () => {
  const event: SharingEvent = {
    id: 'e', person: 'p', position: 1, at: '2026-11-22T00:00:00.000Z', actor: { kind: 'person', id: 'p' }, key: 'k', kind: 'SHARING_STOPPED', body: { hold: 'h', again: false },
  };
  const before = structuredClone(EMPTY);
  const stopped = apply(EMPTY, event);
  expect(stopped.hold).toEqual({ h: { id: 'h', person: 'p', openedEvent: 'e', endedEvent: null } });
  expect(EMPTY).toEqual(before);
});

test('an event about something that no event made is a fault, not an empty answer', () => {
  const event: SharingEvent = {
    id: 'e', person: 'p', position: 1, at: '2026-11-22T00:00:00.000Z', actor: { kind: 'person', id: 'p' }, key: 'k', kind: 'GRANT_WITHDRAWN', body: { grant: 'g' },
  };
  expect(() => replay([event])).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
});

test('a table that lost a row is a fault, and the event is not recorded', async () => {
  const client = await house.pool.connect();
  const lost = writeChanges(client, [{ table: 'hold', id: '7e570000-0000-4000-8000-000000000000', set: { endedEvent: '7e570000-0000-4000-8000-000000000001' } }]);
  await expect(lost).rejects.toMatchObject({ code: 'INTERNAL' });
  client.release();
});
