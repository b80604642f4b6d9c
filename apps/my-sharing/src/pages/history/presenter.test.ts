import { describe, expect, test } from '@jest/globals';
import type { HistoryQuery } from '../../generated/operations.ts';
import { presentHistory } from './presenter.ts';

type Me = NonNullable<HistoryQuery['me']>;
const isla = { name: 'Isla', within: 'Fife Works' };
const day = (of: number): string => `2026-11-${String(of).padStart(2, '0')}T10:00:00.000Z`;
const NOW = Date.parse(day(22));
const history = (changed: Partial<Me>) => presentHistory({ me: {
  id: '1', grants: [], refusals: [], requests: [], exclusions: [], assignments: [], authorities: [], challenges: [], openings: [], endings: [], householdLinks: [], hold: null, ...changed,
} }, 'en', NOW);
const grant: NonNullable<Me['grants']>[number] = { id: 'g', recipient: isla, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], from: day(1), to: '2027-05-23T00:00:00.000Z', state: 'ACTIVE', endedAt: null, endedBy: null, evidence: null };
const acts: NonNullable<Me['authorities']>[number] = { id: 'a', kind: 'APPOINTED', powers: ['READ', 'AGREE'], categories: ['SKILLS'], from: day(1), to: day(9), state: 'CONFIRMED' };
const whats = (changed: Partial<Me>): string[] => history(changed).map(({ what }) => what);

test.each<[string, Partial<Me>, string[]]>([
  ['a yes', { grants: [grant] }, ['You said yes to Isla, Fife Works: Skills and qualifications. Why: Help to find work. Until 23 May 2027.']],
  ['a yes that is paused', { grants: [{ ...grant, state: 'PAUSED' }] }, ['You said yes to Isla, Fife Works: Skills and qualifications. Why: Help to find work. Until 23 May 2027. It is paused now.']],
  ['a yes that a worker wrote down', { grants: [{ ...grant, evidence: { capturedBy: { worker: 'isla' } } }] }, ['A worker wrote down that you said yes to Isla, Fife Works: Skills and qualifications. Why: Help to find work. Until 23 May 2027.']],
  ['a no', { refusals: [{ id: 'r', recipient: isla, purpose: null, categories: ['SKILLS', 'CONVICTIONS'], since: day(3) }] }, ['You said no to Isla, Fife Works: Convictions I must tell an employer about; Skills and qualifications. Why: For any reason.']],
  ['a request', { requests: [{ id: 'q', worker: 'Isla', agency: 'Fife Works', recipient: isla, purpose: 'REFERRAL', categories: ['SKILLS'], since: day(2), state: 'ASKED' }] }, ['Isla, Fife Works asked for: Skills and qualifications. Why: Passing you on to a service. Waiting for you.']],
  ['somebody kept out', { exclusions: [{ id: 'e', recipient: isla, since: day(2) }] }, ['You keep out Isla, Fife Works.']],
  ['help', { assignments: [{ id: 'a', recipient: isla, state: 'ENDED', from: day(2), to: day(5) }] }, ['Isla, Fife Works did not help you any more.', 'Isla, Fife Works helped you from then on.']],
  ['help that waits', { assignments: [{ id: 'a', recipient: isla, state: 'PENDING', from: day(2), to: null }] }, ['Isla, Fife Works asked to help you.']],
  ['somebody who acts', { authorities: [{ ...acts, state: 'ENDED' }] }, ['Somebody whom you asked to act for you did not act for you any more.', 'Somebody whom you asked to act for you began to act for you: Skills and qualifications.']],
  ['somebody who is to act', { authorities: [{ ...acts, state: 'PENDING' }] }, ['Somebody whom you asked to act for you is to act for you, once a second worker has checked it: Skills and qualifications.']],
  ['what the gateway says itself', { challenges: [{ id: 'c', since: day(2), why: 'You asked.' }], openings: [{ id: 'o', from: day(1), why: 'They opened it.' }] }, ['You asked.', 'They opened it.']],
  ['an ending', { endings: [{ agency: 'Fife Works', categories: ['SKILLS'], grant: 'g', endedAt: day(4) }] }, ['Sharing with Fife Works ended: Skills and qualifications. We asked them to erase what they were told.']],
  ['a household', { householdLinks: [{ since: day(1), until: day(2) }] }, ['You ended your link with a household.', 'You linked yourself with a household.']],
  ['a stop of everything', { hold: { since: day(1) } }, ['You stopped all sharing.']],
])('%s is said in a sentence', (_, me, expected) => {
  expect(whats(me)).toEqual(expected);
});

test.each<[(typeof grant)['state'], (typeof grant)['endedBy'], string]>([
  ['WITHDRAWN', 'PERSON', 'You stopped sharing with Isla, Fife Works: Skills and qualifications.'],
  ['WITHDRAWN', 'REPRESENTATIVE', 'Somebody who acts for you stopped sharing with Isla, Fife Works: Skills and qualifications.'],
  ['WITHDRAWN', 'WORKER', 'A worker stopped sharing with Isla, Fife Works for you: Skills and qualifications.'],
  ['RENOUNCED', 'WORKER', 'Isla, Fife Works gave up what you shared: Skills and qualifications.'],
  ['SUPERSEDED', 'PERSON', 'A newer yes to Isla, Fife Works took the place of an older one: Skills and qualifications.'],
  ['INVALIDATED', 'PERSON', 'You said that you had not agreed to this with Isla, Fife Works: Skills and qualifications.'],
  ['EXPIRED', 'TIME', 'Sharing with Isla, Fife Works ended by itself: Skills and qualifications.'],
])('what is %s by %s ended at a moment of its own', (state, endedBy, what) => {
  expect(history({ grants: [{ ...grant, state, endedBy, endedAt: day(3) }] })).toEqual([
    { when: '3 November 2026, 10:00:00', what },
    { when: '1 November 2026, 10:00:00', what: 'You said yes to Isla, Fife Works: Skills and qualifications. Why: Help to find work. Until 23 May 2027.' },
  ]);
});

test.each<[string, Partial<typeof acts>, string]>([
  ['while somebody could agree for the person', {}, 'You, or somebody who acts for you, said yes'], ['who may only read', { powers: ['READ'] }, 'You said yes'],
  ['before they could', { from: day(2) }, 'You said yes'], ['after they could', { to: day(1) }, 'You said yes'], ['whom nobody confirmed', { state: 'PENDING' }, 'You said yes'],
])('a yes of a time %s %j', (_, changed, text) => {
  expect(whats({ grants: [grant], authorities: [{ ...acts, ...changed }] }).filter((what) => what.startsWith(`${text} to Isla`))).toHaveLength(1);
});

describe('the order', () => {
  test('is newest first, whatever it is', () => {
    expect(history({ hold: { since: day(3) }, exclusions: [{ id: 'e', recipient: isla, since: day(5) }], grants: [grant] }).map(({ when }) => when))
      .toEqual(['5 November 2026, 10:00:00', '3 November 2026, 10:00:00', '1 November 2026, 10:00:00']);
  });

  test('has nothing that is to come', () => {
    expect(history({ exclusions: [{ id: 'e', recipient: isla, since: day(23) }] })).toEqual([]);
  });
});
