import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOTHING, maskOf } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import { addOverseers, inAMonth } from '../testing/overseers.ts';
import { SEALS, agree, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import type { DisclosureLine, DisclosurePage } from './readDisclosures.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await addOverseers(house.pool);
});
afterAll(() => house.close());

interface Told { readonly worker?: string; readonly agency?: string; readonly purpose?: Purpose | null; readonly kind?: 'LIST' | 'LOOK'; readonly shown?: string; readonly asked?: string; readonly minutes?: number }

/** Puts a look on the record as the release would, so many minutes from now. */
async function tell(person: string, { worker = 'isla', agency = 'fife-works', purpose = 'KEEP_SAFE', kind = 'LOOK', shown = 'NAME_AND_CONTACT', asked = shown, minutes = 0 }: Told = {}): Promise<string> {
  const to = { id: randomUUID(), person, request: randomUUID(), attempt: 1 };
  await house.pool.query(
    `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, sealed, grants, operation_hash, decision_version, kind, gateway_key)
     VALUES ($1, $2, 1, $3, 0, clock_timestamp() + make_interval(mins => $4), $5, $6, '{KEY_WORKER}', $7, $8, '{}', '\\xaa', '1', $9, 'k')`,
    [to.id, to.request, person, minutes, worker, agency, purpose, SEALS.seal(to, { asked: maskOf(shown, asked), released: maskOf(shown), releasedOwn: NOTHING }), kind]);
  return to.id;
}

/** Looks of Isla's for this purpose are held back, or what else is said. */
async function holdBack(person: string, change: object = {}): Promise<string> {
  const { subject: suppression } = await house.ledger.proposeSuppression({
    ...byWorker('shona', person), recipient: { worker: 'isla' }, purposes: ['KEEP_SAFE'], ground: 'COVERT_STATUTORY', reason: 'An inquiry.', until: inAMonth(), ...change,
  });
  await house.ledger.approveSuppression({ ...byWorker('fergus', person), suppression });
  return suppression;
}

const seen = (person: string, page: Partial<DisclosurePage> = {}): Promise<DisclosureLine[]> => house.ledger.readDisclosures(person, { first: 50, ...page });
const ids = async (person: string, page: Partial<DisclosurePage> = {}): Promise<string[]> => (await seen(person, page)).map(({ id }) => id);

