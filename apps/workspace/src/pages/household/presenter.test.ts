import { expect, test } from '@jest/globals';
import type { SharingEntry, SharingState } from '@thegither/vocabulary';
import type { HouseholdMembersQuery, HouseholdQuery } from '../../generated/operations.ts';
import { presentHousehold } from './presenter.ts';

type Person = NonNullable<HouseholdQuery['person']>;
const sharing = (states: Readonly<Record<string, SharingState>>) => Object.entries(states).map(([category, state]) => ({ category, state }));
const mairi: Person = { id: 'm', name: { knownAs: 'Mairi' }, sharing: sharing({ HOUSEHOLD_LINK: 'SHARED', ACTION_PLAN: 'SHARED' }), household: { members: ['t'] } };
const tam: HouseholdMembersQuery['people'][number] = { id: 't', name: { knownAs: 'Tam' }, sharing: sharing({ ACTION_PLAN: 'NOT_SHARED', SKILLS: 'ROLE_LIMIT' }) };
const entry = (person: string, category: string, state: SharingState): SharingEntry => ({ person, category, state, owner: 'x', next: 'NONE' });
const page = (changed: Partial<Person> = {}, people: HouseholdMembersQuery['people'] = [tam], heard: readonly SharingEntry[] = []) =>
  presentHousehold({ data: { person: { ...mairi, ...changed } }, sharing: heard }, { data: { people }, sharing: heard });
const statesOf = ({ topics }: ReturnType<typeof page>, topic: string) => topics.find((one) => one.topic === topic)?.states;

test('the person first, then those who agreed to be linked, each with the way to their page and their own sharing', () => {
  expect(page().members).toEqual([{ name: 'Mairi', href: '/people/m' }, { name: 'Tam', href: '/people/t' }]);
  expect(statesOf(page(), 'My goals and action plan')).toEqual(['Shared', 'Not shared']);
  expect(statesOf(page(), 'Skills and qualifications')).toEqual(['Not available now', 'Not for your role']);
});

test('only what can be agreed to is there', () => {
  expect(page().topics).toHaveLength(22);
  expect(statesOf(page(), 'Risk and safety information')).toBeUndefined();
});

test('whoever the reader does not know comes last, and one cannot be told from another', () => {
  const { members, people, topics } = page({}, [null, tam, null]);
  expect(members.slice(2)).toEqual([{ name: 'Somebody who does not share with you', href: undefined }, { name: 'Somebody who does not share with you', href: undefined }]);
  expect(people).toEqual(['m', 't']);
  expect(topics.flatMap(({ states }) => states.slice(2))).toEqual(topics.flatMap(() => ['Not shared', 'Not shared']));
});

test('a name that is not shared is said to be so', () => {
  expect(page({}, [{ ...tam, name: null }]).members[1]).toEqual({ name: 'Somebody whose name is not shared with you', href: '/people/t' });
  expect(page({}, [{ ...tam, name: null }], [entry('t', 'NAME_AND_CONTACT', 'UNAVAILABLE')]).members[1]!.name).toBe('Somebody whose name is not available now');
});

test.each<[SharingState, string]>([
  ['NOT_SHARED', 'Not shared. This does not say whether there is anything to share.'], ['ROLE_LIMIT', 'Your role does not open this for this purpose, whoever the person is.'],
  ['UNAVAILABLE', 'The service that holds this did not answer. Try again soon.'], ['SHARED', 'The service that holds this did not answer. Try again soon.'],
])('a household that is not here, and %s', (state, text) => {
  expect(page({ household: null }, [], [entry('m', 'HOUSEHOLD_LINK', state)]).closed).toBe(text);
});

test('a household whose members did not come is not an empty one', () => {
  expect(page({ household: { members: null } }, [], [entry('m', 'HOUSEHOLD_LINK', 'SHARED')]).closed).toBe('The service that holds this did not answer. Try again soon.');
  expect(page({ household: { members: [] } }, []).closed).toBeUndefined();
});

test('somebody whom the reader does not know is nobody', () => {
  expect(() => presentHousehold({ data: { person: null }, sharing: [] }, { data: { people: [] }, sharing: [] })).toThrow(expect.objectContaining({ code: 'UNKNOWN_PERSON' }));
});
