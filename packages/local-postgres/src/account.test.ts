import { expect, test } from '@jest/globals';
import { accountForServer } from './account.ts';

const users = new Map([['postgres', { uid: 101, gid: 104 }], ['nobody', { uid: 65534, gid: 65534 }]]);
const only = (...names: string[]) => (name: string) => (names.includes(name) ? users.get(name) : undefined);

test.each([
  ['postgres where there is one', only('postgres', 'nobody'), users.get('postgres')],
  ['nobody otherwise', only('nobody'), users.get('nobody')],
])('root runs the server as %s', (_, lookUp, account) => {
  expect(accountForServer(true, lookUp)).toBe(account);
});

test('somebody else runs it as themselves', () => {
  expect(accountForServer(false, only('postgres'))).toBeUndefined();
});

test('root with nobody to run it as is told what to do', () => {
  expect(() => accountForServer(true, only())).toThrow('start as an ordinary user');
});
