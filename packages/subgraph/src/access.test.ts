import { describe, expect, test } from '@jest/globals';
import { maskOf } from '@thegither/consent';
import { controllersFor, mayRead, mayReadLabels, type PersonAccess } from './access.ts';

/** What somebody shares with Fife Housing. */
const access = (granted: readonly string[], own: readonly string[] = [], rest: Partial<PersonAccess> = {}): PersonAccess => ({
  granted: maskOf(...granted), own: maskOf(...own), sources: new Map(), agency: 'fife-housing', ...rest,
});
const from = (...sources: [string, string[]][]): Partial<PersonAccess> => ({ sources: new Map(sources) });
const O1 = 'WHERE_I_LIVE', O2 = 'HOMELESSNESS_HELP';

describe('whose rows are open', () => {
  test.each([
    ['nothing shared withholds', access([]), [O1], undefined],
    ['another category withholds', access([O2]), [O1], undefined],
    ['one of two needed withholds', access([O1]), [O1, O2], undefined],
    ['no need is met by anybody', access([]), [], 'any'],
    ['a grant opens any controller', access([O1]), [O1], 'any'],
    ['a grant that names sources opens those', access([O1], [], from([O1, ['glasgow-housing']])), [O1], ['glasgow-housing']],
    ['sources of another category do not narrow', access([O1], [], from([O2, ['glasgow-housing']])), [O1], 'any'],
    ['own opens the agency alone', access([], [O1]), [O1], ['fife-housing']],
    ['own adds to named sources', access([O1], [O1], from([O1, ['glasgow-housing']])), [O1], ['glasgow-housing', 'fife-housing']],
    ['own does not narrow a grant', access([O1], [O1]), [O1], 'any'],
    ['a grant and an own category together open the agency', access([O1], [O2]), [O1, O2], ['fife-housing']],
    ['two needs without a controller in common open nobody', access([O1], [O2], from([O1, ['glasgow-housing']])), [O1, O2], []],
    ['own without an agency opens nobody', access([], [O1], { agency: undefined }), [O1], []],
  ] as const)('%s', (_title, shared, needs, expected) => {
    expect(controllersFor(shared, maskOf(...needs))).toEqual(expected);
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
    expect(mayRead(shared, maskOf(O1), controller)).toBe(expected);
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
    expect(mayReadLabels(shared, labels, 'fife-housing')).toBe(expected);
  });
});
