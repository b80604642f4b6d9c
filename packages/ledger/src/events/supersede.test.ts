import { describe, expect, test } from '@jest/globals';
import { maskOf, type Grant, type Recipient, type Refusal } from '@thegither/consent';
import { GRANTABLE_PURPOSES, type Purpose } from '@thegither/vocabulary';
import type { Place } from './places.ts';
import { supersede, type Overlap } from './supersede.ts';

const AGENCY: Place = { recipient: { kind: 'agency', agency: 'fife-works' }, agency: 'fife-works', team: null };
const EAST: Place = { recipient: { kind: 'team', team: 'east' }, agency: 'fife-works', team: 'east' };
const ISLA: Place = { recipient: { kind: 'worker', worker: 'isla' }, agency: 'fife-works', team: 'east' };
const RORY: Place = { recipient: { kind: 'worker', worker: 'rory' }, agency: 'fife-works', team: 'east' };
const HOUSING: Place = { recipient: { kind: 'agency', agency: 'fife-housing' }, agency: 'fife-housing', team: null };

const refusalOf = (place: Place, purpose: Purpose | null, ...categories: string[]) =>
  ({ place, refusal: { id: 'refusal', recipient: place.recipient, purpose, categories: maskOf(...categories) } satisfies Refusal });
const grantTo = (place: Place, change: Partial<Grant> = {}) => ({
  place,
  grant: { id: 'older', recipient: place.recipient, purpose: 'EMPLOYABILITY_SUPPORT', categories: maskOf('ACTION_PLAN', 'SKILLS'), sources: [], from: 0, to: 1000, state: 'ACTIVE', ...change } satisfies Grant,
});

function agreeing(place: Place, change: Partial<Overlap> = {}) {
  let ids = 0;
  return supersede({ place, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN'], refusals: [], grants: [], newId: () => `new-${++ids}`, ...change });
}

describe('a refusal ends by name when the person agrees to what it overlaps', () => {
  const TO_EMPLOYABILITY = 'EMPLOYABILITY_SUPPORT';
  test.each<[string, Place, Place, Purpose | null, string, boolean]>([
    ['the same recipient, purpose and category', AGENCY, AGENCY, TO_EMPLOYABILITY, 'ACTION_PLAN', true],
    ['every purpose', AGENCY, AGENCY, null, 'ACTION_PLAN', true],
    ['another purpose', AGENCY, AGENCY, 'REFERRAL', 'ACTION_PLAN', false],
    ['another category', AGENCY, AGENCY, TO_EMPLOYABILITY, 'SKILLS', false],
    ['another agency', AGENCY, HOUSING, TO_EMPLOYABILITY, 'ACTION_PLAN', false],
    ['a worker of the agency agreed to', AGENCY, ISLA, TO_EMPLOYABILITY, 'ACTION_PLAN', true],
    ['a team of the agency agreed to', AGENCY, EAST, TO_EMPLOYABILITY, 'ACTION_PLAN', true],
    ['the agency of the worker agreed to', ISLA, AGENCY, TO_EMPLOYABILITY, 'ACTION_PLAN', true],
    ['the team of the worker agreed to', ISLA, EAST, TO_EMPLOYABILITY, 'ACTION_PLAN', true],
    ['a colleague of the worker agreed to', ISLA, RORY, TO_EMPLOYABILITY, 'ACTION_PLAN', false],
  ])('a refusal of %s', (_, agreed, refused, purpose, category, ends) => {
    expect(agreeing(agreed, { refusals: [refusalOf(refused, purpose, category)] }).refusals).toEqual(ends ? ['refusal'] : []);
  });

  test('a recipient that no longer exists is left as it is', () => {
    const refusals = [{ ...refusalOf(AGENCY, null, 'ACTION_PLAN'), place: undefined }];
    expect(agreeing(AGENCY, { refusals })).toEqual({ refusals: [], stillRefused: [], narrowed: [] });
  });
});

describe('what was not agreed to stays refused', () => {
  test('other categories', () => {
    expect(agreeing(AGENCY, { refusals: [refusalOf(AGENCY, 'EMPLOYABILITY_SUPPORT', 'ACTION_PLAN', 'SKILLS', 'CONVICTIONS')] }).stillRefused)
      .toEqual([{ id: 'new-1', recipient: AGENCY.recipient, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['CONVICTIONS', 'SKILLS'] }]);
  });

  test('every other purpose', () => {
    const { stillRefused } = agreeing(AGENCY, { refusals: [refusalOf(AGENCY, null, 'ACTION_PLAN')] });
    expect(stillRefused.map(({ purpose }) => purpose)).toEqual(GRANTABLE_PURPOSES.filter((purpose) => purpose !== 'EMPLOYABILITY_SUPPORT'));
    expect(new Set(stillRefused.flatMap(({ categories }) => categories))).toEqual(new Set(['ACTION_PLAN']));
  });
});

const restTo = (recipient: Recipient) => ({ id: 'new-1', recipient, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], from: new Date(0).toISOString(), to: new Date(1000).toISOString() });
const refused = (place: Place) => [refusalOf(place, 'EMPLOYABILITY_SUPPORT', 'ACTION_PLAN')];

describe('an older grant that a refusal had beaten', () => {
  test.each<[string, Place, Place, Place, boolean]>([
    ['does not come back to colleagues of the one worker agreed to', ISLA, AGENCY, AGENCY, true],
    ['gives way to what is agreed now with the same recipient', AGENCY, AGENCY, AGENCY, true],
    ['gives way also where it was for a worker of them', AGENCY, AGENCY, ISLA, true],
    ['reached beyond a refused team: it is narrowed rather than shared with the rest of the team', ISLA, EAST, AGENCY, true],
    ['stays for the others when only a worker was refused', ISLA, ISLA, AGENCY, false],
    ['to another agency is not touched', ISLA, AGENCY, HOUSING, false],
  ])('%s', (_, agreed, refusedTo, older, narrowed) => {
    const { narrowed: done } = agreeing(agreed, { refusals: refused(refusedTo), grants: [grantTo(older)] });
    expect(done).toMatchObject(narrowed ? [{ grant: 'older', instead: restTo(older.recipient) }] : []);
  });

  test.each<[string, Partial<Grant>, unknown[]]>([
    ['of nothing else ends', { categories: maskOf('ACTION_PLAN') }, [{ grant: 'older', instead: null }]],
    ['that is paused ends: what goes on would not be paused', { state: 'PAUSED' }, [{ grant: 'older', instead: null }]],
    ['that was withdrawn stays withdrawn', { state: 'WITHDRAWN' }, []],
    ['for another purpose is not touched', { purpose: 'REFERRAL' }, []],
    ['of other categories is not touched', { categories: maskOf('SKILLS') }, []],
  ])('%s', (_, change, expected) => {
    expect(agreeing(ISLA, { refusals: refused(AGENCY), grants: [grantTo(AGENCY, change)] }).narrowed).toEqual(expected);
  });

  test('without a refusal stays as it is', () => {
    expect(agreeing(AGENCY, { grants: [grantTo(AGENCY)] }).narrowed).toEqual([]);
  });
});
