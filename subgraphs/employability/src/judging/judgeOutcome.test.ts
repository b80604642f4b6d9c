import { describe, expect, test } from '@jest/globals';
import { PERSONAS } from '@thegither/synthetic';
import { judgeOutcome, type JudgedOutcome, type OutcomeMeasure } from './judgeOutcome.ts';

const day = (text: string) => new Date(text);
const TODAY = day('2026-11-22');
const SIXTEEN_HOURS: OutcomeMeasure = { minHoursAWeek: 16, countsEducation: false, countsSteps: false, sustainedWeeks: null };
const ANY_STEP: OutcomeMeasure = { minHoursAWeek: null, countsEducation: true, countsSteps: true, sustainedWeeks: null };
const job = (change: Partial<JudgedOutcome> = {}): JudgedOutcome => ({ kind: 'JOB', startedOn: day('2026-06-01'), endedOn: null, hoursAWeek: 20, ...change });

describe('the 16-hour rule', () => {
  test.each([
    [{}, 'MET', 'COUNTS'],
    [{ hoursAWeek: 16 }, 'MET', 'COUNTS'],
    [{ hoursAWeek: 15 }, 'NOT_MET', 'TOO_FEW_HOURS'],
    [{ hoursAWeek: null }, 'CANNOT_TELL', 'HOURS_NOT_SAID'],
    [{ startedOn: day('2026-11-22') }, 'MET', 'COUNTS'],
    [{ startedOn: day('2026-11-23') }, 'NOT_YET', 'NOT_BEGUN'],
    [{ kind: 'FURTHER_EDUCATION', hoursAWeek: 30 }, 'NOT_MET', 'EDUCATION_NOT_COUNTED'],
    [{ kind: 'HIGHER_EDUCATION' }, 'NOT_MET', 'EDUCATION_NOT_COUNTED'],
    [{ kind: 'TRAINING' }, 'NOT_MET', 'EDUCATION_NOT_COUNTED'],
    [{ kind: 'VOLUNTEERING' }, 'NOT_MET', 'NOT_A_JOB'],
    [{ kind: 'QUALIFICATION', hoursAWeek: null }, 'NOT_MET', 'NOT_A_JOB'],
  ] as const)('of a job with %j says %s, because %s', (change, verdict, because) => {
    expect(judgeOutcome(SIXTEEN_HOURS, job(change), TODAY)).toEqual({ verdict, because });
  });
});

describe('a rule that lets any step count', () => {
  test.each(['JOB', 'FURTHER_EDUCATION', 'TRAINING', 'VOLUNTEERING', 'PLACEMENT', 'QUALIFICATION'] as const)('counts %s with two hours', (kind) => {
    expect(judgeOutcome(ANY_STEP, job({ kind, hoursAWeek: 2 }), TODAY)).toEqual({ verdict: 'MET', because: 'COUNTS' });
  });
});

describe('a rule that asks for 13 weeks', () => {
  const rule = { ...SIXTEEN_HOURS, sustainedWeeks: 13 };
  test.each([
    ['2026-08-31', 'NOT_YET', 'NOT_SUSTAINED_YET', null],
    ['2026-08-30', 'NOT_YET', 'NOT_SUSTAINED_YET', '2026-12-01'],
    ['2026-08-31', 'MET', 'SUSTAINED', null, '2026-11-30'],
    ['2026-06-01', 'MET', 'SUSTAINED', null],
    ['2026-06-01', 'MET', 'SUSTAINED', '2026-08-31'],
    ['2026-06-01', 'NOT_MET', 'NOT_SUSTAINED', '2026-08-30'],
    ['2026-11-01', 'NOT_MET', 'NOT_SUSTAINED', '2026-11-22'],
  ])('of a job since %s says %s, because %s, when it ends on %s', (startedOn, verdict, because, endedOn, on = '2026-11-22') => {
    expect(judgeOutcome(rule, job({ startedOn: day(startedOn), endedOn: endedOn === null ? null : day(endedOn) }), day(on))).toEqual({ verdict, because });
  });
});

describe('who does the rule leave out?', () => {
  const outcomes = PERSONAS.flatMap(({ key, story }) => story('2026-11-22').employability.outcomes.map((outcome) => ({
    key, outcome: { ...outcome, startedOn: day(outcome.startedOn), endedOn: outcome.endedOn === undefined ? null : day(outcome.endedOn) },
  })));
  const leftOutOf = (rule: OutcomeMeasure, because?: string) => [...new Set(outcomes.flatMap(({ key, outcome }) => {
    const judged = judgeOutcome(rule, outcome, TODAY);
    return judged.verdict === 'NOT_MET' && (because ?? judged.because) === judged.because ? [key] : [];
  }))];

  test('Aisha, who works 12 hours beside college, is the one whom 16 hours leave out', () => {
    expect(leftOutOf(SIXTEEN_HOURS, 'TOO_FEW_HOURS')).toEqual(['aisha']);
    expect(leftOutOf({ ...SIXTEEN_HOURS, minHoursAWeek: 12 }, 'TOO_FEW_HOURS')).toEqual([]);
  });

  test('nobody\'s step at all counts by it: college, training, volunteering and a certificate neither', () => {
    expect(leftOutOf(SIXTEEN_HOURS)).toEqual(['morag', 'aisha', 'hamish']);
    expect(leftOutOf(SIXTEEN_HOURS, 'EDUCATION_NOT_COUNTED')).toEqual(['morag', 'aisha']);
  });

  test('a rule that lets any step count leaves none of them out', () => {
    expect(leftOutOf(ANY_STEP)).toEqual([]);
  });
});
