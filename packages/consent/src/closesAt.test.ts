import { expect, test } from '@jest/globals';
import { closesAt } from './closesAt.ts';
import type { Grant } from './facts.ts';
import { maskOf } from './mask.ts';
import { grant } from './testing/build.ts';

const DAY = 86_400_000, HOUR = 3_600_000;
const lasting = (more: Partial<Grant> = {}): Grant => ({ ...grant(maskOf('SKILLS')), from: 0, to: 180 * DAY, ...more });

test.each<[string, Partial<Grant>, number]>([
  ['that the person gave', {}, 180 * DAY],
  ['that a worker recorded', { state: 'RECORDED_UNCONFIRMED' }, 14 * DAY],
  ['that a worker recorded for less', { state: 'RECORDED_UNCONFIRMED', to: 3 * DAY }, 3 * DAY],
  ['for one meeting, before anybody looked', { purpose: 'ONE_MEETING' }, 180 * DAY],
  ['for one meeting, of which nobody knows whether anybody looked', { purpose: 'ONE_MEETING', usedAt: null }, 180 * DAY],
  ['for one meeting, after the first look', { purpose: 'ONE_MEETING', usedAt: 5 * DAY }, 5 * DAY + 2 * HOUR],
  ['for one meeting, looked at just before its end', { purpose: 'ONE_MEETING', usedAt: 180 * DAY - HOUR }, 180 * DAY],
  ['for another purpose, after a look', { usedAt: 5 * DAY }, 180 * DAY],
])('a grant %s closes when it should', (_, more, at) => {
  expect(closesAt(lasting(more))).toBe(at);
});
