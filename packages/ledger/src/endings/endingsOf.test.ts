import { describe, expect, test } from '@jest/globals';
import { maskOf, namesIn, type Recipient } from '@thegither/consent';
import type { Place } from '../events/places.ts';
import { endingsOf, type EndingGrant, type Sharing, type ToldBy } from './endingsOf.ts';

const place = (recipient: Recipient): Place => ({ recipient, agency: 'works', team: recipient.kind === 'agency' ? null : 'east' });
const WORKS = place({ kind: 'agency', agency: 'works' }), EAST = place({ kind: 'team', team: 'east' }), ISLA = place({ kind: 'worker', worker: 'isla' });

const grant = (change: Partial<EndingGrant> = {}): EndingGrant => ({
  id: 'g', recipient: { kind: 'agency', agency: 'works' }, place: WORKS, purpose: 'REFERRAL', categories: maskOf('SKILLS', 'ACTION_PLAN'), sources: [], from: 0, to: 1_000, usedAt: null, state: 'ACTIVE', endedAt: null, ...change,
});
const withdrawn = (change: Partial<EndingGrant> = {}): EndingGrant => grant({ state: 'WITHDRAWN', endedAt: 300, ...change });
const told = (change: Partial<ToldBy> = {}): ToldBy => ({ grant: 'g', agency: 'works', worker: 'isla', at: 100, heldBack: false, categories: maskOf('SKILLS'), ...change });
const sharing = (change: Partial<Sharing> = {}): Sharing => ({ at: 500, grants: [grant()], refusals: [], exclusions: [], hold: null, told: [told()], noticed: [], ...change });
const noticed = (change: object = {}) => ({ grant: 'g', agency: 'works', heldBack: false, categories: maskOf('SKILLS'), noticedAt: 350, ...change });

/** Grant, agency, categories and moment of each notice. */
const notices = (change: Partial<Sharing>): unknown[] => endingsOf(sharing(change)).map(({ grant: of, agency, categories, endedAt }) => [of, agency, namesIn(categories).join(' '), endedAt]);

const SKILLS = [['g', 'works', 'SKILLS', 300]];

describe('an agency is told that sharing with it ended', () => {
  test.each<[string, Partial<Sharing>, unknown[]]>([
    ['nothing while it goes on', {}, []],
    ['when it is withdrawn', { grants: [withdrawn()] }, SKILLS],
    ['when it is given up', { grants: [withdrawn({ state: 'RENOUNCED' })] }, SKILLS],
    ['when it was never right', { grants: [withdrawn({ state: 'INVALIDATED' })] }, SKILLS],
    ['when its time is over, which no event says', { grants: [grant({ to: 400 })] }, [['g', 'works', 'SKILLS', 400]]],
    ['not while it is paused', { grants: [grant({ state: 'PAUSED' })] }, []],
    ['when its time is over while it is paused', { grants: [grant({ state: 'PAUSED', to: 400 })] }, [['g', 'works', 'SKILLS', 400]]],
    ['when nobody confirmed what a worker recorded', { at: 15 * 86_400_000, grants: [grant({ state: 'RECORDED_UNCONFIRMED', to: 1e12 })] }, [['g', 'works', 'SKILLS', 14 * 86_400_000]]],
    ['two hours after the first look for one meeting', { at: 8_000_000, grants: [grant({ purpose: 'ONE_MEETING', usedAt: 100, to: 1e12 })] }, [['g', 'works', 'SKILLS', 7_200_100]]],
    ['not of one to whom nothing was told', { grants: [withdrawn()], told: [] }, []],
    ['not of what the grant never opened', { grants: [withdrawn()], told: [told({ categories: maskOf('CONVICTIONS') })] }, []],
    ['when the person keeps it out', { exclusions: [{ place: WORKS, since: 300 }] }, SKILLS],
    ['not when the person keeps one of its workers out, and it is not theirs alone', { exclusions: [{ place: ISLA, since: 300 }] }, []],
    ['when the person keeps out the worker whose it is', { grants: [grant({ place: ISLA })], exclusions: [{ place: EAST, since: 300 }] }, SKILLS],
    ['when the person stops everything', { hold: { since: 300 } }, SKILLS],
    ['when the person says no to it', { refusals: [{ place: WORKS, purpose: null, categories: maskOf('SKILLS'), since: 300 }] }, SKILLS],
    ['not when the person says no to something else', { refusals: [{ place: WORKS, purpose: null, categories: maskOf('CONVICTIONS'), since: 300 }] }, []],
    ['not when the person says no for another purpose', { refusals: [{ place: WORKS, purpose: 'ELIGIBILITY', categories: maskOf('SKILLS'), since: 300 }] }, []],
    ['as of the first of what closed it', { grants: [grant({ to: 400 })], hold: { since: 250 } }, [['g', 'works', 'SKILLS', 250]]],
  ])('%s', (_, change, expected) => expect(notices(change)).toEqual(expected));
});

