import { expect, test } from '@jest/globals';
import type { Recipient } from './facts.ts';
import { isFor } from './recipient.ts';
import { FIFE_WORKS, ISLA, ISLAS_TEAM, worker } from './testing/build.ts';

test.each<[string, Recipient, boolean]>([
  ['her name', ISLA, true], ['her team', ISLAS_TEAM, true], ['her agency', FIFE_WORKS, true],
  ['another name', { kind: 'worker', worker: 'ewan' }, false], ['another team', { kind: 'team', team: 'fife-housing' }, false], ['another agency', { kind: 'agency', agency: 'fife-housing' }, false],
  ['a team of her name', { kind: 'team', team: 'isla' }, false], ['an agency of her team\'s name', { kind: 'agency', agency: 'fife-works-kirkcaldy' }, false],
  ['a recipient that cannot be read', JSON.parse('{ "kind": "everybody" }') as Recipient, false],
])('%s means Isla: %p is %p', (_, recipient, expected) => {
  expect(isFor(recipient, worker())).toBe(expected);
});

test('who has no team is in no team, not even in one without a name', () => {
  expect(isFor({ kind: 'team', team: '' }, worker({ team: null }))).toBe(false);
});
