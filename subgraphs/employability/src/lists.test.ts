import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEmployability, type OpenEmployability } from './testing/openEmployability.ts';

let open: OpenEmployability;
beforeAll(async () => { open = await openEmployability(); });
afterAll(() => open?.room.close());

type Row = Readonly<Record<string, unknown>>;

async function ask(query: string): Promise<Readonly<Record<string, readonly Row[]>>> {
  const { status, data, errors } = await open.room.ask({ query: `{ ${query} }`, use: 'query' });
  expect([status, errors]).toEqual([200, undefined]);
  return data as Readonly<Record<string, readonly Row[]>>;
}

describe('what employability works by can be read by everybody who has signed in', () => {
  test.each([
    ['stages', 'number', ['1', '2', '3', '4', '5']],
    ['employabilitySkills', 'code', ['ADAPTABILITY', 'COMMUNICATION', 'CREATIVITY', 'INITIATIVE', 'ORGANISATION', 'PLANNING', 'PROBLEM_SOLVING', 'RELIABILITY', 'TEAMWORK', 'TIMEKEEPING']],
    ['barrierKinds', 'code', [
      'ASYLUM_SEEKER', 'CARER', 'CONVICTIONS', 'DISABLED', 'HOMELESSNESS', 'JOBLESS_HOUSEHOLD', 'LONG_TERM_UNEMPLOYED', 'LOOKED_AFTER', 'LOW_SKILLED', 'MENTAL_HEALTH', 'MINORITY',
      'NO_WORK_EXPERIENCE', 'OVER_54', 'PHYSICAL_ILLNESS', 'POOR_ACCESS', 'REFUGEE', 'RURAL', 'SINGLE_ADULT_WITH_CHILDREN', 'SUBSTANCE_RELATED', 'VETERAN',
    ]],
    ['programmes', 'code', ['ACTIVITY_AGREEMENT', 'COMMUNITY_JOBS_SCOTLAND', 'DISCOVERING_YOUR_POTENTIAL', 'EMPLOYABILITY_FUND', 'FAIR_START_SCOTLAND', 'FUND_14_19', 'NOLB', 'SERI']],
    ['funds', 'code', ['ERI', 'ESF', 'FSS', 'NOLB', 'UKSPF']],
    ['activityKinds', 'code', ['COURSE', 'JOB_SEARCH', 'ONE_TO_ONE', 'VOLUNTEERING', 'WORKSHOP', 'WORK_TASTER']],
    ['assessmentDomains', 'code', ['WORK', 'LEARNING', 'CONFIDENCE', 'HEALTH', 'FAMILY_AND_CARING', 'HOME', 'MONEY', 'TRAVEL', 'DIGITAL', 'ANYTHING_ELSE']],
  ])('%s, each with its words and where it is from', async (field, key, codes) => {
    const rows = (await ask(`${field} { ${key} label source }`))[field]!;
    expect(rows.map((row) => String(row[key]))).toEqual(codes);
    for (const { label, source } of rows) expect([label, source]).toEqual([expect.stringMatching(/\w{2}/), expect.stringMatching(/\w{4}/)]);
  });

  test('a programme tells what it went over into', async () => {
    const { programmes } = await ask('programmes { code startedOn endedOn successor }');
    expect(programmes!.find(({ code }) => code === 'FAIR_START_SCOTLAND')).toEqual({ code: 'FAIR_START_SCOTLAND', startedOn: '2018-04-03', endedOn: '2024-03-31', successor: 'NOLB' });
  });
});

describe('a rule is a dated row of its programme', () => {
  const DATED = 'code label startedOn endedOn source leavesOut';
  const RULES = `programmes { code
    outcomeRules { ${DATED} minHoursAWeek countsEducation countsSteps sustainedWeeks } activityRules { ${DATED} minutesAWeek averageOver countsEducation }
    reviewRules { ${DATED} everyMonths } leavingRules { ${DATED} preEmploymentMonths mayReturn } followUpWeeks { weeks withinWeeks source } }`;
  const rulesOf = async (programme: string) => (await ask(RULES)).programmes!.find(({ code }) => code === programme) as Readonly<Record<string, readonly Row[]>>;

  test('Fair Start Scotland: 16 hours, 3 hours a week, every month, early leavers who at first could not come back', async () => {
    expect(await rulesOf('FAIR_START_SCOTLAND')).toMatchObject({
      outcomeRules: [{ code: 'FSS_JOB_13_WEEKS', minHoursAWeek: 16, sustainedWeeks: 13 }, { code: 'FSS_JOB_16_HOURS', minHoursAWeek: 16, countsEducation: false, countsSteps: false, sustainedWeeks: null }],
      activityRules: [{ minutesAWeek: 180, averageOver: 1, countsEducation: false }],
      reviewRules: [{ everyMonths: 1 }],
      leavingRules: [{ mayReturn: false, startedOn: '2018-04-03', endedOn: '2021-03-31' }, { mayReturn: true, startedOn: '2021-04-01', endedOn: null }],
      followUpWeeks: [{ weeks: 13, withinWeeks: 16 }, { weeks: 26, withinWeeks: 30 }, { weeks: 52, withinWeeks: 60 }],
    });
  });

  test('No One Left Behind: any step, 3 hours averaged over 4 or 13 weeks, every quarter', async () => {
    expect(await rulesOf('NOLB')).toMatchObject({
      outcomeRules: [{ minHoursAWeek: null, countsEducation: true, countsSteps: true }],
      activityRules: [{ averageOver: 13, minutesAWeek: 180, countsEducation: true }, { averageOver: 4, minutesAWeek: 180 }],
      reviewRules: [{ everyMonths: 3 }],
      leavingRules: [],
      followUpWeeks: [{ weeks: 4 }, { weeks: 13 }, { weeks: 26 }, { weeks: 52 }],
    });
  });

  test('every rule says whom it leaves out', async () => {
    const rules = (await ask(RULES)).programmes!.flatMap(({ outcomeRules, activityRules, reviewRules, leavingRules }) => [outcomeRules, activityRules, reviewRules, leavingRules].flat() as Row[]);
    expect(rules.length).toBe(10);
    for (const { leavesOut, source } of rules) expect([leavesOut, source]).toEqual([expect.stringMatching(/\w{4}/), expect.stringMatching(/\w{4}/)]);
  });

  test('a fund says what may not pay beside it, and what still may', async () => {
    const { funds } = await ask('funds { code rules { code excludes startedOn endedOn stillAllowed } }');
    expect(funds!.find(({ code }) => code === 'ESF')).toEqual({ code: 'ESF', rules: [
      { code: 'ESF_NOT_FSS', excludes: 'FSS', startedOn: '2018-04-03', endedOn: '2023-12-31', stillAllowed: expect.any(Array) },
      { code: 'ESF_ONCE', excludes: 'ESF', startedOn: '2014-01-01', endedOn: '2023-12-31', stillAllowed: ['A cost that is not in the first award'] },
    ] });
  });
});