/** What a grant that was superseded goes on by. */
const on = (change: Partial<EndingGrant>): Partial<Sharing> => ({ grants: [withdrawn({ state: 'SUPERSEDED' }), grant({ id: 'h', from: 300, ...change })] });

describe('what goes on is not said to have ended', () => {
  test.each<[string, Partial<Sharing>, unknown[]]>([
    ['by a renewal', on({}), []],
    ['by a narrower one: what it leaves out ended', { ...on({ categories: maskOf('ACTION_PLAN') }), told: [told({ categories: maskOf('SKILLS', 'ACTION_PLAN') })] }, SKILLS],
    ['by one to another agency', on({ place: { recipient: { kind: 'agency', agency: 'housing' }, agency: 'housing', team: null } }), SKILLS],
    ['by one to a part of it alone', on({ place: ISLA }), SKILLS],
    ['by one to a recipient that is no more', on({ place: undefined }), SKILLS],
    ['by one for another purpose', on({ purpose: 'ELIGIBILITY' }), SKILLS],
    ['by one that ended later: then that is the moment', on({ state: 'WITHDRAWN', endedAt: 450 }), [['g', 'works', 'SKILLS', 450]]],
  ])('%s', (_, change, expected) => expect(notices(change)).toEqual(expected));

  test('a grant to one worker ended while everybody of the agency is told still', () => {
    expect(notices({ grants: [withdrawn({ place: ISLA }), grant({ id: 'h' })] })).toEqual([]);
  });
});

describe('what was said once is not said again', () => {
  test.each<[string, Partial<Sharing>, unknown[]]>([
    ['of the same', { noticed: [noticed()] }, []],
    ['unless it was told again since', { noticed: [noticed({ noticedAt: 50 })] }, SKILLS],
    ['but what else was told is', { noticed: [noticed()], told: [told({ categories: maskOf('SKILLS', 'ACTION_PLAN') })] }, [['g', 'works', 'ACTION_PLAN', 300]]],
    ['to another agency it is', { noticed: [noticed({ agency: 'housing' })] }, SKILLS],
    ['of another grant it is', { noticed: [noticed({ grant: 'h' })] }, SKILLS],
  ])('%s', (_, change, expected) => expect(notices({ grants: [withdrawn()], ...change })).toEqual(expected));
});

test('looks that are held back from the person have a notice of their own, and the others read as without them', () => {
  const open = endingsOf(sharing({ grants: [withdrawn()] })), secret = told({ heldBack: true, worker: 'rory', categories: maskOf('SKILLS', 'ACTION_PLAN') });
  const both = endingsOf(sharing({ grants: [withdrawn()], told: [told(), secret] }));
  expect(both.filter(({ heldBack }) => !heldBack)).toEqual(open);
  expect(both.filter(({ heldBack }) => heldBack)).toEqual([{ ...open[0], heldBack: true, workers: ['rory'], categories: maskOf('SKILLS', 'ACTION_PLAN') }]);
  expect(endingsOf(sharing({ grants: [withdrawn()], told: [told(), secret], noticed: [noticed({ heldBack: true, categories: secret.categories })] }))).toEqual(open);
});

test('each agency is told of its own workers alone, each once', () => {
  const all = [told(), told({ worker: 'rory', at: 120 }), told({ at: 130 }), told({ worker: 'ewan', agency: 'housing' }), told({ worker: 'late', categories: maskOf('CONVICTIONS') })];
  expect(endingsOf(sharing({ grants: [withdrawn()], told: all })).map(({ agency, workers }) => [agency, workers])).toEqual([['housing', ['ewan']], ['works', ['isla', 'rory']]]);
});
