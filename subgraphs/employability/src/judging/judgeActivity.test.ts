import { describe, expect, test } from '@jest/globals';
import { daysAfter } from './days.ts';
import { judgeActivity, type ActivityMeasure, type JudgedActivity } from './judgeActivity.ts';

const TODAY = new Date('2026-11-22');
const ago = (days: number) => daysAfter(TODAY, -days);
const spell = { startedOn: ago(200), endedOn: null };
const over = (averageOver: number, change: Partial<ActivityMeasure> = {}): ActivityMeasure => ({ minutesAWeek: 180, averageOver, countsEducation: true, ...change });
const did = (minutes: number, ...daysAgo: readonly number[]): JudgedActivity[] => daysAgo.map((days) => ({ on: ago(days), minutes, isEducation: false }));

const ENOUGH = { verdict: 'MET', because: 'ENOUGH_ACTIVITY' };
const TOO_LITTLE = { verdict: 'NOT_MET', because: 'TOO_LITTLE_ACTIVITY' };
const PAUSED = { verdict: 'EXEMPT', because: 'PAUSED' };
const TOO_EARLY = { verdict: 'NOT_YET', because: 'TOO_EARLY_TO_AVERAGE' };

describe('three hours a week', () => {
  test.each([
    ['in one week, done', 1, did(180, 0), ENOUGH],
    ['in one week, a minute short', 1, did(179, 0), TOO_LITTLE],
    ['in one week, all of it six days ago', 1, did(180, 6), ENOUGH],
    ['in one week, all of it a week ago', 1, did(180, 7), TOO_LITTLE],
    ['nothing at all', 4, [], TOO_LITTLE],
    ['over 4 weeks, all in one of them', 4, did(720, 20), ENOUGH],
    ['over 4 weeks, just before them', 4, did(720, 28), TOO_LITTLE],
    ['over 13 weeks, a good month and nothing since', 13, did(2340, 90), ENOUGH],
    ['over 13 weeks, just before them', 13, did(2340, 91), TOO_LITTLE],
    ['in days that are still to come', 1, did(180, -1), TOO_LITTLE],
  ])('%s', (_what, weeks, activities, said) => {
    expect(judgeActivity(over(weeks), spell, activities, [], TODAY)).toEqual(said);
  });

  test('a bad week breaks it by the week and not over 4', () => {
    const activities = did(240, 9, 16, 23);
    expect(judgeActivity(over(1), spell, activities, [], TODAY)).toEqual(TOO_LITTLE);
    expect(judgeActivity(over(4), spell, activities, [], TODAY)).toEqual(ENOUGH);
  });

  test('education counts only where the rule says so', () => {
    const course = did(180, 1).map((one) => ({ ...one, isEducation: true }));
    expect(judgeActivity(over(1), spell, course, [], TODAY)).toEqual(ENOUGH);
    expect(judgeActivity(over(1, { countsEducation: false }), spell, course, [], TODAY)).toEqual(TOO_LITTLE);
  });

  test.each([
    ['began on the first day of the weeks', 27, ENOUGH], ['began a day later', 26, TOO_EARLY],
  ])('support that %s', (_what, daysAgo, said) => {
    expect(judgeActivity(over(4), { startedOn: ago(daysAgo), endedOn: null }, did(720, 3), [], TODAY)).toEqual(said);
  });

  test('of support that is over, its last weeks are looked at', () => {
    const ended = { startedOn: ago(200), endedOn: ago(60) };
    expect(judgeActivity(over(1), ended, did(180, 62), [], TODAY)).toEqual(ENOUGH);
    expect(judgeActivity(over(1), ended, did(180, 2), [], TODAY)).toEqual(TOO_LITTLE);
  });
});

const pause = (from: number, to: number | null) => ({ startedOn: ago(from), endedOn: to === null ? null : ago(to) });

describe('days that are agreed not to count', () => {
  test.each([
    ['ask for nothing', [pause(6, 0)], [], PAUSED],
    ['ask for nothing while they go on', [pause(30, null)], [], PAUSED],
    ['that overlap count once', [pause(6, 3), pause(4, 0)], [], PAUSED],
    ['make the rest enough in proportion', [pause(6, 4)], did(103, 0), ENOUGH],
    ['a minute short of the proportion', [pause(6, 4)], did(102, 0), TOO_LITTLE],
    ['before the weeks change nothing', [pause(20, 7)], did(179, 0), TOO_LITTLE],
    ['let what is done on them count', [pause(6, 1)], did(26, 3), ENOUGH],
  ])('%s', (_what, pauses, activities, said) => {
    expect(judgeActivity(over(1), spell, activities, pauses, TODAY)).toEqual(said);
  });
});
