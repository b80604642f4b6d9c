import { describe, expect, test } from '@jest/globals';
import { UNFILTERED, caseloadAt, leavesOut, readFilters } from './filters.ts';

describe('what an address says', () => {
  test.each([
    [{ sort: 'next', stage: '3', need: 'CARER', review: 'due', sharing: 'waiting', area: 'Kirkcaldy', page: '2' }, { sort: 'next', stage: 3, need: 'CARER', review: 'due', sharing: 'waiting', area: 'Kirkcaldy', page: 2 }],
    [{ need: 'any', area: 'any' }, { ...UNFILTERED, need: 'any', area: 'any' }],
    [{}, UNFILTERED],
  ])('%j is read', (query, filters) => {
    expect(readFilters(query)).toEqual(filters);
  });

  test.each([
    { sort: 'Name' }, { sort: 'toString' }, { stage: '0' }, { stage: '6' }, { stage: '3.0' }, { stage: ' 3' }, { need: '' }, { need: '<b>' }, { need: 'carer' }, { review: 'late' }, { sharing: '__proto__' }, { area: '' }, { area: 'x'.repeat(81) },
    { page: '0' }, { page: '-1' }, { page: '1e3' }, { page: 'NaN' }, { nothing: 'known' },
  ])('%j is as if it were not there', (query) => {
    expect(readFilters(query)).toEqual(UNFILTERED);
  });

  test.each([
    [{}, null, '/caseload'], [{ page: 2 }, null, '/caseload?page=2'], [{ sort: 'end', area: 'St Andrews & Leuchars' }, null, '/caseload?sort=end&area=St+Andrews+%26+Leuchars'], [{ stage: 1 }, 'a_b-c', '/caseload?stage=1&after=a_b-c'],
  ] as const)('%j is written so that it is read as it was', (changed, after, address) => {
    const filters = { ...UNFILTERED, ...changed };
    expect(caseloadAt(filters, after)).toBe(address);
    expect(readFilters(Object.fromEntries(new URLSearchParams(address.split('?')[1])))).toEqual(filters);
  });
});

test.each([
  [{}, false], [{ sort: 'end', page: 3 }, false], [{ need: 'any', area: 'any' }, false], [{ stage: 2 }, true], [{ need: 'CARER' }, true], [{ review: 'due' }, true], [{ sharing: 'some' }, true], [{ area: 'Leven' }, true],
] as const)('somebody is left out by %j: %s', (changed, isLeftOut) => {
  expect(leavesOut({ ...UNFILTERED, ...changed })).toBe(isLeftOut);
});
