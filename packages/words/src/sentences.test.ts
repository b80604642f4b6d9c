import { describe, expect, test } from '@jest/globals';
import { PERMIT_REASONS, PURPOSES, REGISTER, WITHHOLD_REASONS, type Purpose } from '@thegither/vocabulary';
import { whyCouldLook, whyLooked, whySees, words, type Part, type Who } from './index.ts';

const ISLA: Who = { worker: 'Isla', team: null, agency: 'Fife Works' }, NOBODY: Who = { worker: null, team: null, agency: null };
const part = (change: Partial<Part> = {}): Part => ({ reason: 'AGREED', categories: ['ACTION_PLAN'], agreedOn: ['3 March 2026'], ...change });
const looked = (change: Partial<Parameters<typeof whyLooked>[1]> = {}): string =>
  whyLooked('en', { who: ISLA, kind: 'LOOK', purpose: 'EMPLOYABILITY_SUPPORT', parts: [part()], attempted: [], ...change });

const name = part({ reason: 'ASSIGNED', categories: ['NAME_AND_CONTACT'], agreedOn: [] });

test.each<[string, string, string]>([
  ['an agreement', looked(), 'Isla of Fife Works looked at your goals and action plan, because you agreed on 3 March 2026 to share it for support into work.'],
  ['two topics and two days', looked({ parts: [part({ categories: ['ACTION_PLAN', 'SKILLS'], agreedOn: ['3 March 2026', '1 May 2026'] })] }),
    'Isla of Fife Works looked at your goals and action plan, and your skills and qualifications, because you agreed on 3 March 2026 and 1 May 2026 to share them for support into work.'],
  ['an agreement whose day is not known', looked({ parts: [part({ agreedOn: [] })] }), 'Isla of Fife Works looked at your goals and action plan, because you agreed to share it for support into work.'],
  ['what a worker wrote down', looked({ parts: [part({ agreedOn: [], writtenDownOn: ['3 March 2026'] })] }),
    'Isla of Fife Works looked at your goals and action plan, because a worker wrote down on 3 March 2026 that you agreed to share it for support into work.'],
  ['the person\'s own word beside it', looked({ parts: [part({ writtenDownOn: ['1 March 2026'] })] }), 'Isla of Fife Works looked at your goals and action plan, because you agreed on 3 March 2026 to share it for support into work.'],
  ['a name and an agreement', looked({ parts: [name, part()] }),
    'Isla of Fife Works looked at what you are called and how to reach you, because they support you, and at your goals and action plan, because you agreed on 3 March 2026 to share it for support into work.'],
  ['three reasons', looked({ parts: [name, part(), part({ reason: 'OWN_RECORD', categories: ['WHERE_I_LIVE'], agreedOn: [] })] }),
    'Isla of Fife Works looked at what you are called and how to reach you, because they support you, at your goals and action plan, because you agreed on 3 March 2026 to share it for support into work, and at where you live, because their own service keeps its own records.'],
  ['a service\'s own records', looked({ purpose: 'ELIGIBILITY', parts: [part({ reason: 'OWN_RECORD', categories: ['WHERE_I_LIVE'], agreedOn: [] })] }),
    'Isla of Fife Works looked at where you live for finding out what you are entitled to, because their own service keeps its own records.'],
  ['a list', looked({ kind: 'LIST', parts: [name] }), 'Isla of Fife Works saw you in a list with what you are called and how to reach you for support into work, because they support you.'],
  ['what was asked as well', looked({ attempted: ['CONDITIONS'] }),
    'Isla of Fife Works looked at your goals and action plan, because you agreed on 3 March 2026 to share it for support into work; they also asked about your conditions and treatment, and were not shown it.'],
  ['what was only asked', looked({ parts: [], attempted: ['CONDITIONS', 'SKILLS'] }),
    'Isla of Fife Works asked about your conditions and treatment, and your skills and qualifications for support into work, and was not shown them.'],
  ['nothing', looked({ parts: [] }), 'Isla of Fife Works looked for support into work and was shown nothing.'],
  ['the person themselves', looked({ who: NOBODY, purpose: null, parts: [part({ reason: 'SELF', agreedOn: [] })] }), 'You looked at your goals and action plan, because it is about you.'],
  ['somebody who acts for the person', looked({ who: { ...NOBODY, acting: 'ATTORNEY' }, purpose: null, parts: [part({ reason: 'REPRESENTATIVE', agreedOn: [] })] }),
    'Somebody who acts for you as your attorney looked at your goals and action plan, because they act for you.'],
  ['what somebody agreed to for the person', looked({ parts: [part({ agreedOn: [], agreedForOn: ['3 March 2026'] })] }),
    'Isla of Fife Works looked at your goals and action plan, because somebody who acts for you agreed on 3 March 2026 to share it for support into work.'],
  ['an account without an agency', looked({ who: { ...ISLA, agency: null } }), 'Isla looked at your goals and action plan, because you agreed on 3 March 2026 to share it for support into work.'],
  ['a category without words', looked({ parts: [part({ categories: ['__proto__'] })] }), 'Isla of Fife Works looked at something that has no plain name yet, because you agreed on 3 March 2026 to share it for support into work.'],
  ['who could look, and until when', whyCouldLook('en', { who: ISLA, purpose: 'EMPLOYABILITY_SUPPORT', part: part(), until: '3 September 2026' }),
    'Isla of Fife Works could look at your goals and action plan, because you agreed on 3 March 2026 to share it for support into work, until 3 September 2026.'],
  ['a whole team', whyCouldLook('en', { who: { worker: null, team: 'East', agency: 'Fife Works' }, purpose: 'REFERRAL', part: name, until: null }),
    'Everybody in the team East of Fife Works could look at what you are called and how to reach you for passing you on to a service, because they support you.'],
  ['a whole agency', whyCouldLook('en', { who: { ...NOBODY, agency: 'Fife Works' }, purpose: 'REFERRAL', part: name, until: null }),
    'Everybody at Fife Works could look at what you are called and how to reach you for passing you on to a service, because they support you.'],
  ['what somebody would see', whySees('en', { who: ISLA, purpose: 'EMPLOYABILITY_SUPPORT', part: part(), sees: true }),
    'Isla of Fife Works would see your goals and action plan, because you agreed on 3 March 2026 to share it for support into work.'],
  ['what somebody would not see', whySees('en', { who: ISLA, purpose: 'EMPLOYABILITY_SUPPORT', part: part({ reason: 'REFUSED', agreedOn: [] }), sees: false }),
    'Isla of Fife Works would not see your goals and action plan for support into work, because you said no to it.'],
])('a sentence tells %s', (_, sentence, expected) => {
  expect(sentence).toBe(expected);
});

