import { expect, test } from '@jest/globals';
import type { Opening, PersonFacts } from './facts.ts';
import { NOTHING } from './mask.ts';
import { asThePersonKnows } from './openings.ts';

const opening = (id: string, toldFrom: number): Opening => ({ id, reason: 'BREAK_GLASS', worker: 'isla', agency: 'fife-works', categories: NOTHING, from: 0, to: 1_000, toldFrom });
const facts = (...openings: Opening[]): PersonFacts => ({ person: 'morag', assignments: [], exclusions: [], hold: null, refusals: [], grants: [], authorities: [], openings, unreadable: false });

test('a person knows of what was opened from the moment on at which they are told', () => {
  const all = facts(opening('told', 10), opening('just now', 50), opening('later', 51));
  expect(asThePersonKnows(all, 50).openings.map(({ id }) => id)).toEqual(['told', 'just now']);
});

test('an opening whose moment cannot be read is not told', () => {
  expect(asThePersonKnows(facts(opening('never', Number.NaN)), 50).openings).toEqual([]);
});
