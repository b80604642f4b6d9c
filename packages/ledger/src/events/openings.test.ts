import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NOTHING, intersection, maskOf, namesIn, toInt8, union } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import type { Act } from './record.ts';
import { agree, asWorker, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import type { BreakGlass } from './breakGlass.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await house.pool.query(`INSERT INTO worker (id, agency, team, name, roles) VALUES ('shona', 'fife-housing', NULL, 'Shona', '{DATA_PROTECTION_LEAD}'), ('una', 'fife-housing', NULL, 'Una', '{TEAM_LEAD}') ON CONFLICT DO NOTHING`);
  await house.pool.query(
    `INSERT INTO legal_gateway (id, recipient_agency, categories, statute, effective_from, effective_to) VALUES
       ('over', 'fife-works', $1, 'A law that was repealed', '2018-03-01', '2019-03-01'), ('theirs', 'fife-housing', $1, 'Another agency''s', '2018-03-01', NULL)`,
    [toInt8(maskOf('WHERE_I_LIVE', 'MENTAL_HEALTH_AND_RECOVERY', 'RISK_AND_SAFETY', 'MY_SHARING'))]);
});
afterAll(() => house.close());
// What one test opened counts against nobody in the next.
beforeEach(async () => { await house.pool.query(`UPDATE opening SET access_from = access_from - interval '3 days', access_to = access_to - interval '3 days', review_by = review_by + interval '9 days'`); });

const GLASS = { categories: ['CONDITIONS'], ground: 'SERIOUS_THREAT', reason: 'Said that they cannot go on.', minutes: 30 } as const;
const breakGlass = (person: string, change: Partial<BreakGlass> = {}, worker = 'eilidh') => house.ledger.breakGlass({ ...byWorker(worker, person), ...GLASS, ...change });
const useLaw = (person: string, change: object = {}, worker = 'isla') =>
  house.ledger.useLegalGateway({ ...byWorker(worker, person), gateway: 'asp', reason: 'Council officer makes inquiries.', until: inDays(10), ...change });
const review = (opening: string, change: object = {}, worker = 'kirsty') => {
  const { person: _, ...act }: Act = byWorker(worker, '');
  return house.ledger.reviewOpening({ ...act, opening, outcome: 'JUSTIFIED', reason: 'There was danger.', ...change });
};
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const decided = async (person: string, worker = 'eilidh', purpose: Purpose = 'KEEP_SAFE') => (await house.ledger.decide(asWorker(worker), purpose, [person])).people[0]!;
const sees = async (person: string, worker = 'eilidh', purpose: Purpose = 'KEEP_SAFE') => {
  const { decision: { standing, granted, own } } = await decided(person, worker, purpose);
  return [standing, ...namesIn(union(granted, own))];
};
const look = async (person: string, worker = 'eilidh', asked = maskOf('CONDITIONS', 'SKILLS')) => {
  const now = await decided(person, worker), { granted, own } = now.decision;
  return house.ledger.release({
    caller: asWorker(worker), request: randomUUID(), attempt: 1, purpose: 'KEEP_SAFE', operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK', gatewayKey: 'gateway',
    people: [{ person, known: now.known, granted, own, fingerprint: now.fingerprint, asked, released: intersection(asked, granted) }],
  });
};
const code = (done: Promise<unknown>): Promise<string> => done.then(() => 'done', (cause: { code: string }) => cause.code);
const said = (done: Promise<unknown>): Promise<unknown> => done.then(() => 'done', ({ message }: Error) => message);
const openingOf = async (person: string) => (await house.ledger.readOpenings([person], false)).get(person)![0]!;