const ONE_SENTENCE = /^[A-Z][^.]*\.$/, CODE = /[A-Z]{2}|_|\d{5}/;
const UNUSED_WORDS = /\b(clients?|customers?|users?|citizens?|revok\w*|denied|deny|offenders?|addicts?|consents?|data subjects?)\b/i;

describe('for every reason, purpose and category', () => {
  const en = words('en');
  const REASONS = [...PERMIT_REASONS, ...WITHHOLD_REASONS];
  const sentences = (purpose: Purpose, category: string): string[] => REASONS.flatMap((reason) => {
    const one = part({ reason, categories: [category], agreedOn: reason === 'AGREED' ? ['3 March 2026'] : [] });
    return [
      looked({ purpose, parts: [one] }), looked({ purpose, kind: 'LIST', parts: [one] }), looked({ purpose, parts: [], attempted: [category] }), looked({ purpose, parts: [one], attempted: [category] }),
      whyCouldLook('en', { who: ISLA, purpose, part: one, until: null }), whySees('en', { who: ISLA, purpose, part: one, sees: true }), whySees('en', { who: ISLA, purpose, part: one, sees: false }),
    ];
  });
  const every = PURPOSES.flatMap((purpose) => REGISTER.map(({ name: category }) => ({ purpose, category })));

  test.each(every)('$purpose, $category: it is one plain sentence that names this category and no other', ({ purpose, category }) => {
    const others = REGISTER.filter((one) => one.name !== category)
      .flatMap(({ name: other }) => [en.yours[other as keyof typeof en.yours], en.categories[other as keyof typeof en.categories].plain].map((phrase) => phrase.toLowerCase()));
    const faults = sentences(purpose, category).flatMap((sentence) => [
      ...(ONE_SENTENCE.test(sentence) && !CODE.test(sentence) && !UNUSED_WORDS.test(sentence) ? [] : [sentence]),
      ...(sentence.includes(en.yours[category as keyof typeof en.yours]) && sentence.includes(en.aims[purpose]) ? [] : [sentence]),
      ...others.filter((other) => sentence.toLowerCase().includes(other)).map((other) => `${other}: ${sentence}`),
    ]);
    expect(faults).toEqual([]);
  });
});