/** Everything about looks and choices that the person can read, in pages of every size and by every filter, as text. */
async function everythingRead(person: string): Promise<string> {
  const pages: unknown[] = [];
  for (const filter of [{}, { recipient: { worker: 'isla' } }, { recipient: { agency: 'fife-works' } }, { recipient: { team: 'east' } }, { category: 'SKILLS' }, { category: 'CONDITIONS' }, { from: '2026-01-01' }]) {
    for (const first of [1, 2, 50]) {
      for (let after: string | undefined; ;) {
        const page = await seen(person, { ...filter, first, after });
        pages.push(page);
        if (page.length < first) break;
        after = page.at(-1)!.cursor;
      }
    }
  }
  const { ledger } = house, [sharing, could, requests, challenges] = await Promise.all([ledger.readSharing([person]), ledger.readWhoCouldLook([person]), ledger.readRequests([person]), ledger.readChallenges([person])]);
  const preview = await ledger.readPreview(person, 'isla', 'KEEP_SAFE');
  return JSON.stringify([pages, sharing.get(person), could.get(person), requests.get(person), challenges.get(person), preview, await ledger.readEvents(person), await ledger.readMarks([person])],
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

describe('what is held back', () => {
  test.each<[string, readonly Told[]]>([
    ['one look', [{}]],
    ['a look between others', [{ minutes: -30 }, { shown: 'SKILLS' }]],
    ['a list of a day with lists', [{ kind: 'LIST', shown: 'SKILLS' }, { kind: 'LIST', minutes: -1 }]],
    ['more than a page of them', Array.from({ length: 7 }, (_, minutes) => ({ minutes }))],
    ['one that asked and was not given', [{ asked: 'CONDITIONS' }]],
  ])('leaves not one byte otherwise than without it: %s', async (_, told) => {
    const person = somebody();
    await support(house.ledger, person);
    await agree(house.ledger, person);
    for (const purpose of ['EMPLOYABILITY_SUPPORT', 'REFERRAL'] as const) for (const kind of ['LIST', 'LIST', 'LOOK'] as const) await tell(person, { purpose, kind, shown: 'ACTION_PLAN', minutes: -60 });
    const before = await everythingRead(person);
    await holdBack(person);
    expect(await everythingRead(person)).toBe(before);
    // Before the approval nothing is covered: what the test puts there has to come after it.
    for (const one of told) await tell(person, { ...one, minutes: (one.minutes ?? 0) + 100 });
    expect(await everythingRead(person)).toBe(before);
    expect(await seen(person, { heldBackToo: true })).not.toHaveLength((await seen(person)).length);
  });

  test('is shown when it ends, marked with until when and why, in its place', async () => {
    const person = somebody(), suppression = await holdBack(person), held = await tell(person), open = await tell(person, { purpose: 'REFERRAL' });
    expect(await ids(person)).toEqual([open]);
    const { at } = await house.ledger.endSuppression({ ...byWorker('shona', person), suppression, reason: 'It is over.' });
    const [later, earlier] = await seen(person);
    expect([later!.id, later!.heldBack]).toEqual([open, null]);
    expect([earlier!.id, earlier!.heldBack]).toEqual([held, { id: suppression, until: at, ground: 'COVERT_STATUTORY', isOver: true }]);
    expect(await seen(person, { heldBackToo: true })).toEqual(await seen(person));
  });

  test('is shown when its time is over, without anybody doing anything', async () => {
    const person = somebody(), suppression = await holdBack(person), held = await tell(person);
    expect(await ids(person)).toEqual([]);
    await house.pool.query(`UPDATE suppression SET until = clock_timestamp() WHERE id = $1`, [suppression]);
    expect(await ids(person)).toEqual([held]);
  });

  test('goes on being held back by the one that renews it', async () => {
    const person = somebody(), suppression = await holdBack(person);
    await tell(person);
    const next = await holdBack(person, { renews: suppression });
    await house.ledger.endSuppression({ ...byWorker('shona', person), suppression, reason: 'Renewed.' });
    expect(await ids(person)).toEqual([]);
    await house.ledger.endSuppression({ ...byWorker('shona', person), suppression: next, reason: 'It is over.' });
    expect((await seen(person)).map(({ heldBack }) => heldBack?.id)).toEqual([next]);
  });

  test('is there for whoever checks, marked, and folded with the rest', async () => {
    const person = somebody();
    await tell(person, { kind: 'LIST', minutes: -1 });
    const suppression = await holdBack(person), [line] = [await tell(person, { kind: 'LIST' })];
    expect((await seen(person, { heldBackToo: true })).map(({ id, heldBack }) => [id, heldBack?.id, heldBack?.isOver])).toEqual([[line, suppression, false]]);
    expect((await seen(person)).map(({ heldBack }) => heldBack)).toEqual([null]);
  });
});

describe('what is not held back', () => {
  test.each<[string, Told, object]>([
    ['a look of before the approval', { minutes: -1 }, {}],
    ['another worker\'s', { worker: 'rory' }, {}],
    ['another agency\'s', { worker: 'ewan', agency: 'fife-housing' }, { recipient: { agency: 'fife-works' } }],
    ['one for another purpose', { purpose: 'ELIGIBILITY' }, {}],
    ['a meeting that the person agreed to', { purpose: 'ONE_MEETING' }, { purposes: null }],
    ['a look of whoever checks', { worker: 'shona', purpose: 'AUDIT' }, { recipient: { agency: 'fife-works' }, purposes: null }],
  ])('%s', async (_, told, change) => {
    const person = somebody();
    await holdBack(person, change);
    const id = await tell(person, told);
    expect((await seen(person)).map((line) => [line.id, line.heldBack])).toEqual([[id, null]]);
  });

  test.each<[string, Told, object]>([
    ['any purpose', { purpose: 'REFERRAL' }, { purposes: null }], ['no purpose said', { purpose: null }, { purposes: null }], ['a whole agency', { worker: 'rory' }, { recipient: { agency: 'fife-works' } }],
  ])('but %s is, where it is named so', async (_, told, change) => {
    const person = somebody();
    await holdBack(person, change);
    await tell(person, told);
    expect(await ids(person)).toEqual([]);
  });

  test('anything about somebody else, by a suppression about this person', async () => {
    const other = somebody();
    await holdBack(somebody());
    await tell(other);
    expect(await seen(other)).toHaveLength(1);
  });

  test('anything by a proposal that nobody approved', async () => {
    const person = somebody();
    await house.ledger.proposeSuppression({ ...byWorker('shona', person), recipient: { worker: 'isla' }, ground: 'THIRD_PARTY', reason: 'Somebody else.', until: inAMonth() });
    await tell(person);
    expect(await seen(person)).toHaveLength(1);
  });
});

test('the line says how the challenge of it stands, and a challenge of one list is a challenge of the day', async () => {
  const person = somebody(), list = await tell(person, { kind: 'LIST', minutes: -1 });
  await tell(person, { kind: 'LIST' });
  const { subject: challenge } = await house.ledger.challengeLook({ actor: { kind: 'person', id: person }, key: randomUUID(), person, disclosure: list });
  expect((await seen(person)).map((line) => line.challenge)).toEqual(['OPEN']);
  await house.ledger.closeChallenge({ ...byWorker('shona', person), challenge, outcome: 'MISTAKE', words: 'They opened the wrong record.' });
  expect((await seen(person)).map((line) => line.challenge)).toEqual(['CLOSED']);
});
