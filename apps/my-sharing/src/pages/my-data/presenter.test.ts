import { describe, expect, test } from '@jest/globals';
import { presentMyData, type HeldTopic } from './presenter.ts';
import { silentIn } from './silentIn.ts';

const all = (me: object, silent: string[] = []): HeldTopic[] => presentMyData({ me, agencies: [{ id: 'fife-works', name: 'Fife Works' }] }, silent, 'en');
const topic = (name: string, me: object, silent: string[] = []): HeldTopic => all(me, silent).find((one) => one.name === name)!;
const texts = (one: HeldTopic): string[] => one.told.flatMap(({ parts }) => parts.flat().flatMap((line) => line.texts));

test('every topic is there, in the register\'s order, whether or not there is anything', () => {
  const topics = all({});
  expect(topics.length).toBeGreaterThan(20);
  expect(topics[0]).toEqual({ name: 'What I am called and how to reach me', isThere: true, told: [] });
});

test('a record is told in the words of the schema, with days, yes and no, money and roles as people read them', () => {
  expect(topic('My goals and action plan', { actionPlan: { agreedOn: '2026-11-01', controller: 'fife-works', goals: [{ title: 'Drive', steps: [{ title: 'Licence', owner: 'PERSON', status: 'NOT_STARTED' }] }], reviews: [] } }).told).toEqual([{
    label: 'What the person is aiming for, and the steps they agreed to', texts: [], parts: [[
      { label: 'When the person agreed to it', texts: ['1 November 2026'], parts: [] },
      { label: 'What the person is aiming for', texts: [], parts: [[
        { label: 'The goal in the person\'s own words', texts: ['Drive'], parts: [] },
        { label: 'What will be done to reach it', texts: [], parts: [[
          { label: 'What will be done', texts: ['Licence'], parts: [] }, { label: 'Who does it', texts: ['The person'], parts: [] }, { label: 'How far it has come', texts: ['Nothing has been done yet'], parts: [] },
        ]] },
      ]] },
      { label: 'The agency that holds this', texts: ['Fife Works'], parts: [] },
    ]],
  }]);
  expect(texts(topic('What I am called and how to reach me', { contact: { agencyMayBeNamed: false, messageIsSafe: true } }))).toEqual(['No', 'Yes']);
  expect(texts(topic('Support I have had', { fundingAwards: [{ amountPence: 123_456 }], supportReceivedTimeline: [{ by: 'KEY_WORKER', kind: 'PLAN_AGREED', title: 'It began' }] })).toSorted()).toEqual(['It began', 'Key worker', '£1,234.56']);
  expect(texts(topic('My choices about sharing, and who looked', { grants: [{ categories: ['SKILLS'], purpose: 'REFERRAL', from: '2026-11-22T14:02:07.000Z' }] })))
    .toEqual(['Skills and qualifications', '22 November 2026, 14:02:07', 'Passing you on to a service']);
});

test('what is for machines is not on the page: ids, and codes beside which there are words', () => {
  expect(topic('Things that make finding work harder', { barriers: [{ code: 'CHILDCARE', label: 'Looking after children' }] }).told[0]!.parts).toEqual([[{ label: expect.any(String), texts: ['Looking after children'], parts: [] }]]);
  expect(topic('My choices about sharing, and who looked', { grants: [{ renews: 'an id', recipient: { agency: 'an id', name: 'Fife Works' } }] }).told[0]!.parts[0]!.flatMap(({ parts }) => parts.flat().flatMap((line) => line.texts))).toEqual(['Fife Works']);
});

test('categories are told as topics, wherever they stand', () => {
  expect(texts(topic('Support I have had', { referrals: [{ bundle: ['NAME_AND_CONTACT', 'SKILLS'] }] }))).toEqual(['What I am called and how to reach me', 'Skills and qualifications']);
});

test('a code that has no words keeps its name', () => {
  expect(topic('Where I live', { tenancies: [{ kind: 'A_NEW_KIND' }] }).told[0]!.parts[0]![0]!.texts).toEqual(['A_NEW_KIND']);
});

describe('a service that did not answer', () => {
  test('is told from one that has nothing', () => {
    expect(topic('Where I live', {}, ['WHERE_I_LIVE']).isThere).toBe(false);
    expect(topic('Where I live', {}, ['SKILLS']).isThere).toBe(true);
  });

  test.each<[Parameters<typeof silentIn>[0], string[]]>([
    [{ sharing: [{ person: '1', category: 'SKILLS', state: 'UNAVAILABLE', owner: 'careers', next: 'RETRY' }], errors: [] }, ['SKILLS']],
    [{ sharing: [{ person: '1', category: 'SKILLS', state: 'SHARED', owner: 'careers', next: 'NONE' }], errors: [] }, []],
    [{ sharing: [], errors: [{ code: 'SUBGRAPH_UNAVAILABLE', path: ['me', 'tenancies', 0, 'kind'] }] }, ['WHERE_I_LIVE']],
    [{ sharing: [], errors: [{ code: 'SUBGRAPH_UNAVAILABLE', path: ['representing'] }] }, []],
  ])('is known by what the gateway says of its category or field', (answer, categories) => {
    expect(silentIn(answer)).toEqual(categories);
  });
});
