import { expect, test } from '@jest/globals';
import { bearerToken } from './bearerToken.ts';

test.each(['Bearer a.b.c', 'bearer a.b.c', 'BEARER   a.b.c'])('the token of "%s"', (header) => expect(bearerToken(header)).toBe('a.b.c'));

test.each([undefined, '', 'Bearer', 'Bearer ', 'a.b.c', 'Basic a.b.c', 'Bearer a.b.c d.e.f', ' Bearer a.b.c', 'Bearer a.b.c '])('there is none in %s', (header) =>
  expect(() => bearerToken(header)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' })));