describe('in an emergency', () => {
  test('a worker who does not support the person opens what they list, for themselves, to keep safe, and nothing else', async () => {
    const person = somebody();
    await agree(house.ledger, person, 'SKILLS');
    expect(await sees(person)).toEqual(['STRANGER']);
    await breakGlass(person);
    expect(await sees(person)).toEqual(['OPENED', 'NAME_AND_CONTACT', 'CONDITIONS']);
    expect(await sees(person, 'eilidh', 'EMPLOYABILITY_SUPPORT')).toEqual(['NONE']);
    expect(await sees(person, 'rory')).toEqual(['STRANGER']);
    expect((await house.ledger.readEvents(person)).at(-1)).toMatchObject({ kind: 'GLASS_BROKEN', actor: { kind: 'worker', id: 'eilidh' } });
  });

  test.each<[string, (act: () => Act) => Promise<unknown>]>([
    ['a stop', (act) => house.ledger.stopAll(act())],
    ['a refusal', (act) => house.ledger.refuse({ ...act(), categories: ['CONDITIONS'], recipient: { agency: 'fife-works' } })],
    ['an exclusion', (act) => house.ledger.exclude({ ...act(), recipient: { worker: 'eilidh' } })],
  ])('%s does not stand in the way', async (_, change) => {
    const person = somebody();
    await change(() => byPerson(person));
    await breakGlass(person);
    expect(await sees(person)).toEqual(['OPENED', 'NAME_AND_CONTACT', 'CONDITIONS']);
  });

  test('whoever supports the person goes on to, and sees to keep safe what they opened for it alone', async () => {
    const person = somebody();
    await support(house.ledger, person, 'eilidh');
    await agree(house.ledger, person, 'SKILLS');
    await breakGlass(person);
    expect(await sees(person)).toEqual(['ASSIGNED', 'NAME_AND_CONTACT', 'CONDITIONS']);
    expect(await sees(person, 'eilidh', 'EMPLOYABILITY_SUPPORT')).toEqual(['ASSIGNED', 'NAME_AND_CONTACT', 'SKILLS']);
  });

  test('it is over at its end by the database\'s clock, and when the worker moves to another agency', async () => {
    const [over, moved] = [somebody(), somebody()];
    for (const person of [over, moved]) await breakGlass(person);
    await house.pool.query('UPDATE opening SET access_to = clock_timestamp() WHERE person = $1', [over]);
    await house.pool.query('UPDATE opening SET agency = \'fife-housing\' WHERE person = $1', [moved]);
    expect([await sees(over), await sees(moved)]).toEqual([['STRANGER'], ['STRANGER']]);
  });

  test('it is answered alike about somebody who keeps the worker out, who cannot be read, and whom nobody knows', async () => {
    const [known, out, unreadable] = [somebody(), somebody(), somebody()];
    await agree(house.ledger, known);
    await house.ledger.exclude({ ...byPerson(out), recipient: { worker: 'ewan' } });
    await agree(house.ledger, unreadable);
    await house.pool.query(`UPDATE sharing_grant SET purpose = 'CURIOSITY' WHERE person = $1`, [unreadable]);
    for (const person of [known, out, unreadable]) {
      expect(await house.ledger.breakGlass({ ...byWorker('ewan', person), ...GLASS, categories: ['WHERE_I_LIVE'] })).toEqual({ eventId: expect.any(String), at: expect.any(Number), subject: expect.any(String), kind: 'GLASS_BROKEN' });
    }
    expect((await decided(unreadable, 'isla')).decision.granted).toBe(NOTHING);
  });

  test.each<[string, Partial<BreakGlass>]>([
    ['risk and safety', { categories: ['RISK_AND_SAFETY'] }], ['mental health and recovery', { categories: ['CONDITIONS', 'MENTAL_HEALTH_AND_RECOVERY'] }], ['who looked', { categories: ['MY_SHARING'] }],
    ['no category', { categories: [] }], ['a category that there is not', { categories: ['SECRET'] }], ['a ground that there is not', { ground: 'CURIOSITY' }], ['a law, which is another act', { ground: 'STATUTORY' }],
    ['no reason', { reason: '' }], ['no reason for a delay', { delayNotice: '' }], ['no time', { minutes: 0 }], ['more than an hour', { minutes: 61 }], ['a part of a minute', { minutes: 1.5 }],
  ])('nobody breaks the glass for %s', async (_, change) => {
    const person = somebody();
    expect(await code(breakGlass(person, change))).toBe('INVALID_INPUT');
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });

  test.each<[string, (person: string) => Act]>([
    ['a lead who supports nobody', (person) => byWorker('kirsty', person)], ['an analyst', (person) => byWorker('priya', person)], ['the person', byPerson], ['an account that there is not', (person) => byWorker('nobody', person)],
  ])('%s does not break the glass', async (_, who) => {
    const person = somebody();
    expect(await code(house.ledger.breakGlass({ ...who(person), ...GLASS }))).toBe('FORBIDDEN');
  });

  test('a fourth in 24 hours is refused, also when all come at once; a repetition is none', async () => {
    const done = await Promise.all(Array.from({ length: 6 }, () => code(breakGlass(somebody()))));
    expect(done.toSorted()).toEqual(['OPENED_TOO_OFTEN', 'OPENED_TOO_OFTEN', 'OPENED_TOO_OFTEN', 'done', 'done', 'done']);
    await house.pool.query(`UPDATE opening SET access_from = access_from - interval '24 hours', access_to = access_to - interval '24 hours' WHERE worker = 'eilidh'`);
    const again = { ...byWorker('eilidh', somebody()), ...GLASS };
    const first = await house.ledger.breakGlass(again);
    expect(await house.ledger.breakGlass(again)).toEqual(first);
    expect(await code(house.ledger.breakGlass({ ...again, minutes: 20 }))).toBe('KEY_REUSED');
  });

  test('whoever has one that was not reviewed in time opens nothing more, by a law neither', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const { subject } = await breakGlass(person, {}, 'isla');
    await house.pool.query('UPDATE opening SET review_by = clock_timestamp() WHERE id = $1', [subject]);
    expect([await code(breakGlass(somebody(), {}, 'isla')), await code(useLaw(person)), await code(breakGlass(somebody()))]).toEqual(['REVIEW_OVERDUE', 'REVIEW_OVERDUE', 'done']);
    await review(subject);
    expect(await code(breakGlass(somebody(), {}, 'isla'))).toBe('done');
  });
});

