import { expect, test } from '@jest/globals';
import { NOTHING, maskOf } from './mask.ts';
import { stateOf } from './stateOf.ts';

const skills = maskOf('SKILLS'), plans = maskOf('CAREER_PLANS'), both = maskOf('SKILLS', 'CAREER_PLANS');
const none = { OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING, NO_PURPOSE: NOTHING };

test.each([
  ['all that is needed is granted', both, { granted: both, own: NOTHING }, none, 'SHARED'],
  ['granted and own at once is shared', skills, { granted: skills, own: skills }, none, 'SHARED'],
  ['own rows alone', skills, { granted: NOTHING, own: skills }, none, 'SHARED_OWN_ONLY'],
  ['one granted and one own: own rows alone', both, { granted: plans, own: skills }, none, 'SHARED_OWN_ONLY'],
  ['one of two is missing', both, { granted: skills, own: NOTHING }, none, 'NOT_SHARED'],
  ['nothing is needed', NOTHING, { granted: NOTHING, own: NOTHING }, none, 'SHARED'],
  ['a role limit of one of two', both, { granted: both, own: NOTHING }, { ...none, ROLE_LIMIT: plans }, 'ROLE_LIMIT'],
  ['no agreement comes before the role', both, { granted: NOTHING, own: NOTHING }, { ...none, ROLE_LIMIT: plans, OUTSIDE_AGREEMENT: skills }, 'OUTSIDE_AGREEMENT'],
  ['no purpose comes first', skills, { granted: skills, own: NOTHING }, { ...none, NO_PURPOSE: skills, OUTSIDE_AGREEMENT: skills }, 'NO_PURPOSE'],
] as const)('%s', (_, needed, person, words, state) => {
  expect(stateOf(needed, person, words)).toBe(state);
});
