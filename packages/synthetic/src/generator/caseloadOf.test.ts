import { describe, expect, test } from '@jest/globals';
import { PERSONAS } from '../personas.ts';
import { caseloadOf } from './caseloadOf.ts';

const AT = Date.UTC(2026, 10, 22, 9);
const told = (people: ReturnType<typeof caseloadOf>) => people.map((person) => ({ ...person, sharing: person.sharing(AT), story: person.story('2026-11-22') }));

describe('a generated caseload', () => {
  test('is the same each time for one seed, and another for another', () => {
    expect(told(caseloadOf(50, 7))).toEqual(told(caseloadOf(50, 7)));
    expect(told(caseloadOf(50, 7))).not.toEqual(told(caseloadOf(50, 8)));
  });

  test('begins alike however many are asked for', () => {
    expect(told(caseloadOf(200, 7)).slice(0, 20)).toEqual(told(caseloadOf(20, 7)));
  });

  test('has nobody twice, and none of the nine', () => {
    const spines = [...caseloadOf(5000, 1), ...caseloadOf(5000, 2), ...PERSONAS].map(({ spine }) => spine);
    expect(new Set(spines).size).toBe(10_009);
  });

  test('is supported by the worker it was made for, who shares one agency with its grants', () => {
    for (const { assignments, grants } of told(caseloadOf(100, 3, 'ewan')).map(({ sharing }) => sharing)) {
      expect(assignments.map(({ recipient }) => recipient)).toEqual([{ kind: 'worker', worker: 'ewan' }]);
      expect(grants.every(({ recipient }) => recipient.kind === 'agency' && recipient.agency === 'fife-housing')).toBe(true);
    }
    expect(() => caseloadOf(1, 1, 'nobody')).toThrow(RangeError);
  });

  test('shares a mixture: nothing, a little, much', () => {
    const agreed = new Set(told(caseloadOf(200, 1)).map(({ sharing }) => sharing.grants.flatMap(({ categories }) => categories).join()));
    expect(agreed.size).toBe(9);
  });

  test('has grants and assignments in force now', () => {
    for (const { sharing: { assignments, grants } } of told(caseloadOf(200, 1))) {
      for (const { from, to } of [...assignments, ...grants]) expect(from < AT && (to === null || to > AT)).toBe(true);
    }
  });

  test('has records in every room for some and not for others', () => {
    const stories = told(caseloadOf(200, 1)).map(({ story }) => story);
    for (const has of [
      stories.map(({ healthAndWork }) => healthAndWork.cases.length > 0),
      stories.map(({ housing }) => housing.situations.length > 0),
      stories.map(({ careers }) => careers.skills.length > 0),
      stories.map(({ justice }) => justice.workLimits.length > 0),
    ]) expect(new Set(has)).toEqual(new Set([true, false]));
  });
});
