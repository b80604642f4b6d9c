import { describe, expect, test } from '@jest/globals';
import type { AskPageQuery } from '../../generated/operations.ts';
import { presentAsk } from './presenter.ts';
import { readWish } from './wish.ts';

type Person = NonNullable<AskPageQuery['person']>;
type Asked = NonNullable<Person['asked']>[number];

const RECIPIENTS: AskPageQuery['recipients'] = [
  { worker: 'isla', team: null, agency: null, name: 'Isla' }, { worker: null, team: 'east', agency: null, name: 'East' }, { worker: null, team: null, agency: 'fife-works', name: 'Fife Works' },
];
const asked = (change: Partial<Asked> = {}): Asked => ({
  id: 'one', worker: 'Isla', purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], agreed: null, since: '2026-11-22T10:00:00.000Z', state: 'OPEN', own: true, ...change,
});
const page = (change: Partial<Person> = {}, recipients = RECIPIENTS) => presentAsk({
  id: '1.a', name: { knownAs: 'Morag' }, asked: [], sharing: [{ category: 'SKILLS', state: 'NOT_SHARED' }, { category: 'ACTION_PLAN', state: 'SHARED' }], ...change,
}, recipients, readWish({ topics: ['SKILLS'] }, undefined));

test('topics stand service by service, what is asked for is ticked, and what is shared says so', () => {
  expect(page().groups).toEqual([
    { service: 'Employability', topics: [{ category: 'ACTION_PLAN', plain: 'My goals and action plan', isTicked: false, note: 'You see this now. Ask only if somebody else is to see it too.' }] },
    { service: 'Careers', topics: [{ category: 'SKILLS', plain: 'Skills and qualifications', isTicked: true, note: undefined }] },
  ]);
});

test.each(['OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'NO_PURPOSE'] as const)('what is never opened (%s) is not offered', (state) => {
  expect(page({ sharing: [{ category: 'CONVICTIONS', state }] }).offered).toEqual([]);
});

test.each(['SHARED', 'SHARED_OWN_ONLY', 'NOT_SHARED', 'UNAVAILABLE'] as const)('whether it is offered does not depend on the person (%s)', (state) => {
  expect(page({ sharing: [{ category: 'CONVICTIONS', state }, { category: 'RISK_AND_SAFETY', state }, { category: 'MY_SHARING', state }] }).offered).toEqual(['CONVICTIONS']);
});

test('it is for oneself, the team or the agency; for nobody\'s team where there is none', () => {
  expect(page().recipients.map(({ text, id }) => [text, id])).toEqual([['Only me: Isla', 'isla'], ['My team: East', 'east'], ['My agency: Fife Works', 'fife-works']]);
  expect(page({}, [RECIPIENTS[0]!, RECIPIENTS[2]!]).recipients.map(({ value }) => value)).toEqual(['worker', 'agency']);
});

describe('what was asked', () => {
  test.each<[Asked['state'], boolean, boolean, string]>([
    ['OPEN', true, false, 'Waiting for an answer'], ['AGREED', false, false, 'Agreed'], ['CLOSED', false, true, 'Closed'],
  ])('%s', (state, waits, wasClosed, text) => {
    expect(page({ asked: [asked({ state })] })).toMatchObject({ waits, wasClosed, asked: [{ state: text, heading: 'Isla, 22 November 2026' }] });
  });

  test('for another purpose is in nobody\'s way', () => {
    expect(page({ asked: [asked({ purpose: 'REFERRAL' }), asked({ purpose: 'REFERRAL', state: 'CLOSED' })] })).toMatchObject({ waits: false, wasClosed: false });
  });

  test.each<[Partial<Asked>, boolean]>([[{}, true], [{ own: false }, false], [{ state: 'CLOSED' }, false], [{ state: 'AGREED' }, false]])('with %j can be taken back: %p', (change, canTakeBack) => {
    expect(page({ asked: [asked(change)] }).asked[0]!.canTakeBack).toBe(canTakeBack);
  });
});

test('nothing that is not shared is made up', () => {
  expect(page({ name: null, sharing: null, asked: null })).toMatchObject({ offered: [], asked: [], waits: false });
});