test.each([
  ['2026-11-26T15:00:00Z', '2026-11-27T15:00:00.000Z', 'a Thursday, Friday'], ['2026-11-27T15:00:00Z', '2026-11-30T15:00:00.000Z', 'a Friday, Monday'], ['2026-11-28T09:00:00Z', '2026-11-30T09:00:00.000Z', 'a Saturday, Monday'],
  ['2026-11-29T23:00:00Z', '2026-11-30T23:00:00.000Z', 'a Sunday, Monday'], ['2026-10-23T11:00:00Z', '2026-10-26T12:00:00.000Z', 'a Friday in summer time, the same hour of Monday'],
])('what is opened at %s is to be reviewed by %s: of %s', async (began, by) => {
  const person = somebody();
  await breakGlass(person, { began: Date.parse(began) });
  expect(new Date((await openingOf(person)).reviewBy).toISOString()).toBe(by);
});

describe('by a law', () => {
  test('who supports the person opens what the law names, mental health too, but never who looked', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await useLaw(person);
    // J4 is named by this law, and not for a key worker: the role's ceiling stands.
    expect(await sees(person, 'isla')).toEqual(['ASSIGNED', 'NAME_AND_CONTACT', 'MENTAL_HEALTH_AND_RECOVERY', 'WHERE_I_LIVE']);
    expect((await house.ledger.readEvents(person)).at(-1)).toMatchObject({ kind: 'GATEWAY_USED', body: { opening: { ground: 'STATUTORY', gateway: 'asp' } } });
  });

  test('risk and safety is opened to a justice worker by a law that names it, and by nothing else', async () => {
    const person = somebody();
    await house.pool.query(`INSERT INTO worker (id, agency, name, roles) VALUES ('alan', 'fife-works', 'Alan', '{JUSTICE_WORKER}')`);
    await support(house.ledger, person, 'alan');
    await useLaw(person, { categories: ['RISK_AND_SAFETY'] }, 'alan');
    expect(await sees(person, 'alan')).toEqual(['ASSIGNED', 'NAME_AND_CONTACT', 'RISK_AND_SAFETY']);
    expect(await sees(person, 'alan', 'EMPLOYABILITY_SUPPORT')).toEqual(['ASSIGNED', 'NAME_AND_CONTACT']);
  });

  test.each<[string, object]>([
    ['a law that there is not', { gateway: 'none' }], ['a law that is not in force', { gateway: 'over' }], ['another agency\'s law', { gateway: 'theirs' }], ['what the law does not name', { categories: ['CONDITIONS'] }],
    ['who looked', { categories: ['MY_SHARING'] }], ['more than thirty days', { until: inDays(32) }], ['a day that is over', { until: '2018-03-01' }], ['no reason', { reason: '' }],
  ])('nobody goes by %s', async (_, change) => {
    const person = somebody();
    await support(house.ledger, person);
    expect(await code(useLaw(person, change))).toBe('INVALID_INPUT');
  });
});

