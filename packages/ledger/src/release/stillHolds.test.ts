import { expect, test } from '@jest/globals';
import { NOTHING, maskOf } from '@thegither/consent';
import type { Decided } from './decideAll.ts';
import { stillHolds, type Shown } from './stillHolds.ts';

const PLAN = maskOf('ACTION_PLAN'), SKILLS = maskOf('SKILLS'), BOTH = maskOf('ACTION_PLAN', 'SKILLS');
const shown: Shown = { person: 'p', known: true, granted: BOTH, own: NOTHING, fingerprint: 'then', asked: BOTH, released: PLAN };
const now = (change: Partial<Decided> = {}, decision: Partial<Decided['decision']> = {}): Decided => ({
  person: 'p', known: true, addressable: true, fingerprint: 'then', ...change,
  decision: { standing: 'ASSIGNED', granted: BOTH, own: NOTHING, limits: new Map(), findings: [], authority: null, openings: [], grantsFor: () => [], ...decision },
});
const from = (category: string) => new Map([[category, [{ sources: ['fife-housing'] }]]]);
const since = (category: string) => new Map([[category, [{ from: '2026-03-01' }]]]);

test.each<[string, boolean, Shown, Decided]>([
  ['the very same', true, shown, now()],
  ['more than then', true, shown, now({ fingerprint: 'now' }, { granted: maskOf('ACTION_PLAN', 'SKILLS', 'WORK_SINCE') })],
  ['a category less, although it was not shown', false, shown, now({ fingerprint: 'now' }, { granted: PLAN })],
  ['own rows less', false, { ...shown, own: SKILLS }, now({ fingerprint: 'now' })],
  ['a person who is unknown now, of whom nothing was shown', false, { ...shown, granted: NOTHING, released: NOTHING }, now({ known: false }, { granted: NOTHING })],
  ['a person who was unknown and is known now', false, { ...shown, known: false, granted: NOTHING, released: NOTHING }, now()],
  ['a person who was and is unknown', true, { ...shown, known: false, granted: NOTHING, released: NOTHING }, now({ known: false }, { granted: NOTHING })],
  ['less than is shown, whatever it was made with', false, { ...shown, granted: NOTHING }, now({}, { granted: SKILLS })],
  ['own rows of what is shown', true, { ...shown, granted: NOTHING, own: PLAN }, now({}, { granted: NOTHING, own: PLAN })],
  ['masks without a known person', false, { ...shown, known: false, granted: NOTHING }, now({ known: false })],
  ['other sources of what is shown', false, shown, now({ fingerprint: 'now' }, { limits: from('ACTION_PLAN') })],
  ['other sources of what is not shown', true, shown, now({ fingerprint: 'now' }, { limits: from('SKILLS') })],
  ['the same sources', true, shown, now({}, { limits: from('ACTION_PLAN') })],
  ['other days of what is shown', false, shown, now({ fingerprint: 'now' }, { limits: since('ACTION_PLAN') })],
  ['other days of what is not shown', true, shown, now({ fingerprint: 'now' }, { limits: since('SKILLS') })],
  ['the same days', true, shown, now({}, { limits: since('ACTION_PLAN') })],
  ['any source instead of named ones', true, shown, now({ fingerprint: 'now' })],
])('with %s now, the answer may be told: %s', (_, holds, then, decided) => {
  expect(stillHolds(then, decided)).toBe(holds);
});
