import { expect, test } from '@jest/globals';
import type { ActingQuery } from '../../generated/operations.ts';
import { nameable, presentActing } from './presenter.ts';

type Authority = NonNullable<NonNullable<ActingQuery['me']>['authorities']>[number];
type Representing = ActingQuery['representing'][number];
const authority = (changed: Partial<Authority> = {}): Authority =>
  ({ id: 'a', kind: 'APPOINTED', powers: ['READ', 'STOP'], categories: ['SKILLS'], from: '2026-11-22T10:00:00.000Z', to: '2027-05-23T00:00:00.000Z', state: 'CONFIRMED', ...changed });
const acting = (changed: Partial<Representing> = {}): Representing => ({ person: 'p', authority: 'a', kind: 'PARENT', powers: ['READ'], categories: ['NAME_AND_CONTACT'], until: null, ...changed });
const page = (authorities: Authority[], representing: Representing[] = [], people: Parameters<typeof presentActing>[1] = []) => presentActing({ me: { id: '1', authorities }, representing }, people, 'en');

test('somebody who acts is told by what, with what they may do, about what and until when', () => {
  expect(page([authority()]).now).toEqual([{
    id: 'a', heading: 'Somebody whom you asked to act for you', powers: ['Read what I can read', 'Stop sharing for me'], topics: ['Skills and qualifications'], until: '23 May 2027', state: 'They act for you now.', canEnd: true,
  }]);
});

test.each<[Partial<Authority>, boolean]>([[{}, true], [{ state: 'PENDING' }, true], [{ state: 'ENDED' }, false], [{ kind: 'GUARDIAN' }, false], [{ kind: 'PARENT' }, false]])('%j can be ended here: %s', (changed, canEnd) => {
  const { now, over } = page([authority(changed)]);
  expect([...now, ...over].map((one) => one.canEnd)).toEqual([canEnd]);
  expect(over).toHaveLength(changed.state === 'ENDED' ? 1 : 0);
});

test('those for whom the reader acts have a name where it may be read, and none otherwise', () => {
  const people = [{ id: 'p', name: { knownAs: 'Morag' } }, null];
  expect(page([], [acting(), acting({ person: 'q', authority: 'b' })], people).for.map(({ heading, person, state, until }) => [heading, person, state, until]))
    .toEqual([['Morag', 'p', 'You are their parent.', 'No end'], ['Somebody', 'q', 'You are their parent.', 'No end']]);
});

test('nobody is looked at for a name who does not share it with the reader', () => {
  expect(nameable({ me: null, representing: [acting(), acting({ person: 'q', categories: ['SKILLS'] }), acting({ person: 'r', powers: ['STOP'] }), acting({ authority: 'c' })] })).toEqual(['p']);
});
