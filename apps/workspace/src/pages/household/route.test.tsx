import { expect, test } from '@jest/globals';
import { asking } from '../../testing/asking.ts';
import { householdPage } from './route.tsx';

const ID = `1.${'A'.repeat(22)}`;
const person = { id: ID, name: { knownAs: 'Mairi' }, sharing: [] };

test('a household is two questions, however many are in it', async () => {
  const members = ['a', 'b', 'c'];
  const { asked, read } = asking(householdPage, { Household: { person: { ...person, household: { members } } }, HouseholdMembers: { people: [null, null, null] } });
  expect((await read(`/people/${ID}/household`)).status).toBe(200);
  expect(asked).toEqual([{ operation: 'Household', variables: { id: ID } }, { operation: 'HouseholdMembers', variables: { ids: members } }]);
});

test.each([[null], [{ members: [] }]])('where there is nobody else, it is one', async (household) => {
  const { asked, read } = asking(householdPage, { Household: { person: { ...person, household } } });
  expect((await read(`/people/${ID}/household`)).status).toBe(200);
  expect(asked).toHaveLength(1);
});
