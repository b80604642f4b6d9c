import { describe, expect, test } from '@jest/globals';
import { maskOf, type Limit } from '@thegither/consent';
import { asksForDays, mayRead, mayReadLabels, rowsFor, type PersonAccess } from './access.ts';

/** What somebody shares with Fife Housing. */
const access = (granted: readonly string[], own: readonly string[] = [], rest: Partial<PersonAccess> = {}): PersonAccess => ({
  granted: maskOf(...granted), own: maskOf(...own), limits: new Map(), agency: 'fife-housing', ...rest,
});
const from = (...sources: [string, string[]][]): Partial<PersonAccess> => limited(...sources.map(([category, named]): [string, Limit[]] => [category, [{ sources: named }]]));
const limited = (...limits: [string, Limit[]][]): Partial<PersonAccess> => ({ limits: new Map(limits) });
const O1 = 'WHERE_I_LIVE', O2 = 'HOMELESSNESS_HELP';

const of = (controller: string | undefined, day: string | null = null) => ({ controller, day: day === null ? null : new Date(`${day}T00:00:00Z`) });
const FIFE = { sources: ['fife-housing'] }, GLASGOW = { sources: ['glasgow-housing'] };

describe('which rows are open', () => {
  test.each([
    ['nothing shared withholds', access([]), [O1], undefined],
    ['another category withholds', access([O2]), [O1], undefined],
    ['one of two needed withholds', access([O1]), [O1, O2], undefined],
    ['no need is met by every row', access([]), [], []],
    ['a grant opens any controller', access([O1]), [O1], ['every']],
    ['a grant that names sources opens those', access([O1], [], from([O1, ['glasgow-housing']])), [O1], [[GLASGOW]]],
    ['sources of another category do not narrow', access([O1], [], from([O2, ['glasgow-housing']])), [O1], ['every']],
    ['own opens the agency alone', access([], [O1]), [O1], [[FIFE]]],
    ['own adds to named sources', access([O1], [O1], from([O1, ['glasgow-housing']])), [O1], [[GLASGOW, FIFE]]],
    ['own does not narrow a grant', access([O1], [O1]), [O1], ['every']],
    ['a grant and an own category together open the agency', access([O1], [O2]), [O1, O2], ['every', [FIFE]]],
    ['two needs have each their own', access([O1], [O2], from([O1, ['glasgow-housing']])), [O1, O2], [[GLASGOW], [FIFE]]],
    ['own without an agency opens nobody', access([], [O1], { agency: undefined }), [O1], [[]]],
    ['days stand as they are, and own beside them', access([O1], [O1], limited([O1, [{ from: '2026-03-01' }]])), [O1], [[{ from: '2026-03-01' }, FIFE]]],
  ] as const)('%s', (_title, shared, needs, expected) => {
    expect(rowsFor(shared, maskOf(...needs))).toEqual(expected);
  });
});

describe('one row', () => {
  test.each([
    ['of any controller, by a grant', access([O1]), 'glasgow-housing', true],
    ['without a controller, by a grant', access([O1]), undefined, true],
    ['of the own agency', access([], [O1]), 'fife-housing', true],
    ['of another agency, by own', access([], [O1]), 'glasgow-housing', false],
    ['without a controller, by own', access([], [O1]), undefined, false],
    ['withheld', access([]), 'fife-housing', false],
  ] as const)('%s', (_title, shared, controller, expected) => {
    expect(mayRead(shared, maskOf(O1), of(controller))).toBe(expected);
  });
});

describe('labels', () => {
  test.each([
    ['none', access([]), [], true],
    ['shared', access([O1, O2]), [O1, O2], true],
    ['one not shared', access([O1]), [O1, O2], false],
    ['unknown to the register', access([O1]), [O1, 'SHOE_SIZE'], false],
    ['shared from another controller alone', access([O1], [], from([O1, ['glasgow-housing']])), [O1], false],
    ['own', access([], [O1]), [O1], true],
  ] as const)('%s', (_title, shared, labels, expected) => {
    expect(mayReadLabels(shared, labels, of('fife-housing'))).toBe(expected);
  });
});

