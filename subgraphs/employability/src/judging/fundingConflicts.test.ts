import { describe, expect, test } from '@jest/globals';
import { fundingConflicts, type FundingRuleMeasure, type JudgedAward } from './fundingConflicts.ts';

const day = (text: string) => new Date(text);
const TODAY = day('2022-06-15');
const award = (id: string, code: string, from: string, until: string | null): JudgedAward => ({ id, code, startedOn: day(from), endedOn: until === null ? null : day(until) });
const rule = (fundCode: string, excludesCode: string, change: Partial<FundingRuleMeasure> = {}): FundingRuleMeasure =>
  ({ fundCode, excludesCode, startedOn: day('2014-01-01'), endedOn: day('2023-12-31'), ...change });
const ESF_ONCE = rule('ESF', 'ESF');
const ESF_NOT_FSS = rule('ESF', 'FSS');

const told = (awards: readonly JudgedAward[], rules: readonly FundingRuleMeasure[], on = TODAY) => fundingConflicts(awards, rules, on).map((one) => ({
  kind: one.kind, award: one.award.id, other: one.other?.id ?? null, closed: one.rule.excludesCode, from: one.from.toISOString().slice(0, 10), until: one.until?.toISOString().slice(0, 10) ?? null,
}));

describe('before support begins: which funds are closed', () => {
  test.each([
    ['a running award closes until its end', award('a', 'ESF', '2022-01-01', '2022-12-31'), { from: '2022-06-15', until: '2022-12-31' }],
    ['on its last day it still closes', award('a', 'ESF', '2022-01-01', '2022-06-15'), { from: '2022-06-15', until: '2022-06-15' }],
    ['an award without an end closes until the rule ends', award('a', 'ESF', '2022-01-01', null), { from: '2022-06-15', until: '2023-12-31' }],
    ['an award that is to come closes from then', award('a', 'ESF', '2022-09-01', '2022-12-31'), { from: '2022-09-01', until: '2022-12-31' }],
  ])('%s', (_what, one, span) => {
    expect(told([one], [ESF_NOT_FSS])).toEqual([{ kind: 'CLOSED', award: 'a', other: null, closed: 'FSS', ...span }]);
  });

  test.each([
    ['an award that is over', [award('a', 'ESF', '2021-01-01', '2022-06-14')], [ESF_NOT_FSS]],
    ['an award of another fund', [award('a', 'NOLB', '2022-01-01', null)], [ESF_NOT_FSS]],
    ['a rule that is over', [award('a', 'ESF', '2022-01-01', null)], [rule('ESF', 'FSS', { endedOn: day('2022-06-14') })]],
    ['an award that begins after the rule has ended', [award('a', 'ESF', '2024-01-01', null)], [ESF_NOT_FSS]],
    ['no award', [], [ESF_NOT_FSS, ESF_ONCE]],
  ])('%s closes nothing', (_what, awards, rules) => {
    expect(told(awards, rules)).toEqual([]);
  });

  test('a rule without an end and an award without one close for good', () => {
    expect(told([award('a', 'ERI', '2022-01-01', null)], [rule('ERI', 'ERI', { startedOn: null, endedOn: null })])).toMatchObject([{ closed: 'ERI', until: null }]);
  });
});

const paidTwice = (...args: Parameters<typeof told>) => told(...args).filter(({ kind }) => kind === 'PAID_TWICE');

describe('double funding', () => {
  test('two awards of the European Social Fund for the same days are one pair, told once, with those days', () => {
    const [first, second] = [award('a', 'ESF', '2021-01-01', '2021-06-30'), award('b', 'ESF', '2021-06-01', '2021-12-31')];
    const said = [{ kind: 'PAID_TWICE', award: 'a', other: 'b', closed: 'ESF', from: '2021-06-01', until: '2021-06-30' }];
    expect(told([first, second], [ESF_ONCE])).toEqual(said);
    expect(told([second, first], [ESF_ONCE])).toEqual(said);
  });

  test.each([
    ['sharing one day', award('b', 'FSS', '2021-06-30', null), ['2021-06-30', '2021-06-30']],
    ['one after the other', award('b', 'FSS', '2021-07-01', null), undefined],
    ['one before the other', award('b', 'FSS', '2020-01-01', '2020-12-31'), undefined],
    ['one inside the other', award('b', 'FSS', '2021-02-01', '2021-02-28'), ['2021-02-01', '2021-02-28']],
    ['of a fund that is not excluded', award('b', 'NOLB', '2021-02-01', '2021-02-28'), undefined],
  ])('two awards %s', (_what, other, days) => {
    expect(paidTwice([award('a', 'ESF', '2021-01-01', '2021-06-30'), other], [ESF_NOT_FSS]).map(({ from, until }) => [from, until])).toEqual(days ? [days] : []);
  });

  test('only the days on which the rule held are told', () => {
    const both = [award('a', 'ESF', '2023-06-01', '2024-06-30'), award('b', 'FSS', '2023-06-01', '2024-06-30')];
    expect(paidTwice(both, [ESF_NOT_FSS])).toMatchObject([{ from: '2023-06-01', until: '2023-12-31' }]);
    expect(paidTwice(both, [rule('ESF', 'FSS', { startedOn: day('2025-01-01'), endedOn: null })])).toEqual([]);
  });

  test('an award that the reader may not see is in no conflict', () => {
    expect(paidTwice([award('a', 'ESF', '2021-01-01', '2021-06-30')], [ESF_ONCE, ESF_NOT_FSS])).toEqual([]);
  });
});