describe('a second person', () => {
  test.each([['a lead of the agency', 'kirsty', 'done'], ['the data protection lead', 'shona', 'done'], ['a lead of another agency', 'una', 'INVALID_INPUT'], ['a colleague', 'rory', 'INVALID_INPUT'], ['who opened it', 'eilidh', 'INVALID_INPUT']])('%s may review it: %s %s', async (_, worker, expected) => {
    const { subject } = await breakGlass(somebody());
    const waits = (await house.ledger.readOpeningsToReview(worker)).some(({ opening }) => opening === subject);
    expect([waits, await code(review(subject, {}, worker))]).toEqual([expected === 'done', expected]);
  });

  test('a lead does not review what they opened themselves, although they support people', async () => {
    await house.pool.query(`INSERT INTO worker (id, agency, name, roles) VALUES ('both', 'fife-works', 'Both', '{TEAM_LEAD,KEY_WORKER}')`);
    const { subject } = await breakGlass(somebody(), {}, 'both');
    expect([(await house.ledger.readOpeningsToReview('both')).map(({ opening }) => opening).includes(subject), await code(review(subject, {}, 'both'))]).toEqual([false, 'INVALID_INPUT']);
  });

  test('ends what was not justified at once, and leaves the rest its time; once is all', async () => {
    const [bad, good] = [somebody(), somebody()];
    const not = await breakGlass(bad), was = await breakGlass(good);
    await review(not.subject, { outcome: 'NOT_JUSTIFIED' });
    await review(was.subject);
    expect([await sees(bad), await sees(good)]).toEqual([['STRANGER'], ['OPENED', 'NAME_AND_CONTACT', 'CONDITIONS']]);
    expect(await code(review(was.subject))).toBe('INVALID_INPUT');
    expect([(await openingOf(bad)).outcome, (await openingOf(good)).outcome]).toEqual(['NOT_JUSTIFIED', 'JUSTIFIED']);
  });

  test('an opening that there is not is refused as one that is another\'s to review', async () => {
    const { subject } = await breakGlass(somebody());
    expect(new Set([await said(review(randomUUID())), await said(review('SECRET')), await said(review(subject, {}, 'una'))])).toEqual(new Set(['There is no such opening for you to review.']));
  });

  test('what waits too long is said to be overdue', async () => {
    const { subject } = await breakGlass(somebody());
    const waiting = async () => (await house.ledger.readOpeningsToReview('kirsty')).find(({ opening }) => opening === subject)!;
    expect(await waiting()).toMatchObject({ worker: 'eilidh', overdue: false, asksForDelay: false });
    await house.pool.query('UPDATE opening SET review_by = clock_timestamp() WHERE id = $1', [subject]);
    expect(await waiting()).toMatchObject({ overdue: true });
    await review(subject);
    expect(await waiting()).toBeUndefined();
  });
});

/** How much of it the person finds, and the mark of their screens. */
const known = async (person: string) => [
  (await house.ledger.readOpenings([person], true)).get(person)!.length, (await house.ledger.readDisclosures(person, { first: 9 })).length,
  (await house.ledger.readWhoCouldLook([person])).get(person)!.lines.filter(({ purpose }) => purpose === 'KEEP_SAFE').length,
  (await house.ledger.readPreview(person, 'eilidh', 'KEEP_SAFE')).lines.filter(({ state }) => state === 'SHARED').length, ...await house.ledger.readMarks([person]),
];

