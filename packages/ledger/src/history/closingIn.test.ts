import { expect, test } from '@jest/globals';
import { maskOf, type Grant } from '@thegither/consent';
import type { Actor } from '../events/event.ts';
import { closingIn, type Closing } from './closingIn.ts';

const DAY = 24 * 60 * 60 * 1000, HOUR = 60 * 60 * 1000, NOW = 100 * DAY;
const standing = (change: Partial<Grant> = {}): Grant => ({
  id: 'one', recipient: { kind: 'agency', agency: 'fife-works' }, purpose: 'EMPLOYABILITY_SUPPORT', categories: maskOf('SKILLS'), sources: [], from: NOW - 20 * DAY, to: NOW + DAY, state: 'ACTIVE', ...change,
});
const by = (actor: Partial<Actor> = {}) => ({ at: NOW - HOUR, actor: { kind: 'person' as const, id: 'morag', ...actor } });

test.each<[string, Partial<Grant>, Closing]>([
  ['one that holds', {}, { state: 'ACTIVE', endedAt: null, endedBy: null }],
  ['a paused one', { state: 'PAUSED' }, { state: 'PAUSED', endedAt: null, endedBy: null }],
  ['one whose time is over', { to: NOW - DAY }, { state: 'EXPIRED', endedAt: NOW - DAY, endedBy: 'TIME' }],
  ['one whose time is over just now', { to: NOW }, { state: 'EXPIRED', endedAt: NOW, endedBy: 'TIME' }],
  ['a paused one whose time is over', { state: 'PAUSED', to: NOW - DAY }, { state: 'EXPIRED', endedAt: NOW - DAY, endedBy: 'TIME' }],
  ['one for a meeting that was', { purpose: 'ONE_MEETING', usedAt: NOW - 3 * HOUR }, { state: 'EXPIRED', endedAt: NOW - HOUR, endedBy: 'TIME' }],
  ['one for a meeting that goes on', { purpose: 'ONE_MEETING', usedAt: NOW - HOUR }, { state: 'ACTIVE', endedAt: null, endedBy: null }],
  ['what a worker recorded a week ago', { state: 'RECORDED_UNCONFIRMED', from: NOW - 7 * DAY }, { state: 'RECORDED_UNCONFIRMED', endedAt: null, endedBy: null }],
  ['what a worker recorded and nobody confirmed', { state: 'RECORDED_UNCONFIRMED' }, { state: 'RECORDED_UNCONFIRMED', endedAt: NOW - 6 * DAY, endedBy: 'TIME' }],
  ['the same after its last day', { state: 'RECORDED_UNCONFIRMED', to: NOW - DAY }, { state: 'EXPIRED', endedAt: NOW - 6 * DAY, endedBy: 'TIME' }],
])('%s: %j', (_, change, closing) => {
  expect(closingIn(standing(change), null, NOW)).toEqual(closing);
});

test.each<[Grant['state'], Partial<Actor>, Closing['endedBy']]>([
  ['WITHDRAWN', {}, 'PERSON'], ['WITHDRAWN', { id: 'jean', authority: 'a' }, 'REPRESENTATIVE'], ['WITHDRAWN', { kind: 'worker', id: 'isla' }, 'WORKER'],
  ['RENOUNCED', { kind: 'worker', id: 'isla' }, 'WORKER'], ['SUPERSEDED', {}, 'PERSON'], ['INVALIDATED', {}, 'PERSON'],
])('what is %s by %j was ended by %s, also where its time is over since', (state, actor, endedBy) => {
  for (const to of [NOW + DAY, NOW - HOUR / 2]) expect(closingIn(standing({ state, to }), by(actor), NOW)).toEqual({ state, endedAt: NOW - HOUR, endedBy });
});

test('an end that was recorded after the state was read has not ended it yet', () => {
  expect(closingIn(standing(), by(), NOW)).toEqual({ state: 'ACTIVE', endedAt: null, endedBy: null });
});
