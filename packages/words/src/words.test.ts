import { describe, expect, test } from '@jest/globals';
import { AUTHORITY_KINDS, DOMAINS, PERMIT_REASONS, PURPOSES, REGISTER, ROLES, WITHHOLD_REASONS, type Next, type SharingState } from '@thegither/vocabulary';
import { categoryWords, words } from './index.ts';

const en = words('en');
const STATES: readonly SharingState[] = ['SHARED', 'SHARED_OWN_ONLY', 'NOT_SHARED', 'UNAVAILABLE', 'OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'NO_PURPOSE'];
const NEXT: readonly Next[] = ['ASK', 'WAIT', 'RETRY', 'NONE'];

/** Every text with its place, whatever the shape. */
const texts = (node: object, path = ''): [string, string][] => Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] =>
  typeof value === 'string' ? [[`${path}${key}`, value]] : typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : []);

test.each([
  ['category', en.categories, REGISTER.map(({ name }) => name)],
  ['category in a sentence', en.yours, REGISTER.map(({ name }) => name)],
  ['state', en.states, STATES],
  ['reason', en.reasons, [...PERMIT_REASONS, ...WITHHOLD_REASONS]],
  ['reason in a sentence', en.because, [...PERMIT_REASONS, ...WITHHOLD_REASONS]],
  ['kind of authority', en.acting, AUTHORITY_KINDS],
  ['purpose', en.purposes, PURPOSES],
  ['purpose in a sentence', en.aims, PURPOSES],
  ['role', en.roles, ROLES],
  ['next step', en.next, NEXT],
  ['owner', en.owners, DOMAINS],
])('every %s has words, and nothing else has', (_, table, keys) => {
  expect(Object.keys(table).toSorted()).toEqual([...keys].toSorted());
});

test.each([
  ['S1', 'What I am called and how to reach me'], ['S2', 'Who is supporting me'], ['S3', 'What I need to take part'], ['S4', 'My legal and earlier names'],
  ['S5', 'Who I live with and plan with'], ['E1', 'My goals and action plan'], ['E2', 'Support I have had'], ['E3', 'Things that make finding work harder'],
  ['E4', 'Jobs and training I have done since'], ['H1', 'How my health affects work'], ['H2', 'Appointments and referrals for work health'],
  ['H3', 'My conditions and treatment'], ['H4', 'Mental health, alcohol or drug support'], ['J1', 'That a justice worker supports me'],
  ['J2', 'Limits on when or where I can work'], ['J3', 'Convictions I must tell an employer about'], ['J4', 'Risk and safety information'],
  ['O1', 'Where I live'], ['O2', 'Homelessness help'], ['O3', 'Rent and housing money'], ['C1', 'Skills and qualifications'],
  ['C2', 'Plans and interests'], ['C3', 'Work and learning history'], ['M1', 'My choices about sharing, and who looked'],
])('%s is called "%s"', (code, plain) => {
  const name = REGISTER.find((category) => category.code === code)?.name ?? '';
  expect(categoryWords('en', name)?.plain).toBe(plain);
});

describe.each(texts(en))('%s', (_, text) => {
  test('says none of the words that we do not use', () => {
    expect(text).not.toMatch(/\b(clients?|customers?|users?|citizens?|revok\w*|denied|deny|offenders?|addicts?|consents?|data subjects?)\b/i);
  });

  test('is short: no sentence of more than sixteen words, and no more than two', () => {
    const sentences = text.split(/[.:]\s*/).filter((part) => part !== '');
    expect(sentences.length).toBeLessThanOrEqual(2);
    for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(16);
  });
});

test('limits on work are explained without their cause', () => {
  expect(en.categories.JUSTICE_LIMITS.easy).not.toMatch(/court|justice|convict|order|prison/i);
});

test('"not shared" says that it says nothing', () => {
  expect(en.states.NOT_SHARED).toBe('Not shared. This does not say whether there is anything to share.');
});

test('a category without words has none, whatever its name', () => {
  for (const name of ['SKILS', '__proto__', 'constructor', '']) expect(categoryWords('en', name)).toBeUndefined();
});
