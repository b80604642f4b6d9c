import { expect, test } from '@jest/globals';
import { decide } from './decide.ts';
import type { Grant } from './facts.ts';
import { maskOf, overlaps } from './mask.ts';
import { NOW, asked, assignment, facts, grant } from './testing/build.ts';

const HOUR = 60 * 60 * 1000;
const skills = maskOf('SKILLS');
const decided = (...grants: Grant[]) => decide(facts({ assignments: [assignment({ purposes: ['ONE_MEETING', 'REFERRAL'] })], grants }), asked({ purpose: 'ONE_MEETING' }));
const once = (change: Partial<Grant> = {}): Grant => grant(skills, { purpose: 'ONE_MEETING', ...change });

test.each<[string, number | null | undefined, boolean]>([
  ['never, as far as anybody said', undefined, true], ['never', null, true], ['just now', NOW, true], ['two hours ago, but for a moment', NOW - 2 * HOUR + 1, true],
  ['two hours ago', NOW - 2 * HOUR, false], ['yesterday', NOW - 24 * HOUR, false],
])('for one meeting, used first %s', (_, usedAt, open) => {
  const { granted, findings } = decided(once({ usedAt }));
  expect(overlaps(granted, skills)).toBe(open);
  expect(findings.find(({ categories }) => overlaps(categories, skills))!.reason).toBe(open ? 'AGREED' : 'EXPIRED');
});

test('another grant for one meeting is another meeting', () => {
  expect(overlaps(decided(once({ usedAt: NOW - 24 * HOUR }), once({ id: 'g-2' })).granted, skills)).toBe(true);
});

test('for any other purpose a look uses nothing up', () => {
  const { granted } = decide(facts({ assignments: [assignment({ purposes: ['REFERRAL'] })], grants: [grant(maskOf('ACTION_PLAN'), { purpose: 'REFERRAL', usedAt: NOW - 24 * HOUR })] }), asked({ purpose: 'REFERRAL' }));
  expect(overlaps(granted, maskOf('ACTION_PLAN'))).toBe(true);
});
