import { expect, test } from '@jest/globals';
import type { WrittenDownQuery } from '../../generated/operations.ts';
import { findWaiting, presentWrittenDown } from './presenter.ts';

type Grant = NonNullable<NonNullable<WrittenDownQuery['me']>['grants']>[number];
const grant = (changed: Partial<Grant> = {}): Grant => ({
  id: 'one', code: '7K3F-92QM', state: 'RECORDED_UNCONFIRMED', recipient: { name: 'Fife Works', within: null }, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], dataFrom: null, dataTo: null,
  from: '2026-11-22T10:00:00.000Z', to: '2027-05-23T00:00:00.000Z', evidence: { words: 'Yes, <b>share it</b>.', capturedBy: { name: 'Isla', within: 'Fife Works' } }, ...changed,
});
const mine = (...grants: Grant[]): WrittenDownQuery => ({ me: { id: 'me', grants } });

test('what was written down is told word for word, with who wrote it down and when', () => {
  expect(presentWrittenDown(mine(grant()), 'one', 'en')).toEqual({
    id: 'one', by: 'Isla, Fife Works', at: '22 November 2026, 10:00:00', said: 'Yes, <b>share it</b>.', topics: [expect.objectContaining({ plain: 'Skills and qualifications' })],
    recipient: 'Fife Works', why: 'Help to find work', days: undefined, until: '23 May 2027',
  });
});

test.each<[string, Partial<Grant>, object]>([
  ['some days alone', { dataFrom: '2026-03-01' }, { days: 'From 1 March 2026 on' }],
  ['a worker who is not there any more', { evidence: { words: 'Yes.', capturedBy: { name: null, within: null } } }, { by: 'Somebody who is not here any more' }],
])('so it is of %s', (_, changed, told) => {
  expect(presentWrittenDown(mine(grant(changed)), 'one', 'en')).toMatchObject(told);
});

test('what is answered already is not asked again, and what is not the person\'s own is nothing', () => {
  expect(presentWrittenDown(mine(grant({ state: 'ACTIVE' })), 'one', 'en')).toBe('SAID');
  for (const id of ['two', undefined]) expect(presentWrittenDown(mine(grant()), id, 'en')).toBeUndefined();
  expect(presentWrittenDown({ me: null }, 'one', 'en')).toBeUndefined();
});

test('a code leads to what waits under it, as it was typed', () => {
  expect(findWaiting(mine(grant({ id: 'other', code: '0000-0000' }), grant()), '7k3f 92qm')).toBe('one');
});

test.each<[string, WrittenDownQuery, string]>([
  ['of nothing that is theirs', mine(grant()), '7K3F-92QN'], ['that is none', mine(grant({ code: '' })), ''], ['of somebody with nothing', { me: { id: 'me', grants: null } }, '7K3F-92QM'], ['of nobody', { me: null }, '7K3F-92QM'],
  ['of what they agreed to by themselves', mine(grant({ state: 'ACTIVE' })), '7K3F-92QM'], ['of what was not right', mine(grant({ state: 'INVALIDATED' })), '7K3F-92QM'],
])('a code %s leads nowhere', (_, answer, typed) => {
  expect(findWaiting(answer, typed)).toBeUndefined();
});
