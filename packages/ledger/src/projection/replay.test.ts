import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { HouseError } from '@thegither/vocabulary';
import type { SharingEvent } from '../events/event.ts';
import { heldBackHistory } from '../events/heldBackHistory.ts';
import { look } from '../testing/everyEvent.ts';
import { addOverseers, inAMonth } from '../testing/overseers.ts';
import { byPerson, byWorker, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';
import { readProjection } from './readProjection.ts';
import { EMPTY, apply, replay } from './replay.ts';
import { writeChanges } from './writeChanges.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await addOverseers(house.pool);
});
afterAll(() => house.close());

const RECIPIENTS = [{ agency: 'fife-works' }, { team: 'east' }, { team: 'west' }, { worker: 'isla' }, { worker: 'rory' }, { agency: 'fife-housing' }];
const recipient = fc.constantFrom(...RECIPIENTS);
const categories = fc.uniqueArray(fc.constantFrom('ACTION_PLAN', 'SKILLS', 'WHERE_I_LIVE', 'CONVICTIONS'), { minLength: 1 });
const purpose = fc.constantFrom('EMPLOYABILITY_SUPPORT', 'REFERRAL');
const which = fc.nat(9);

const step = fc.oneof(
  fc.record({ verb: fc.constant('giveGrant' as const), recipient, categories, purpose, dataFrom: fc.constantFrom(null, null, '2026-03-01'), mode: fc.constantFrom(null, 'COPY') }),
  fc.record({ verb: fc.constant('refuse' as const), recipient, categories, purpose: fc.option(purpose) }),
  fc.record({ verb: fc.constantFrom('withdrawGrant' as const, 'pauseGrant' as const, 'resumeGrant' as const, 'renewGrant' as const, 'confirmGrant' as const, 'invalidateGrant' as const), which }),
  fc.record({ verb: fc.constant('recordGrant' as const), recipient }),
  fc.record({ verb: fc.constant('ask' as const), purpose }),
  fc.record({ verb: fc.constantFrom('agreeTo' as const, 'putOffRequest' as const, 'refuseRequest' as const, 'cancelRequest' as const), which }),
  fc.record({ verb: fc.constant('appoint' as const), powers: fc.subarray(['READ', 'AGREE', 'STOP'], { minLength: 1 }), categories }),
  fc.record({ verb: fc.constant('recordAuthority' as const), kind: fc.constantFrom('ATTORNEY', 'GUARDIAN', 'INTERVENTION_ORDER'), categories }),
  fc.record({ verb: fc.constantFrom('confirmAuthority' as const, 'endAuthority' as const), which }),
  fc.record({ verb: fc.constantFrom('endExclusion' as const, 'endAssignment' as const), which }),
  fc.record({ verb: fc.constantFrom('stopAll' as const, 'resumeSharing' as const, 'leaveHousehold' as const) }),
  fc.record({ verb: fc.constant('joinHousehold' as const), household: fc.constantFrom('7e570000-0000-4000-8000-00000000000a', '7e570000-0000-4000-8000-00000000000b') }),
  fc.record({ verb: fc.constantFrom('exclude' as const, 'withdrawFrom' as const), recipient }),
  fc.record({ verb: fc.constant('assign' as const), worker: fc.constantFrom('isla', 'rory', 'eilidh') }),
  fc.record({ verb: fc.constant('confirm' as const), which, wrong: fc.boolean() }),
  fc.record({ verb: fc.constant('chooseContact' as const), way: fc.constantFrom('NONE', 'TEXT'), byIsla: fc.boolean() }),
  fc.record({ verb: fc.constantFrom('acknowledgeEnding' as const, 'attestErasure' as const), which }),
  fc.record({ verb: fc.constant('breakGlass' as const), categories: fc.constantFrom(['SKILLS'], ['ACTION_PLAN', 'SKILLS']), delayNotice: fc.constantFrom(null, 'Not safe.') }),
  fc.record({ verb: fc.constant('reviewOpening' as const), which, outcome: fc.constantFrom('JUSTIFIED', 'NOT_JUSTIFIED') }),
  fc.record({ verb: fc.constant('challenge' as const), which }),
  fc.record({ verb: fc.constant('close' as const), which, outcome: fc.constantFrom('EXPECTED', 'MISTAKE', 'MISUSE') }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pick = (ids: readonly { id: string }[], n: number): string => ids[n % Math.max(ids.length, 1)]?.id ?? 'none';

const sharingOf = async (person: string) => (await house.ledger.readSharing([person])).get(person)!;
const requestOf = async (person: string, n: number) => {
  const requests = (await house.ledger.readRequests([person])).get(person)!;
  return requests[n % Math.max(requests.length, 1)] ?? { id: 'none', purpose: 'REFERRAL' };
};

/** One of three notices about the person: as the hourly run would make them. */
async function noticeOf(person: string, place: number): Promise<string> {
  await house.pool.query(
    `INSERT INTO ending_notice (id, person, grant_id, agency, workers, categories, held_back, ended_at, noticed_at, acknowledge_by, attest_by)
     SELECT gen_random_uuid(), $1, gen_random_uuid(), 'fife-works', '{isla}', 1, false, now(), now(), now(), now() FROM generate_series(1, 3) WHERE NOT EXISTS (SELECT FROM ending_notice WHERE person = $1)`, [person]);
  return (await house.pool.query<{ id: string }>('SELECT id FROM ending_notice WHERE person = $1 ORDER BY id', [person])).rows[place]!.id;
}

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
    case 'appoint': return ledger.appointRepresentative({ ...act, representative: somebody(), powers: taken.powers, categories: taken.categories });
    case 'recordAuthority': return ledger.recordAuthority({ ...byWorker('isla', person), representative: somebody(), powers: ['READ'], categories: taken.categories, kind: taken.kind, reason: 'It is so.', document: 'Seen.' });
    case 'confirmAuthority': return ledger.confirmAuthority({ ...byWorker('kirsty', person), authority: pick((await sharingOf(person)).authorities, taken.which), reason: 'Seen as well.' });
    case 'endAuthority': {
      const { authorities } = await sharingOf(person), one = authorities[taken.which % Math.max(authorities.length, 1)];
      return ledger.endAuthority({ ...(one?.kind === 'APPOINTED' ? act : byWorker('kirsty', person)), authority: one?.id ?? 'none', reason: 'Over.' });
    }
    case 'endExclusion': return ledger.endExclusion({ ...act, exclusion: pick((await sharingOf(person)).exclusions, taken.which) });
    case 'endAssignment': return ledger.endAssignment({ ...act, assignment: pick((await sharingOf(person)).assignments, taken.which) });
    case 'chooseContact': return ledger.chooseContact({ ...(taken.byIsla ? byWorker('isla', person) : act), way: taken.way });
    case 'acknowledgeEnding': case 'attestErasure':
      return ledger[taken.verb]({ actor: { kind: 'worker', id: 'kirsty' }, key: randomUUID(), ending: await noticeOf(person, taken.which % 3), outcome: 'ERASED' });
    // It began before, so that nobody counts how often in one night.
    case 'breakGlass': return ledger.breakGlass({ ...byWorker('isla', person), categories: taken.categories, ground: 'LEGAL_DUTY', reason: 'It could not wait.', minutes: 30, delayNotice: taken.delayNotice, began: Date.now() });
    case 'reviewOpening': {
      const openings = (await ledger.readOpenings([person], false)).get(person)!;
      return ledger.reviewOpening({ actor: { kind: 'worker', id: 'kirsty' }, key: randomUUID(), opening: pick(openings, taken.which), outcome: taken.outcome, reason: 'Looked into it.' });
    }
    case 'challenge': {
      await look(ledger, person);
      return ledger.challengeLook({ ...act, disclosure: pick(await ledger.readDisclosures(person, { first: 10 }), taken.which), words: taken.which % 2 ? 'Who is this?' : null });
    }
    case 'close': return ledger.closeChallenge({ ...byWorker('shona', person), challenge: pick((await ledger.readChallenges([person])).get(person)!, taken.which), outcome: taken.outcome, words: 'We looked into it.' });
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

test('what is held back stands on a history of its own, whole and replayed like every other', async () => {
  const person = somebody(), beside = heldBackHistory(person), { ledger } = house;
  const propose = async (renews?: string) => (await ledger.proposeSuppression({ ...byWorker('shona', person), recipient: { agency: 'fife-works' }, ground: 'COVERT_STATUTORY', reason: 'An inquiry.', until: inAMonth(), renews })).subject;
  const first = await propose();
  await ledger.approveSuppression({ ...byWorker('fergus', person), suppression: first });
  await ledger.approveSuppression({ ...byWorker('fergus', person), suppression: await propose(first) });
  await ledger.endSuppression({ ...byWorker('shona', person), suppression: first, reason: 'It is over.' });
  const events = await ledger.readEvents(beside);
  expect(events.map(({ kind }) => kind)).toEqual(['SUPPRESSION_PROPOSED', 'SUPPRESSION_APPROVED', 'SUPPRESSION_PROPOSED', 'SUPPRESSION_APPROVED', 'SUPPRESSION_ENDED']);
  expect(await readProjection(house.pool, beside)).toEqual(replay(events));
  expect(await ledger.readEvents(person)).toEqual([]);
});
