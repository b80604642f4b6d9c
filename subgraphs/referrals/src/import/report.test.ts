import { describe, expect, test } from '@jest/globals';
import { USAGE, readArguments } from './readArguments.ts';
import { printReport, type Report } from './report.ts';

const report: Report = { feed: 'good', read: 3, added: 1, changed: 1, unchanged: 0, withdrawn: 2, warned: [], refused: [], written: true };
const finding = (field: string) => ({ where: '2nd service of good.json', field, why: 'It has no name.' });

describe('a report', () => {
  test('says what was read, done and refused, and where', () => {
    expect(printReport({ ...report, refused: [finding('name')], warned: [finding('')] })).toBe([
      'good: 3 services read', '  1 added, 1 changed, 0 unchanged, 2 withdrawn, 1 refused',
      'Refused:', '  2nd service of good.json, name: It has no name.', 'Taken with a warning:', '  2nd service of good.json: It has no name.', 'Written.', '',
    ].join('\n'));
  });

  test('of a trial says that nothing was written', () => {
    expect(printReport({ ...report, read: 1, written: false })).toBe('good: 1 service read\n  1 added, 1 changed, 0 unchanged, 2 withdrawn, 0 refused\nNothing was written: this was a trial.\n');
  });

  test('does not go on for ever', () => {
    const lines = printReport({ ...report, warned: Array.from({ length: 2_000 }, () => finding('name')) }).split('\n');
    expect(lines).toHaveLength(506);
    expect(lines).toContain('  and 1500 more');
  });
});

describe('the command', () => {
  test.each([
    [['--feed', 'a.json'], { feed: 'a.json', trial: false }], [['--feed=a', '--dry-run'], { feed: 'a', trial: true }], [['--dry-run', '--feed', 'http://here/'], { feed: 'http://here/', trial: true }],
  ])('%j', (args, expected) => { expect(readArguments(args)).toEqual(expected); });

  test.each([[[]], [['--feed']], [['--feed', '']], [['a.json']], [['--feed', 'a', '--force']]])('%j is answered with how it is written', (args) => {
    expect(() => readArguments(args)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', message: USAGE }));
  });
});
