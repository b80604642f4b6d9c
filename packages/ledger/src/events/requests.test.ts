import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { namesIn } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { asWorker, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const ASK = { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN', 'SKILLS'], recipient: { agency: 'fife-works' }, reason: 'To find a course with you.' };
const ask = (person: string, change: object = {}) => house.ledger.askForSharing({ ...byWorker('isla', person), ...ASK, ...change });
const codeOf = (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (cause: unknown) => (cause instanceof HouseError ? cause.code : String(cause)));
const said = (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (cause: Error) => cause.message);
const statesOf = async (person: string) => (await house.ledger.readRequests([person])).get(person)!.map(({ state }) => state);
const agreeTo = (person: string, request: string, change: object = {}) =>
  house.ledger.giveGrant({ ...byPerson(person), purpose: ASK.purpose, categories: ASK.categories, recipient: ASK.recipient, request, ...change });
const longAgo = (person: string, days: number) => house.pool.query(`UPDATE request SET lapses_at = lapses_at - make_interval(days => $2) WHERE person = $1`, [person, days]);

/** Isla supports the person and has asked. */
async function asked(): Promise<{ person: string; request: string }> {
  const person = somebody();
  await support(house.ledger, person);
  return { person, request: (await ask(person)).subject };
}

describe('a request', () => {
  test('opens nothing, and says who asks for what and why', async () => {
    const { person, request } = await asked();
    const { granted } = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision;
    expect(namesIn(granted)).toEqual(['NAME_AND_CONTACT']);
    const [line] = (await house.ledger.readRequests([person])).get(person)!;
    expect({ ...line, categories: namesIn(line!.categories) }).toMatchObject({
      id: request, worker: 'isla', agency: 'Fife Works', agencyId: 'fife-works', recipient: { kind: 'agency', agency: 'fife-works' }, purpose: ASK.purpose,
      categories: ASK.categories, reason: ASK.reason, state: 'ASKED', lapses: line!.since + 30 * 86_400_000,
    });
  });

  test('agreed to in whole opens it, and is answered', async () => {
    const { person, request } = await asked();
    await agreeTo(person, request);
    const { granted } = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision;
    expect([namesIn(granted), await statesOf(person)]).toEqual([['NAME_AND_CONTACT', ...ASK.categories], ['AGREED']]);
  });

  test('agreed to in part opens the part', async () => {
    const { person, request } = await asked();
    await agreeTo(person, request, { categories: ['SKILLS'] });
    const { granted } = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision;
    expect([namesIn(granted), await statesOf(person)]).toEqual([['NAME_AND_CONTACT', 'SKILLS'], ['PART_AGREED']]);
    expect(namesIn((await house.ledger.readRequests([person])).get(person)![0]!.agreed!)).toEqual(['SKILLS']);
  });

  test.each<[string, object]>([
    ['more than was asked', { categories: ['SKILLS', 'CONVICTIONS'] }],
    ['another purpose', { purpose: 'REFERRAL' }],
    ['another recipient', { recipient: { worker: 'isla' } }],
  ])('is not answered by %s', async (_, change) => {
    const { person, request } = await asked();
    expect(await codeOf(agreeTo(person, request, change))).toBe('INVALID_INPUT');
    expect(await statesOf(person)).toEqual(['ASKED']);
  });

  test('refused stands as a refusal, which a grant of before does not beat', async () => {
    const { person, request } = await asked();
    await house.ledger.giveGrant({ ...byPerson(person), ...ASK, categories: ['SKILLS'] });
    await house.ledger.refuseRequest({ ...byPerson(person), request });
    const { granted } = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision;
    expect([namesIn(granted), await statesOf(person)]).toEqual([['NAME_AND_CONTACT'], ['REFUSED']]);
  });

  test('put off stays open, as long as before', async () => {
    const { person, request } = await asked();
    const [before] = (await house.ledger.readRequests([person])).get(person)!;
    await house.ledger.putOffRequest({ ...byPerson(person), request });
    const [after] = (await house.ledger.readRequests([person])).get(person)!;
    expect(after).toEqual({ ...before, state: 'PUT_OFF' });
    expect(await codeOf(agreeTo(person, request))).toBe('done');
  });

  test.each(['answered', 'cancelled', 'refused', 'lapsed'] as const)('that is %s is open to nothing more', async (how) => {
    const { person, request } = await asked();
    if (how === 'answered') await agreeTo(person, request);
    if (how === 'cancelled') await house.ledger.cancelRequest({ ...byWorker('isla', person), request });
    if (how === 'refused') await house.ledger.refuseRequest({ ...byPerson(person), request });
    if (how === 'lapsed') await longAgo(person, 30);
    expect(await codeOf(agreeTo(person, request))).toBe('INVALID_INPUT');
    for (const verb of ['putOffRequest', 'refuseRequest'] as const) expect(await codeOf(house.ledger[verb]({ ...byPerson(person), request }))).toBe('INVALID_INPUT');
    expect(await codeOf(house.ledger.cancelRequest({ ...byWorker('isla', person), request }))).toBe('INVALID_INPUT');
    expect(await statesOf(person)).toEqual([{ answered: 'AGREED', cancelled: 'CANCELLED', refused: 'REFUSED', lapsed: 'LAPSED' }[how]]);
  });

  test('of another person is none', async () => {
    const { request } = await asked();
    const other = somebody();
    expect(await codeOf(agreeTo(other, request))).toBe('INVALID_INPUT');
    expect(await codeOf(house.ledger.refuseRequest({ ...byPerson(other), request }))).toBe('INVALID_INPUT');
  });

  test('is answered by the person alone, and cancelled by who asked', async () => {
    const { person, request } = await asked();
    for (const verb of ['putOffRequest', 'refuseRequest'] as const) expect(await codeOf(house.ledger[verb]({ ...byWorker('isla', person), request }))).toBe('FORBIDDEN');
    expect(await codeOf(house.ledger.giveGrant({ ...byWorker('isla', person), ...ASK, request }))).toBe('FORBIDDEN');
    expect(await codeOf(house.ledger.cancelRequest({ ...byWorker('rory', person), request }))).toBe('FORBIDDEN');
    expect(await codeOf(house.ledger.cancelRequest({ ...byPerson(person), request }))).toBe('FORBIDDEN');
    expect(await codeOf(house.ledger.cancelRequest({ ...byWorker('isla', person), request }))).toBe('done');
  });
});

describe('nobody is pressed', () => {
  test('an agency has one open request of a person for each purpose', async () => {
    const { person } = await asked();
    expect(await codeOf(ask(person))).toBe('INVALID_INPUT');
    expect(await codeOf(ask(person, byWorker('rory', person)))).toBe('INVALID_INPUT');
    expect(await codeOf(ask(person, { purpose: 'REFERRAL' }))).toBe('done');
    expect(await codeOf(ask(person, { ...byWorker('ewan', person), recipient: { agency: 'fife-housing' } }))).toBe('done');
  });

  test('two who ask at once: one does', async () => {
    const person = somebody();
    const both = await Promise.all([codeOf(ask(person)), codeOf(ask(person, byWorker('rory', person)))]);
    expect(both.toSorted()).toEqual(['INVALID_INPUT', 'done']);
  });

  test('after no answer, a no or a cancelling it is too soon for four weeks, and the words do not say which', async () => {
    const refused = await asked(), lapsed = await asked(), cancelled = await asked();
    await house.ledger.refuseRequest({ ...byPerson(refused.person), request: refused.request });
    await longAgo(lapsed.person, 30);
    await house.ledger.cancelRequest({ ...byWorker('isla', cancelled.person), request: cancelled.request });
    const words = await Promise.all([refused, lapsed, cancelled].map(({ person }) => said(ask(person))));
    expect(new Set(words)).toEqual(new Set(['It is too soon to ask this person again.']));
    await longAgo(lapsed.person, 28);
    expect(await codeOf(ask(lapsed.person))).toBe('done');
  });

  test('after a yes more may be asked', async () => {
    const { person, request } = await asked();
    await agreeTo(person, request);
    expect(await codeOf(ask(person, { categories: ['CAREER_PLANS'] }))).toBe('done');
  });

  test.each<[string, object]>([
    ['another agency', { recipient: { agency: 'fife-housing' } }], ['another team', { recipient: { team: 'west' } }], ['a colleague', { recipient: { worker: 'rory' } }],
    ['a category that nobody agrees to', { categories: ['RISK_AND_SAFETY'] }], ['a purpose that nobody agrees to', { purpose: 'AUDIT' }], ['no reason', { reason: '' }],
  ])('nobody asks for %s', async (_, change) => {
    const person = somebody();
    expect(await codeOf(ask(person, change))).toBe('INVALID_INPUT');
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });

  test('a person asks nobody to share, themselves least of all', async () => {
    const person = somebody();
    expect(await codeOf(ask(person, byPerson(person)))).toBe('FORBIDDEN');
  });
});
