import { describe, expect, test } from '@jest/globals';
import type { Fields } from '@thegither/pages';
import { ASKING_PURPOSES, readWish, wrongWith } from './wish.ts';

const GOOD: Fields = { purpose: ['REFERRAL'], topics: ['SKILLS', 'SKILLS'], recipient: ['team'], reason: [' To plan\n together '] };
const read = (change: Fields = {}, usual?: 'KEEP_SAFE' | 'ELIGIBILITY') => readWish({ ...GOOD, ...change }, usual);

test('a whole wish has nothing wrong, each topic once and its words on one line', () => {
  expect(read()).toEqual({ purpose: 'REFERRAL', topics: ['SKILLS'], recipient: 'team', why: 'To plan together' });
  expect(wrongWith(read(), ['SKILLS'])).toEqual([]);
});

test.each<[string | undefined, 'KEEP_SAFE' | 'ELIGIBILITY' | undefined, string]>([
  [undefined, 'ELIGIBILITY', 'ELIGIBILITY'], ['AUDIT', 'ELIGIBILITY', 'ELIGIBILITY'], ['ONE_MEETING', undefined, 'EMPLOYABILITY_SUPPORT'], [undefined, 'KEEP_SAFE', 'EMPLOYABILITY_SUPPORT'],
])('of %s by somebody who looks for %s the purpose is %s', (sent, usual, purpose) => {
  expect(read({ purpose: sent === undefined ? [] : [sent] }, usual).purpose).toBe(purpose);
});

describe('what is missing or never opened is said at its field', () => {
  test.each<[string, Fields, string]>([
    ['no topic', { topics: [] }, 'topics'], ['a topic that is not offered', { topics: ['SKILLS', 'CONVICTIONS'] }, 'topics'], ['no recipient', { recipient: [] }, 'recipient'],
    ['another recipient', { recipient: ['everybody'] }, 'recipient'], ['no words', { reason: [' \n '] }, 'reason'], ['too many words', { reason: ['x'.repeat(501)] }, 'reason'],
  ])('%s', (_, change, field) => {
    expect(wrongWith(read(change), ['SKILLS']).map((one) => one.field)).toEqual([field]);
  });
});

test('nobody is asked to keep safe, to be counted or to be checked', () => {
  for (const never of ['KEEP_SAFE', 'STATISTICS', 'AUDIT', 'ONE_MEETING']) expect(ASKING_PURPOSES).not.toContain(never);
});