const onTheFirstOfJune = (moment: string) => mayRead(access([O1], [], limited([O1, [{ from: '2026-06-01', to: '2026-06-01' }]])), maskOf(O1), { controller: undefined, day: new Date(moment) });

describe('one row, by its day', () => {
  const since = limited([O1, [{ from: '2026-03-01' }]]), until = limited([O1, [{ to: '2026-03-01' }]]), both = limited([O1, [{ from: '2026-03-01', to: '2026-03-31' }]]);
  const either = limited([O1, [{ sources: ['glasgow-housing'] }, { from: '2026-03-01', sources: ['fife-housing'] }]]);
  test.each<[string, PersonAccess, string | undefined, string | null, boolean]>([
    ['the first day', access([O1], [], since), 'fife-housing', '2026-03-01', true],
    ['the day before it', access([O1], [], since), 'fife-housing', '2026-02-28', false],
    ['the last day', access([O1], [], until), 'fife-housing', '2026-03-01', true],
    ['the day after it', access([O1], [], until), 'fife-housing', '2026-03-02', false],
    ['within', access([O1], [], both), undefined, '2026-03-15', true],
    ['after', access([O1], [], both), undefined, '2026-04-01', false],
    ['without a day', access([O1], [], since), 'fife-housing', null, false],
    ['without a day, the agency\'s own', access([O1], [O1], since), 'fife-housing', null, true],
    ['before, the agency\'s own', access([O1], [O1], since), 'fife-housing', '2020-01-01', true],
    ['before, another agency\'s', access([O1], [O1], since), 'glasgow-housing', '2020-01-01', false],
    ['of any day of one controller', access([O1], [], either), 'glasgow-housing', '2020-01-01', true],
    ['of another, of a day that is shared', access([O1], [], either), 'fife-housing', '2026-03-01', true],
    ['of another, of no day that is shared', access([O1], [], either), 'fife-housing', '2026-02-01', false],
    ['of nobody, of a day that another shares', access([O1], [], either), undefined, '2026-03-01', false],
  ])('%s', (_title, shared, controller, day, expected) => {
    expect(mayRead(shared, maskOf(O1), of(controller, day))).toBe(expected);
  });

  test('a moment is of its day in Scotland', () => {
    expect([onTheFirstOfJune('2026-05-31T22:59:59Z'), onTheFirstOfJune('2026-05-31T23:00:00Z'), onTheFirstOfJune('2026-06-01T22:59:59Z'), onTheFirstOfJune('2026-06-01T23:00:00Z')]).toEqual([false, true, true, false]);
  });

  test('every needed category has its own days', () => {
    const days = access([O1, O2], [], limited([O1, [{ from: '2026-03-01' }]], [O2, [{ to: '2026-03-31' }]]));
    expect(['2026-02-01', '2026-03-15', '2026-04-15'].map((day) => mayRead(days, maskOf(O1, O2), of('fife-housing', day)))).toEqual([false, true, false]);
  });

  test('a label is shared for the days of its own category', () => {
    const days = access([O1, O2], [], limited([O2, [{ from: '2026-03-01' }]]));
    expect(['2026-02-01', '2026-03-15'].map((day) => mayReadLabels(days, [O2], of('fife-housing', day)))).toEqual([false, true]);
  });

  test.each<[string, PersonAccess, boolean]>([
    ['nothing limited', access([O1]), false], ['controllers alone', access([O1], [], from([O1, ['glasgow-housing']])), false], ['days of one', access([O1, O2], [], either), true],
  ])('%s: the day of a row matters is %s', (_title, shared, expected) => {
    expect(asksForDays(shared)).toBe(expected);
  });
});
