import { expect, test } from '@jest/globals';
import type { SharingEntry, SharingState } from '@thegither/vocabulary';
import { printPerson } from './printPerson.ts';
import { styleFor } from './terminal.ts';
import { stateOf, wholePerson } from './wholePerson.ts';

const entry = (category: string, state: SharingState, person = 'p'): SharingEntry => ({ person, category, state, owner: 'whoever', next: 'NONE' });
const person = { id: 'p', skills: [{ name: 'Calls', controller: 'my-world-careers' }], qualifications: [], conditions: null, rentAccounts: [] };

test('topics stand under the service that holds them, by the names that people know', () => {
  const parts = wholePerson(person, [entry('SKILLS', 'SHARED'), entry('CONDITIONS', 'NOT_SHARED'), entry('HOUSING_MONEY', 'SHARED')]);
  expect(parts.map(({ owner, topics }) => [owner, ...topics.map(({ title }) => title)])).toEqual([
    ['Health and work', 'My conditions and treatment'], ['Housing', 'Rent and housing money'], ['Careers', 'Skills and qualifications'],
  ]);
});

const told = [{ name: 'Calls', controller: 'my-world-careers' }];
test.each<[SharingState, unknown, string]>([
  ['SHARED', told, 'shared, held by My World Careers'],
  ['SHARED', [], 'shared, nothing recorded'],
  ['SHARED', [...told, { name: 'Sums', controller: 'fife-works' }], 'shared'],
  ['SHARED_OWN_ONLY', told, 'only what your own agency holds, held by My World Careers'],
  ['SHARED_OWN_ONLY', [], 'only what your own agency holds, nothing recorded'],
  ['NOT_SHARED', null, 'not shared'],
  ['UNAVAILABLE', null, 'not available just now'],
  ['OUTSIDE_AGREEMENT', null, 'outside the agreement between the agencies'],
  ['ROLE_LIMIT', null, 'not for this role and purpose'],
  ['NO_PURPOSE', null, 'no purpose given'],
])('%s with %j is said as "%s"', (state, skills, words) => {
  const [part] = wholePerson({ ...person, skills }, [entry('SKILLS', state)]);
  expect(stateOf(part!.topics[0]!)).toBe(words);
});

test('records of two agencies each say whose they are', () => {
  const [part] = wholePerson({ id: 'p', housingSituations: [{ area: 'Govan', controller: 'glasgow-housing' }, { area: 'Leven', controller: 'fife-housing' }] }, [entry('WHERE_I_LIVE', 'SHARED')]);
  expect(part!.topics[0]!.lines.map(({ text }) => text)).toEqual(['Glasgow Housing:', 'Govan', 'Fife Housing:', 'Leven']);
});

test('a topic that the answer says nothing of, or says of somebody else, is left out', () => {
  expect(wholePerson(person, [entry('SKILLS', 'SHARED', 'another')])).toEqual([]);
});

test('the view has colours for a terminal alone, and explains each state once', () => {
  const parts = wholePerson(person, [entry('SKILLS', 'SHARED'), entry('CONDITIONS', 'NOT_SHARED'), entry('CONVICTIONS', 'NOT_SHARED')]);
  const plain = printPerson(parts, styleFor(false)).join('\n');
  expect(plain).not.toContain('\u001b');
  expect(plain.split('This does not say whether there is anything to share.')).toHaveLength(2);
  expect(printPerson(parts, styleFor(true)).join('\n')).toContain('\u001b');
});
