import { expect, test } from '@jest/globals';
import type { Answer } from './clients/readers.ts';
import type { Disclosure } from './judge.ts';
import type { Witnessed } from './runScenario.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { heading, lastLine, lineOf } from './table.ts';
import { verdictOn } from './verdict.ts';

const SCENARIO: Scenario = SCENARIOS.find(({ unread }) => unread !== undefined)!;
const answer = (changed: Partial<Answer> = {}): Answer => ({
  question: 1, gateway: 0, asked: 100, arrived: 130, status: 200, text: '{}', isWhole: true, code: undefined, tells: [{ person: 'morag', category: 'SKILLS' }], ...changed,
});
const disclosure = (changed: Partial<Disclosure> = {}): Disclosure => ({ person: 'morag', released: ['SKILLS'], after: 1, at: 50, committed: 51, cites: [{ accessTo: 9_000, end: { position: 2, at: 60, committed: 61 } }], ...changed });
/** One withdrawal before which the reader was told, and which held. */
const witnessed = (changed: Partial<Witnessed> = {}): Witnessed => ({
  stops: [{ person: 'morag', category: 'SKILLS', acknowledged: 500, heard: 501, again: Infinity }], closed: [{ person: 'morag', category: 'SKILLS', from: 320, to: Infinity }],
  answers: [answer()], writes: new Map([[1, 129]]), record: [disclosure()], broken: [], made: 1, met: 1, times: [260], unread: [], ...changed,
});
const times = (count: number, each: number): number[] => Array.from({ length: count }, () => each);
const late = disclosure({ after: 2 });

test('what held has no fault, and is counted', () => {
  const verdict = verdictOn(SCENARIO, witnessed());
  expect(verdict).toMatchObject({ stops: 1, reads: 1, told: 1, disclosures: 1, late: 0, lateWrites: 0, arrivedAfter: 0, worstMs: undefined, p50: 260, p99: 260, faults: [] });
  expect(lastLine([verdict, verdict])).toBe('late disclosures: 0 of 2\n');
  expect(lineOf(verdict)).toHaveLength(heading().length);
});

test.each<[string, Partial<Witnessed>]>([
  ['LATE_DISCLOSURES: 1', { record: [disclosure(), late] }],
  ['LATE_WRITES: 1', { writes: new Map([[1, 520]]), answers: [answer({ arrived: 530 })] }],
  ['UNSEEN_WRITES: 1', { writes: new Map() }],
  ['CLOCKS: 1', { writes: new Map([[1, 99]]) }],
  ['CLOCKS: 1', { writes: new Map([[1, 131]]) }],
  ['BROKEN_PROMISE: no disclosure', { broken: ['no disclosure cites a grant that had ended'] }],
  ['NOTHING_DISCLOSED', { record: [] }],
  ['NOTHING_STOPPED', { made: 0, met: 0 }],
  ['NOTHING_STOPPED', { made: 3, met: 1 }],
  ['NOTHING_TOLD', { answers: Array.from({ length: 30 }, (_, question) => answer({ question: question + 2, tells: [] })) }],
  ['SLOW', { times: times(100, 301), unread: times(100, 200) }],
  ['SLOW', { times: times(100, 451), unread: times(100, 400) }],
])('%s is found', (fault, changed) => {
  const { faults } = verdictOn(SCENARIO, witnessed(changed));
  expect(faults).toEqual([expect.stringMatching(`^${fault}`)]);
});

test('what was on its way is no fault, and its worst delay is said', () => {
  expect(verdictOn(SCENARIO, witnessed({ writes: new Map([[1, 499]]), answers: [answer({ arrived: 513 })] }))).toMatchObject({ arrivedAfter: 1, worstMs: 12, faults: [] });
});

test.each<[string, Partial<Witnessed>]>([
  ['few', { times: times(99, 5_000), unread: times(99, 250) }],
  ['those of a machine that is as slow for somebody whom nobody reads', { times: times(100, 450), unread: times(100, 400) }],
  ['as they should be, though somebody else is faster still', { times: times(100, 300), unread: times(100, 100) }],
  ['not compared with anybody', { times: times(500, 5_000) }],
])('times that are %s are no fault', (_, changed) => {
  expect(verdictOn(SCENARIO, witnessed(changed)).faults).toEqual([]);
});

test('the last line says what of everything was late', () => {
  expect(lastLine([verdictOn(SCENARIO, witnessed()), verdictOn(SCENARIO, witnessed({ record: [late, disclosure(), late] }))])).toBe('late disclosures: 2 of 4\n');
});
