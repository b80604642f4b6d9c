import { describe, expect, test } from '@jest/globals';
import { lateness, overtaken, percentile, type Closed, type Disclosure, type Stop, type Told } from './judge.ts';

const END = { position: 7, at: 1_000, committed: 1_004 };
/** A disclosure that is as it should be: just before the end of the grant that it cites. */
const disclosure = (changed: Partial<Disclosure> = {}): Disclosure => ({
  person: 'morag', released: ['SKILLS'], after: 6, at: 999, committed: 1_003, cites: [{ accessTo: 9_000, end: END }], ...changed,
});
const closed = (changed: Partial<Closed> = {}): Closed => ({ person: 'morag', category: 'SKILLS', from: 1_250, to: 2_000, ...changed });

describe('a disclosure', () => {
  test.each<[string, Disclosure, Closed[]]>([
    ['just before the end of its grant', disclosure(), [closed()]],
    ['in the very millisecond of the end, before it by position and commit', disclosure({ at: 1_000.9 }), []],
    ['of a grant that did not end', disclosure({ after: 90, at: 5_000, committed: 5_000, cites: [{ accessTo: 9_000, end: undefined }] }), []],
    ['on a server that keeps no moments of commits', disclosure({ committed: undefined }), []],
    ['that cites nothing, and releases nothing that was closed', disclosure({ released: ['NAME_AND_CONTACT'], at: 1_500, cites: [] }), [closed()]],
    ['of another person while this one had stopped', disclosure({ person: 'aisha', at: 1_500, cites: [] }), [closed()]],
    ['after the next yes', disclosure({ at: 2_000, cites: [] }), [closed()]],
  ])('%s is in time', (_, one, times) => {
    expect(lateness(one, times)).toBeUndefined();
  });

  test.each<[string, string, Disclosure, Closed[]]>([
    ['after the event that ended its grant', 'POSITION_AFTER_THE_END', disclosure({ after: 7 }), []],
    ['long after it', 'POSITION_AFTER_THE_END', disclosure({ after: 30 }), []],
    ['committed after the end was, whatever position it says', 'COMMITTED_AFTER_THE_END', disclosure({ committed: 1_004.001 }), []],
    ['decided after the end, whatever position it says', 'DECIDED_AFTER_THE_END', disclosure({ at: 1_001 }), []],
    ['at the end of its grant\'s time', 'DECIDED_AFTER_ITS_TIME', disclosure({ at: 9_000, cites: [{ accessTo: 9_000, end: undefined }] }), []],
    ['that cites one good grant and one that had ended', 'POSITION_AFTER_THE_END', disclosure({ cites: [{ accessTo: 9_000, end: undefined }, { accessTo: 9_000, end: { ...END, position: 6 } }] }), []],
    ['without any grant while it was closed', 'DECIDED_WHILE_CLOSED', disclosure({ at: 1_250, cites: [] }), [closed()]],
    ['of one of several topics while that one was closed', 'DECIDED_WHILE_CLOSED', disclosure({ released: ['CAREER_PLANS', 'SKILLS'], at: 1_999, cites: [] }), [closed({ category: 'WORK_HISTORY' }), closed()]],
  ])('%s is late: %s', (_, why, one, times) => {
    expect(lateness(one, times)).toBe(why);
  });
});

const stop = (changed: Partial<Stop> = {}): Stop => ({ person: 'morag', category: 'SKILLS', acknowledged: 500, heard: 503, again: 800, ...changed });
const told = (changed: Partial<Told> = {}): Told => ({ person: 'morag', category: 'SKILLS', asked: 200, written: 260, arrived: 262, ...changed });

describe('an answer', () => {
  test.each<[string, Told, Stop]>([
    ['that was there before', told(), stop()],
    ['that began to be written with the acknowledgement', told({ written: 500, arrived: 502 }), stop()],
    ['of another topic', told({ category: 'CAREER_PLANS', written: 600, arrived: 601 }), stop()],
    ['of another person', told({ person: 'aisha', written: 600, arrived: 601 }), stop()],
    ['that rests on the next yes', told({ asked: 810, written: 850, arrived: 851 }), stop()],
    ['that was asked before the next yes and may rest on it', told({ asked: 790, written: 850, arrived: 851 }), stop()],
  ])('%s is in time', (_, one, end) => {
    expect(overtaken([one], [end])).toEqual([]);
  });

  test.each<[string, Told, boolean, number]>([
    ['was on its way already', told({ written: 499, arrived: 510 }), false, 7],
    ['began to be written while the acknowledgement was on its way', told({ written: 501, arrived: 502 }), true, -1],
    ['began to be written after it', told({ written: 600, arrived: 601 }), true, 98],
    ['began when nobody saw, and arrived after it', told({ written: undefined, arrived: 601 }), true, 98],
    ['was asked after it', told({ asked: 550, written: 600, arrived: 601 }), true, 98],
    ['began to be written after it, and arrived after the next yes', told({ written: 799, arrived: 900 }), true, 397],
  ])('that %s is found', (_, one, isLateWrite, afterMs) => {
    expect(overtaken([one], [stop()])).toEqual([{ isLateWrite, afterMs }]);
  });

  test('is held against the end that it came after, of all that there were', () => {
    const ends = [stop({ acknowledged: 100, heard: 100, again: 150 }), stop(), stop({ acknowledged: 900, heard: 900, again: Infinity })];
    expect(overtaken([told(), told({ written: 700, arrived: 701 }), told({ asked: 990, written: 5_000, arrived: 5_001 })], ends)).toEqual([{ isLateWrite: true, afterMs: 198 }, { isLateWrite: true, afterMs: 4_101 }]);
  });
});

test.each([[[], 50, undefined], [[3], 99, 3], [[4, 1, 3, 2], 50, 2], [[4, 1, 3, 2], 99, 4], [Array.from({ length: 200 }, (_, at) => at + 1), 99, 198]])('of %j the %d. percentile is %d', (times, percent, is) => {
  expect(percentile(times, percent)).toBe(is);
});
