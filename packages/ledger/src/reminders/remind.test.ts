import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { agree, byPerson, byWorker, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';
import type { Reminder } from './dueReminders.ts';
import { remindToFile } from './remindToFile.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());
beforeEach(() => house.pool.query(`UPDATE sharing_grant SET state = 'WITHDRAWN'`));

/** A grant that began and ends so many days from now. */
async function grantOf(begun: number, ends: number, state = 'ACTIVE'): Promise<{ person: string; grant: string }> {
  const person = somebody();
  await house.ledger.chooseContact({ ...byPerson(person), way: 'APP' });
  const grant = await agree(house.ledger, person);
  await house.pool.query(`UPDATE sharing_grant SET access_from = now() + make_interval(hours => $2), access_to = now() + make_interval(hours => $3), state = $4 WHERE id = $1`, [grant, Math.round(begun * 24), Math.round(ends * 24), state]);
  return { person, grant };
}

async function sent(): Promise<Reminder[]> {
  const reminders: Reminder[] = [];
  const { sent: count, failed } = await house.ledger.remind(async (reminder) => { reminders.push(reminder); });
  expect([count, failed]).toEqual([reminders.length, 0]);
  return reminders;
}

test.each<[string, number, number, string[]]>([
  ['fifteen days before its end', -30, 15, []],
  ['fourteen days before', -30, 14, ['ENDS_IN_14_DAYS']],
  ['four days before', -30, 4, ['ENDS_IN_14_DAYS']],
  ['three days before', -30, 3, ['ENDS_IN_3_DAYS']],
  ['an hour before', -30, 1 / 24, ['ENDS_IN_3_DAYS']],
  ['after its end', -30, -1, []],
  ['given for ten days, with nine to go', -1, 9, []],
  ['given for two days', -1, 1, []],
  ['89 days after it was given', -89, 60, []],
  ['90 days after', -90.1, 60, ['STANDS_90_DAYS']],
  ['96 days after', -96, 60, ['STANDS_90_DAYS']],
  ['98 days after: it is too late for that one', -98, 60, []],
  ['180 days after', -181, 60, ['STANDS_180_DAYS']],
  ['270 days after', -271, 60, ['STANDS_270_DAYS']],
  ['360 days after, with three to go', -361, 3, ['ENDS_IN_3_DAYS', 'STANDS_360_DAYS']],
])('of a grant, %s', async (_, begun, ends, kinds) => {
  const { person, grant } = await grantOf(begun, ends);
  const reminders = await sent();
  expect(reminders.map(({ kind }) => kind).toSorted()).toEqual(kinds);
  for (const reminder of reminders) expect(reminder).toMatchObject({ person, grant });
});

test('once, whoever runs it and however often; again when the next one is due', async () => {
  const { grant } = await grantOf(-30, 10);
  const runs = await Promise.all([1, 2, 3].map(() => house.ledger.remind(async () => undefined)));
  expect(runs.reduce((all, { sent: count }) => all + count, 0)).toBe(1);
  expect(await sent()).toEqual([]);
  await house.pool.query(`UPDATE sharing_grant SET access_to = now() + interval '2 days' WHERE id = $1`, [grant]);
  expect((await sent()).map(({ kind }) => kind)).toEqual(['ENDS_IN_3_DAYS']);
});

test.each(['PAUSED', 'WITHDRAWN', 'RECORDED_UNCONFIRMED', 'SUPERSEDED'])('nobody is reminded of a grant that is %s', async (state) => {
  await grantOf(-100, 10, state);
  expect(await sent()).toEqual([]);
});

test('whoever stopped all sharing is not reminded of it, until they go on', async () => {
  const { person } = await grantOf(-30, 10);
  await house.ledger.stopAll(byPerson(person));
  expect(await sent()).toEqual([]);
  await house.ledger.resumeSharing(byPerson(person));
  expect(await sent()).toHaveLength(1);
});

describe('by the way that is safe', () => {
  type Ways = readonly (readonly ['person' | 'isla', string])[];

  /** By which way the person is reminded, where this was said by them or written down by Isla, in this order. */
  const said = async (ways: Ways): Promise<string> => {
    const person = somebody();
    const grant = await agree(house.ledger, person);
    await house.pool.query(`UPDATE sharing_grant SET access_from = now() - interval '30 days', access_to = now() + interval '10 days' WHERE id = $1`, [grant]);
    for (const [who, way] of ways) await house.ledger.chooseContact({ ...(who === 'person' ? byPerson(person) : byWorker('isla', person)), way });
    const reminders = (await sent()).filter((one) => one.person === person);
    const { way, byWorker: isWritten, since } = (await house.ledger.readReminderChoices([person])).get(person)!;
    expect([reminders[0]?.way ?? 'NONE', since === null]).toEqual([way, ways.length === 0]);
    return `${way}${isWritten ? ', by a worker' : ''}`;
  };

  test.each<[string, Ways, string]>([
    ['nobody said anything', [], 'NONE'],
    ['the person chose', [['person', 'TEXT']], 'TEXT'],
    ['the person chose again', [['person', 'TEXT'], ['person', 'LETTER']], 'LETTER'],
    ['the person chose none', [['person', 'NONE']], 'NONE'],
    ['the person chose none, and something again', [['person', 'NONE'], ['person', 'EMAIL']], 'EMAIL'],
    ['a worker wrote it down', [['isla', 'THROUGH_WORKER']], 'THROUGH_WORKER, by a worker'],
    ['a worker wrote down something else', [['isla', 'TEXT'], ['isla', 'LETTER']], 'LETTER, by a worker'],
    ['a worker wrote down a way where the person chose none', [['person', 'NONE'], ['isla', 'TEXT']], 'NONE'],
    ['a worker wrote down another way than the person chose', [['person', 'APP'], ['isla', 'LETTER']], 'APP'],
    ['a worker wrote down that it is not safe any more', [['person', 'TEXT'], ['isla', 'NONE']], 'NONE, by a worker'],
    ['the person chose after a worker wrote that', [['person', 'TEXT'], ['isla', 'NONE'], ['person', 'APP']], 'APP'],
  ])('where %s', async (_, ways, expected) => expect(await said(ways)).toBe(expected));

  test.each<[string, object, string]>([
    ['there is no such way', { way: 'PIGEON' }, 'INVALID_INPUT'], ['somebody else says it', { way: 'TEXT', ...byPerson('another') }, 'FORBIDDEN'],
  ])('nothing is written where %s', async (_, change, code) => {
    const person = somebody();
    await expect(house.ledger.chooseContact({ ...byPerson(person), way: 'APP', ...change, person })).rejects.toMatchObject({ code });
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });
});

test('one that cannot be sent keeps nobody waiting, is counted, and is sent with the next run', async () => {
  const [first, second] = [await grantOf(-30, 5), await grantOf(-30, 6)];
  const reached: string[] = [];
  const run = await house.ledger.remind(async ({ grant }) => {
    if (grant === first.grant) throw new Error('nobody there');
    reached.push(grant);
  });
  expect([run, reached]).toEqual([{ sent: 1, failed: 1 }, [second.grant]]);
  expect((await sent()).map(({ grant }) => grant)).toEqual([first.grant]);
});

test('what was sent is on the record and is never changed', async () => {
  await grantOf(-30, 10);
  await sent();
  await expect(house.pool.query('DELETE FROM reminder')).rejects.toThrow(/never changed/);
});

test('into a file a reminder says which grant of whom, and nothing of what is in it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'thegither-reminders-')), file = path.join(folder, 'reminders.jsonl');
  const { person, grant } = await grantOf(-30, 10);
  await house.ledger.remind(remindToFile(file));
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([{ kind: 'ENDS_IN_14_DAYS', person, grant, way: 'APP', ends: expect.any(Number) }]);
  expect(statSync(file).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true });
});
