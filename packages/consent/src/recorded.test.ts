import { expect, test } from '@jest/globals';
import { decide } from './decide.ts';
import type { Grant } from './facts.ts';
import { maskOf, overlaps } from './mask.ts';
import { DAY, FIFE_WORKS, ISLA, ISLAS_TEAM, NOW, asked, facts, grant } from './testing/build.ts';

/** What a worker recorded and the person has not confirmed: it opens for fourteen days, and never what the person stopped. */
const skills = maskOf('SKILLS'), plans = maskOf('CAREER_PLANS');
const recorded = (change: Partial<Grant> = {}): Grant => grant(skills, { id: 'recorded', state: 'RECORDED_UNCONFIRMED', from: NOW - DAY, ...change });
const opens = (...grants: Grant[]): boolean => overlaps(decide(facts({ grants }), asked()).granted, skills);

test.each<[string, boolean, Grant[]]>([
  ['nothing else', true, []],
  ['another purpose withdrawn', true, [grant(skills, { id: 'a', purpose: 'REFERRAL', state: 'WITHDRAWN' })]],
  ['other categories withdrawn', true, [grant(plans, { id: 'a', state: 'WITHDRAWN' })]],
  ['another recipient\'s withdrawn', true, [grant(skills, { id: 'a', recipient: { kind: 'agency', agency: 'fife-housing' }, state: 'WITHDRAWN' })]],
  ['one that the recipient gave up', true, [grant(skills, { id: 'a', state: 'RENOUNCED' })]],
  ['one whose time is over', true, [grant(skills, { id: 'a', to: NOW - DAY })]],
  ['one withdrawn', false, [grant(skills, { id: 'a', state: 'WITHDRAWN' })]],
  ['one withdrawn long ago', false, [grant(skills, { id: 'a', state: 'WITHDRAWN', from: NOW - 400 * DAY, to: NOW - 30 * DAY })]],
  ['one withdrawn for the worker by name', false, [grant(skills, { id: 'a', recipient: ISLA, state: 'WITHDRAWN' })]],
  ['one withdrawn for the team', false, [grant(skills, { id: 'a', recipient: ISLAS_TEAM, state: 'WITHDRAWN' })]],
  ['one paused', false, [grant(skills, { id: 'a', state: 'PAUSED' })]],
  ['one superseded', false, [grant(skills, { id: 'a', state: 'SUPERSEDED' })]],
  ['one that was not right', false, [grant(skills, { id: 'a', state: 'INVALIDATED' })]],
])('beside %s, it opens: %s', (_, expected, others) => {
  expect(opens(recorded(), ...others)).toBe(expected);
});

test('to record it again makes its fourteen days no longer', () => {
  const first = recorded({ id: 'a', from: NOW - 15 * DAY }), again = recorded({ id: 'b' });
  expect([opens(first), opens(again), opens(first, again), opens(again, first)]).toEqual([false, true, false, false]);
});

test('recorded twice in one moment, it opens once', () => {
  const both = [recorded({ id: 'a' }), recorded({ id: 'b' })];
  expect(decide(facts({ grants: both }), asked()).grantsFor(skills)).toEqual(['a']);
});

test('the person\'s own grant opens beside whatever was stopped', () => {
  expect(opens(recorded(), grant(skills, { id: 'a', state: 'WITHDRAWN' }), grant(skills, { id: 'b', recipient: FIFE_WORKS }))).toBe(true);
});
