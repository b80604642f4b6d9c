import { expect, test } from '@jest/globals';
import { explanationOf, type ToExplain } from './explanation.ts';
import { NOTHING, maskOf } from './mask.ts';

const isla: ToExplain = {
  version: '1', worker: 'isla', agency: 'fife-works', roles: ['KEY_WORKER'], purpose: 'EMPLOYABILITY_SUPPORT', withheld: NOTHING,
  parts: [{ reason: 'AGREED', categories: maskOf('ACTION_PLAN', 'SKILLS'), grants: ['g-1', 'g-2'] }],
};

test.each<[string, ToExplain, string]>([
  ['grants by their ids', isla, 'Rule 1, isla of fife-works as KEY_WORKER for EMPLOYABILITY_SUPPORT: AGREED ACTION_PLAN, SKILLS by grants g-1, g-2.'],
  ['one grant', { ...isla, parts: [{ reason: 'AGREED', categories: maskOf('SKILLS'), grants: ['g-1'] }] }, 'Rule 1, isla of fife-works as KEY_WORKER for EMPLOYABILITY_SUPPORT: AGREED SKILLS by grant g-1.'],
  ['what was withheld', { ...isla, parts: [], withheld: maskOf('CONDITIONS') }, 'Rule 1, isla of fife-works as KEY_WORKER for EMPLOYABILITY_SUPPORT: withheld CONDITIONS.'],
  ['several reasons', { ...isla, parts: [{ reason: 'ASSIGNED', categories: maskOf('NAME_AND_CONTACT'), grants: [] }, { reason: 'OWN_RECORD', categories: maskOf('SKILLS'), grants: [] }] },
    'Rule 1, isla of fife-works as KEY_WORKER for EMPLOYABILITY_SUPPORT: ASSIGNED NAME_AND_CONTACT; OWN_RECORD SKILLS.'],
  ['the person', { ...isla, worker: null, agency: null, roles: [], purpose: null, parts: [{ reason: 'SELF', categories: maskOf('SKILLS'), grants: [] }] }, 'Rule 1, the person for no purpose: SELF SKILLS.'],
  ['somebody who acts for the person', { ...isla, worker: null, agency: null, roles: [], purpose: null, authority: 't-1', parts: [{ reason: 'REPRESENTATIVE', categories: maskOf('SKILLS'), grants: [] }] },
    'Rule 1, who acts for the person by authority t-1 for no purpose: REPRESENTATIVE SKILLS.'],
  ['an account without role or agency that asked nothing', { ...isla, agency: null, roles: [], parts: [] }, 'Rule 1, isla of no agency as nobody for EMPLOYABILITY_SUPPORT: nothing was asked.'],
])('an explanation tells %s', (_, told, sentence) => {
  expect(explanationOf(told)).toBe(sentence);
});
