import { expect, test } from '@jest/globals';
import { authoritiesOf, reaches } from './authority.ts';
import { maskOf, union } from './mask.ts';
import { NOW, authority, facts } from './testing/build.ts';

const skills = maskOf('SKILLS'), plan = maskOf('ACTION_PLAN');

test('somebody acts by authorities of their own that are confirmed and in force, in the order of ids', () => {
  const theirs = [authority(skills, { id: 't-2' }), authority(plan, { id: 't-1' }), authority(plan, { id: 't-3' })];
  const others = [
    authority(skills, { id: 'jean', representative: 'jean' }), authority(skills, { id: 'waits', confirmed: false }), authority(skills, { id: 'over', to: NOW }), authority(skills, { id: 'later', from: NOW + 1 }),
    authority(skills, { id: 'no moment', from: Number.NaN }), authority(skills, { id: 'no end', to: Number.NaN }),
  ];
  expect(authoritiesOf(facts({ authorities: [...theirs, ...others] }), 'tam', NOW).map(({ id }) => id)).toEqual(['t-1', 't-2', 't-3']);
});

test.each([
  ['the power for the category', authority(skills, { powers: ['STOP'] }), true],
  ['the power for more than that', authority(union(skills, plan), { powers: ['STOP', 'READ'] }), true],
  ['another power', authority(skills, { powers: ['READ', 'AGREE'] }), false],
  ['no power', authority(skills, { powers: [] }), false],
  ['the power for another category', authority(plan, { powers: ['STOP'] }), false],
])('an authority with %s: reaches to stop sharing skills is %s', (_, given, reached) => {
  expect(reaches(given, 'STOP', skills)).toBe(reached);
});

test('a part of what is needed is not enough', () => {
  expect(reaches(authority(skills, { powers: ['AGREE'] }), 'AGREE', union(skills, plan))).toBe(false);
});
