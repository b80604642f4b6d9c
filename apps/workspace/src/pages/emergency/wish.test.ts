import { describe, expect, test } from '@jest/globals';
import type { Fields } from '@thegither/pages';
import { OPENABLE, minutesOf, readWish, wrongWith } from './wish.ts';

const GOOD: Fields = { reason: ['Said they cannot\r\n go on. '], ground: ['SERIOUS_THREAT'], topics: ['WHERE_I_LIVE'], minutes: ['30'], danger: ['no'], dangerWhy: [''] };
const read = (change: Fields = {}) => readWish({ ...GOOD, ...change });

test('a whole wish has nothing wrong, and its words are on one line', () => {
  expect(read()).toEqual({ why: 'Said they cannot go on.', ground: 'SERIOUS_THREAT', topics: ['WHERE_I_LIVE'], minutes: '30', danger: 'no', dangerWhy: '' });
  expect(wrongWith(read())).toEqual([]);
});

describe('what is missing is said at its field', () => {
  test.each<[string, Fields, string]>([
    ['no words', { reason: [' '] }, 'reason'], ['too many words', { reason: ['x'.repeat(501)] }, 'reason'], ['no ground', { ground: [] }, 'ground'], ['a law', { ground: ['STATUTORY'] }, 'ground'],
    ['no topic', { topics: [] }, 'topics'], ['a topic that no emergency opens', { topics: ['RISK_AND_SAFETY', 'MENTAL_HEALTH_AND_RECOVERY', 'MY_SHARING'] }, 'topics'],
    ['no time', { minutes: [''] }, 'minutes'], ['no minute', { minutes: ['0'] }, 'minutes'], ['more than an hour', { minutes: ['61'] }, 'minutes'], ['half a minute', { minutes: ['.5'] }, 'minutes'],
    ['neither danger nor none', { danger: [] }, 'danger'], ['a danger without a reason', { danger: ['yes'] }, 'dangerWhy'], ['a danger with too many words', { danger: ['yes'], dangerWhy: ['x'.repeat(501)] }, 'dangerWhy'],
  ])('%s', (_, change, field) => {
    expect(wrongWith(read(change)).map((one) => one.field)).toEqual([field]);
  });
});

test('of nothing everything is missing, in the order of the page', () => {
  expect(wrongWith(readWish({})).map(({ field }) => field)).toEqual(['reason', 'ground', 'topics', 'minutes', 'danger']);
});

test('an hour is as long as it gets', () => {
  expect(['1', '60'].map((minutes) => minutesOf(read({ minutes: [minutes] })))).toEqual([1, 60]);
});

test('risk and safety, mental health and who looked are not offered', () => {
  expect(OPENABLE).toHaveLength(21);
  for (const never of ['RISK_AND_SAFETY', 'MENTAL_HEALTH_AND_RECOVERY', 'MY_SHARING']) expect(OPENABLE).not.toContain(never);
});
