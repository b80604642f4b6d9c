import { describe, expect, test } from '@jest/globals';
import type { SharingState } from '@thegither/vocabulary';
import type { WholePictureFragment } from '../../generated/operations.ts';
import { presentTopic, type Standing } from './presentTopic.ts';
import { careersTopics } from './topics/careers.ts';
import { nobodyTold } from './nobodyTold.ts';

const [skills] = careersTopics;
const told: Partial<WholePictureFragment> = { skills: [{ name: 'Handling calls', controller: 'my-world-careers' }] };
const standing = (state?: SharingState, changed: Partial<Standing> = {}): Standing => ({
  sharing: new Map(state && [['SKILLS', { person: '1', category: 'SKILLS', state, owner: 'careers', next: state === 'NOT_SHARED' ? 'ASK' : 'NONE' }]]),
  failed: new Set(), waiting: new Map(), today: '2026-11-22', agencyOf: (id) => (id === 'nhs-fife' ? 'NHS Fife Health & Work' : 'My World Careers'), ...changed,
});
const present = (person: Partial<WholePictureFragment>, how: Standing) => presentTopic(skills!, { ...nobodyTold, ...person }, how);

test.each<[string, Partial<WholePictureFragment>, Standing, string, string | undefined]>([
  ['shared', told, standing('SHARED'), 'SHARED', undefined],
  ['shared with nothing in it', { skills: [], qualifications: [] }, standing('SHARED'), 'NOTHING', 'This is shared with you, and nothing is recorded.'],
  ['only of one\'s own agency', told, standing('SHARED_OWN_ONLY'), 'OWN', 'Only what your own agency holds.'],
  ['only of one\'s own agency, which has none', {}, standing('SHARED_OWN_ONLY'), 'OWN', 'Only what your own agency holds. Your own agency has nothing recorded.'],
  ['not shared', {}, standing('NOT_SHARED'), 'NOT_SHARED', 'Not shared. This does not say whether there is anything to share.'],
  ['asked and waiting', {}, standing('NOT_SHARED', { waiting: new Map([['SKILLS', '2026-11-20T10:00:00.000Z']]) }), 'WAITING', 'Asked on 20 November 2026. The person has not answered yet.'],
  ['shared, though an old question is still open', told, standing('SHARED', { waiting: new Map([['SKILLS', '2026-11-20T10:00:00.000Z']]) }), 'SHARED', undefined],
  ['unavailable', {}, standing('UNAVAILABLE'), 'UNAVAILABLE', 'The service that holds this did not answer. Try again soon.'],
  ['wrong in a part', told, standing('SHARED', { failed: new Set(['qualifications']) }), 'UNAVAILABLE', 'The service that holds this did not answer. Try again soon.'],
  ['not shared, though something went wrong', {}, standing('NOT_SHARED', { failed: new Set(['skills']) }), 'NOT_SHARED', 'Not shared. This does not say whether there is anything to share.'],
  ['not mentioned', {}, standing(), 'UNAVAILABLE', 'The service that holds this did not answer. Try again soon.'],
  ['not for this role', {}, standing('ROLE_LIMIT'), 'CLOSED', 'Your role does not open this for this purpose, whoever the person is.'],
  ['outside the agreement', {}, standing('OUTSIDE_AGREEMENT'), 'CLOSED', 'Your agency has no agreement to receive this about anybody.'],
  ['without a purpose', {}, standing('NO_PURPOSE'), 'CLOSED', 'Say why you are asking. Without a purpose that fits your role nothing is shown.'],
])('a topic that is %s says so', (_, person, how, state, text) => {
  expect(present(person, how)).toMatchObject({ state, text, canAsk: state === 'NOT_SHARED' });
});

test.each<SharingState>(['NOT_SHARED', 'ROLE_LIMIT', 'OUTSIDE_AGREEMENT', 'NO_PURPOSE'])('whatever came with %s is not shown', (state) => {
  expect(present(told, standing(state))).toMatchObject({ lists: [], about: [] });
});

test('what came before a source failed is shown', () => {
  expect(present(told, standing('UNAVAILABLE')).lists).toHaveLength(1);
});

const profile = (updatedOn: string | null, controller = 'my-world-careers') => ({ about: 'Calm', strengths: null, updatedOn, controller });

describe('under a topic stands', () => {
  test('who keeps it and when it was last written down', () => {
    expect(present({ careerProfiles: [profile('2026-10-01'), profile('2026-11-02')] }, standing('SHARED'))).toMatchObject({ about: ['Kept by My World Careers.', 'Last updated 2 November 2026.'], hasHolders: false });
  });

  test('everybody who keeps some of it', () => {
    expect(present({ careerProfiles: [profile(null), profile(null, 'nhs-fife')] }, standing('SHARED'))).toMatchObject({ about: ['Kept by My World Careers, NHS Fife Health & Work.'], hasHolders: true });
    expect(present({ careerProfiles: [profile(null), profile(null, 'nhs-fife')] }, standing('SHARED')).lists.flatMap(({ items }) => items.map(({ holder }) => holder))).toEqual(['My World Careers', 'NHS Fife Health & Work']);
  });

  test('no day that is still to come', () => {
    expect(present({ careerProfiles: [profile('2026-12-01')] }, standing('SHARED')).about).toEqual(['Kept by My World Careers.']);
  });
});