describe('what the person is told', () => {
  test('everything at once: what was opened, who could look, who looked and by which reason', async () => {
    const person = somebody();
    await breakGlass(person);
    await look(person);
    const [openings, looks, could, preview] = await known(person);
    expect([openings, looks, could, preview]).toEqual([1, 1, 2, 2]);
    const [line] = await house.ledger.readDisclosures(person, { first: 1 });
    expect(line!.parts).toEqual([{ reason: 'BREAK_GLASS', categories: maskOf('CONDITIONS'), grants: [] }]);
  });

  test('nothing while that is delayed for safety, to the last byte, although the worker looked and asked; whoever oversees sees all', async () => {
    const [person, none] = [somebody(), somebody()];
    await breakGlass(person, { delayNotice: 'Somebody at home reads their screen.' });
    await look(person);
    await look(person, 'eilidh', maskOf('SKILLS'));
    expect(await known(person)).toEqual(await known(none));
    expect((await house.ledger.readOpenings([person], false)).get(person)).toHaveLength(1);
    expect((await house.ledger.readWhoCouldLook([person], false)).get(person)!.lines.map(({ reason }) => reason)).toContain('BREAK_GLASS');
  });

  test.each<[string, object, boolean]>([['at once when the reviewer does not agree with the delay', {}, true], ['at once when it was not justified', { outcome: 'NOT_JUSTIFIED' }, true], ['later when the reviewer agrees', { delayUntil: inDays(9) }, false]])('%s', async (_, change, told) => {
    const person = somebody();
    const { subject } = await breakGlass(person, { delayNotice: 'Somebody at home reads their screen.' });
    await review(subject, change);
    expect((await house.ledger.readOpenings([person], true)).get(person)).toHaveLength(told ? 1 : 0);
  });

  test.each<[string, object, string | null]>([
    ['for more than 28 days', { delayUntil: inDays(30) }, 'Not safe.'], ['of what was not justified', { delayUntil: inDays(9), outcome: 'NOT_JUSTIFIED' }, 'Not safe.'], ['where the worker gave no reason', { delayUntil: inDays(9) }, null],
  ])('no reviewer keeps it back %s', async (_, change, delayNotice) => {
    const { subject } = await breakGlass(somebody(), { delayNotice });
    expect(await code(review(subject, change))).toBe('INVALID_INPUT');
  });

  test('after one working day at most when nobody reviews it', async () => {
    const person = somebody();
    const { subject } = await breakGlass(person, { delayNotice: 'Not safe.' });
    const { toldFrom, reviewBy } = await openingOf(person);
    expect(toldFrom).toBe(reviewBy);
    await house.pool.query('UPDATE opening SET told_from = clock_timestamp() WHERE id = $1', [subject]);
    expect((await house.ledger.readOpenings([person], true)).get(person)).toHaveLength(1);
  });
});

const remindedOf = async (person: string) => {
  const kinds: string[] = [];
  await house.ledger.remind(async (reminder) => { if (reminder.person === person) kinds.push(reminder.kind); });
  return kinds;
};

describe('by the way that they chose', () => {
  test('the person is told of it once, also when they stopped all sharing', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await house.ledger.chooseContact({ ...byPerson(person), way: 'TEXT' });
    await house.ledger.stopAll(byPerson(person));
    await breakGlass(person);
    await useLaw(person);
    expect((await remindedOf(person)).toSorted()).toEqual(['GLASS_BROKEN', 'LAW_USED']);
    expect(await remindedOf(person)).toEqual([]);
  });

  test.each<[string, (person: string) => Promise<unknown>, object]>([
    ['chose no way', async () => undefined, {}], ['wants none', (person) => house.ledger.chooseContact({ ...byPerson(person), way: 'NONE' }), {}],
    ['is not to know yet', (person) => house.ledger.chooseContact({ ...byPerson(person), way: 'TEXT' }), { delayNotice: 'Not safe.' }],
  ])('nobody is told who %s', async (_, choose, how) => {
    const person = somebody();
    await choose(person);
    await breakGlass(person, how);
    expect(await remindedOf(person)).toEqual([]);
  });
});
