import { expect, test } from '@jest/globals';
import type { NoteForQuery } from '../../generated/operations.ts';
import { presentNote, withoutHouse } from './presenter.ts';

type Person = NonNullable<NoteForQuery['person']>;
const PERSON: Person = { id: 'p', name: { knownAs: 'Morag' }, sharing: [{ category: 'SKILLS', state: 'SHARED_OWN_ONLY' }, { category: 'SUPPORT_RECEIVED', state: 'SHARED' }, { category: 'CONDITIONS', state: 'NOT_SHARED' }] };

test('a note can tell of what its writer sees, and then of whatever else somebody can share', () => {
  const { topics, ...rest } = presentNote(PERSON);
  expect(rest).toEqual({ id: 'p', name: 'Morag', isOpen: true, seen: ['SKILLS', 'SUPPORT_RECEIVED'] });
  expect(topics.slice(0, 3)).toEqual([{ value: 'SUPPORT_RECEIVED', text: 'Support I have had' }, { value: 'SKILLS', text: 'Skills and qualifications' }, { value: 'NAME_AND_CONTACT', text: 'What I am called and how to reach me' }]);
  const values = topics.map(({ value }) => value);
  expect(values).toContain('CONDITIONS');
  expect(values).not.toContain('MY_SHARING');
  expect(new Set(values).size).toBe(values.length);
});

test.each(['NOT_SHARED', 'OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'NO_PURPOSE', 'UNAVAILABLE'] as const)('nobody writes of support that is %s', (state) => {
  expect(presentNote({ ...PERSON, sharing: [{ category: 'SUPPORT_RECEIVED', state }, { category: 'SKILLS', state: 'SHARED' }] }).isOpen).toBe(false);
});

test('somebody whose name is not shared is still written about', () => {
  expect(presentNote({ ...PERSON, name: null }).name).toBe('Somebody whose name is not shared with you');
});

test('while nobody can be asked, what was ticked can be sent again', () => {
  expect(withoutHouse('p', ['SKILLS'])).toMatchObject({ name: undefined, isOpen: true, topics: expect.arrayContaining([expect.objectContaining({ value: 'SUPPORT_RECEIVED' }), expect.objectContaining({ value: 'SKILLS' })]) });
});
