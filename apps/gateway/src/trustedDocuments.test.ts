import { expect, test } from '@jest/globals';
import { onlyRegistered, readTrustedDocuments } from './trustedDocuments.ts';

const tokenOf = (claims: object): string => `Bearer x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
const trusted = new Map([['my-sharing', new Set(['aa', 'bb'])]]);

test.each([['aa'], ['bb']])('a client asks what it registered: %s', (hash) => {
  expect(() => onlyRegistered(trusted, tokenOf({ client_id: 'my-sharing' }), hash)).not.toThrow();
});

test('and nothing else', () => {
  expect(() => onlyRegistered(trusted, tokenOf({ client_id: 'my-sharing' }), 'cc')).toThrow(expect.objectContaining({ code: 'BAD_OPERATION' }));
});

test.each([{ client_id: 'isla' }, {}, { client_id: 7 }])('a client that registered nothing asks what it likes: %j', (claims) => {
  expect(() => onlyRegistered(trusted, tokenOf(claims), 'cc')).not.toThrow();
});

test('where nothing is registered no token is read', () => {
  expect(() => onlyRegistered(new Map(), 'not even a token', 'cc')).not.toThrow();
});

test('what is registered is read from the environment', () => {
  const hash = 'ab'.repeat(32);
  expect(readTrustedDocuments(JSON.stringify({ 'my-sharing': [hash] }))).toEqual(new Map([['my-sharing', new Set([hash])]]));
  expect(readTrustedDocuments('{}')).toEqual(new Map());
});

test.each(['', 'x', '[]', '{"my-sharing": "aa"}', '{"my-sharing": ["aa"]}'])('what cannot be read keeps the gateway from opening: %s', (text) => {
  expect(() => readTrustedDocuments(text)).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
});
