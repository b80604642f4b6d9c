import { describe, expect, test } from '@jest/globals';
import { findingsBy, inForce, type DatedRule } from './finding.ts';

const day = (text: string) => new Date(text);
const rule = (change: Partial<DatedRule> = {}): DatedRule => ({ code: 'A_RULE', programmeCode: 'NOLB', label: 'A rule', startedOn: day('2020-04-01'), endedOn: day('2024-03-31'), leavesOut: 'Somebody.', ...change });

describe('a dated rule holds', () => {
  test.each([
    ['2020-03-31', {}, false], ['2020-04-01', {}, true], ['2024-03-31', {}, true], ['2024-04-01', {}, false],
    ['2030-01-01', { endedOn: null }, true], ['1990-01-01', { startedOn: null }, true],
  ])('on %s with %j: %s', (on, change, holds) => {
    expect(inForce(rule(change), day(on))).toBe(holds);
  });
});

test('each rule is told with what it says, whom it leaves out and whether it holds', () => {
  const told = findingsBy([rule(), rule({ code: 'ANOTHER', endedOn: null })], day('2026-11-22'), ({ endedOn }) =>
    (endedOn ? { verdict: 'NOT_MET', because: 'TOO_FEW_HOURS' } : { verdict: 'MET', because: 'COUNTS' }));
  expect(told).toEqual([
    { rule: 'A_RULE', label: 'A rule', programme: 'NOLB', inForce: false, verdict: 'NOT_MET', because: 'TOO_FEW_HOURS', leavesOut: 'Somebody.' },
    { rule: 'ANOTHER', label: 'A rule', programme: 'NOLB', inForce: true, verdict: 'MET', because: 'COUNTS', leavesOut: 'Somebody.' },
  ]);
});
