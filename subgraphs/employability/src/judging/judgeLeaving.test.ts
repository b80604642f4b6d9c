import { describe, expect, test } from '@jest/globals';
import { judgeLeaving, type JudgedSpell } from './judgeLeaving.ts';

const day = (text: string) => new Date(text);
const FOR_GOOD = { preEmploymentMonths: 12, mayReturn: false };
const MAY_RETURN = { preEmploymentMonths: 12, mayReturn: true };
const spell = (change: Partial<JudgedSpell> = {}): JudgedSpell => ({
  startedOn: day('2025-01-15'), endedOn: day('2025-08-01'), phases: [{ phase: 'PRE_EMPLOYMENT', startedOn: day('2025-01-15') }], ...change,
});
const intoWork = (on: string) => [...spell().phases, { phase: 'IN_WORK' as const, startedOn: day(on) }];

describe('a spell of support', () => {
  test.each([
    ['that goes on', { endedOn: null }, 'NOT_YET', 'STILL_SUPPORTED'],
    ['that ends tomorrow', { endedOn: day('2026-11-23') }, 'NOT_YET', 'STILL_SUPPORTED'],
    ['that ended before its time', {}, 'NOT_MET', 'LEFT_EARLY'],
    ['that ended a day before its time', { endedOn: day('2026-01-14') }, 'NOT_MET', 'LEFT_EARLY'],
    ['that lasted as long as it may', { endedOn: day('2026-01-15') }, 'MET', 'STAYED_TO_THE_END'],
    ['that went over into work', { phases: intoWork('2025-06-01') }, 'MET', 'MOVED_INTO_WORK'],
    ['with work only after its end', { phases: intoWork('2025-09-01') }, 'NOT_MET', 'LEFT_EARLY'],
  ] as const)('%s', (_what, change, verdict, because) => {
    expect(judgeLeaving(MAY_RETURN, spell(change), day('2026-11-22'))).toEqual({ verdict, because });
  });
});

test('whether somebody may come back is the rule\'s to say', () => {
  expect(judgeLeaving(FOR_GOOD, spell(), day('2026-11-22')).because).toBe('LEFT_EARLY_FOR_GOOD');
});
