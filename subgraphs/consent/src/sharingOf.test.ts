import { expect, test } from '@jest/globals';
import { NOTHING, maskOf } from '@thegither/consent';
import { REGISTER } from '@thegither/vocabulary';
import { sharingOf } from './sharingOf.ts';

const none = { OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING, NO_PURPOSE: NOTHING };
const access = { granted: maskOf('SKILLS'), own: maskOf('WHERE_I_LIVE'), limits: new Map(), agency: 'fife-works' };

test('every category has one line, in the register\'s order, with the service that holds it', () => {
  expect(sharingOf(access, none).map(({ category, owner }) => [category, owner])).toEqual(REGISTER.map(({ name, owner }) => [name, owner]));
});

test('a line says what the decision says, and the caller\'s own word first', () => {
  const states = Object.fromEntries(sharingOf(access, { ...none, ROLE_LIMIT: maskOf('RISK_AND_SAFETY'), OUTSIDE_AGREEMENT: maskOf('CONDITIONS') }).map(({ category, state }) => [category, state]));
  expect(states).toMatchObject({ SKILLS: 'SHARED', WHERE_I_LIVE: 'SHARED_OWN_ONLY', CAREER_PLANS: 'NOT_SHARED', RISK_AND_SAFETY: 'ROLE_LIMIT', CONDITIONS: 'OUTSIDE_AGREEMENT' });
});
