import { expect, test } from '@jest/globals';
import { assert, property, uuid } from 'fast-check';
import { grantCode } from './grantCode.ts';

const isCode = (code: string): boolean => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code);

test('a grant has one short name, of letters that nobody takes for others, and its id is not in it', () => {
  assert(property(uuid(), (grant) => {
    const code = grantCode(grant);
    return isCode(code) && grantCode(grant) === code && !grant.toUpperCase().includes(code.replace('-', ''));
  }), { numRuns: 10_000 });
});

test('and it never becomes another: there are papers with it', () => {
  expect(grantCode('7e570000-0000-4000-8000-000000000000')).toBe('ZSKX-9V3F');
});
