import { describe, expect, test } from '@jest/globals';
import { audienceOf } from './caller.ts';
import { parsePersonId } from './personId.ts';
import { GRANTABLE_PURPOSES, PURPOSES, parsePurpose } from './purposes.ts';
import { PERMIT_REASONS, WITHHOLD_REASONS } from './reasons.ts';
import { ROLES, parseRole } from './roles.ts';
import { nextAfter } from './sharing.ts';
import { parseSpineId } from './spineId.ts';

const BLOCK = 'AbCdEfGhIjKlMnOpQrSt-_';

describe('a person\'s id', () => {
  test.each(['A', 'Q', 'g', 'w'])('may end in %s: the last two bits of a block are the only ones left', (last) => {
    expect(parsePersonId(`1.${BLOCK.slice(0, 21)}${last}`)).toBe(`1.${BLOCK.slice(0, 21)}${last}`);
  });

  test.each('BCDEFGHIJKLMNOPRSTUVWXYZabcdefhijklmnopqrstuvxyz0123456789-_'.split(''))('may not end in %s, which would be a second text for one person', (last) => {
    expect(parsePersonId(`1.${BLOCK.slice(0, 21)}${last}`)).toBeUndefined();
  });

  test.each([
    ['no version', `${BLOCK.slice(0, 21)}A`], ['version zero', `0.${BLOCK.slice(0, 21)}A`], ['a padded version', `01.${BLOCK.slice(0, 21)}A`],
    ['too short', `1.${BLOCK.slice(0, 20)}A`], ['too long', `1.${BLOCK}A`], ['padding', `1.${BLOCK.slice(0, 21)}A=`],
    ['standard base64', `1.${'+'.repeat(21)}A`], ['a line end', `1.${BLOCK.slice(0, 21)}A\n`], ['a spine id', '0'.repeat(32)], ['empty', ''],
    ['no text', 7], ['nothing', null], ['a list', [`1.${BLOCK.slice(0, 21)}A`]],
  ])('is not read from %s', (_, text) => {
    expect(parsePersonId(text)).toBeUndefined();
  });

  test('carries the version of its key, up to four digits', () => {
    expect(parsePersonId(`9999.${BLOCK.slice(0, 21)}A`)).toBeDefined();
    expect(parsePersonId(`10000.${BLOCK.slice(0, 21)}A`)).toBeUndefined();
  });
});

test('a spine id is 32 lower-case hexadecimal digits and nothing else', () => {
  expect(parseSpineId('0123456789abcdef0123456789abcdef')).toBe('0123456789abcdef0123456789abcdef');
  for (const text of ['0123456789ABCDEF0123456789ABCDEF', '0'.repeat(31), '0'.repeat(33), `${'0'.repeat(32)}\n`, 0, null]) expect(parseSpineId(text)).toBeUndefined();
});

test('a purpose and a role are read exactly, or not at all', () => {
  expect(PURPOSES.map(parsePurpose)).toEqual([...PURPOSES]);
  expect(ROLES.map(parseRole)).toEqual([...ROLES]);
  for (const text of ['', 'employability_support', ' AUDIT', 'AUDIT,REFERRAL', 'constructor', undefined, ['AUDIT']]) expect([parsePurpose(text), parseRole(text)]).toEqual([undefined, undefined]);
});

test('safety, statistics and audits are never purposes of a grant', () => {
  expect(PURPOSES.filter((purpose) => !GRANTABLE_PURPOSES.includes(purpose))).toEqual(['KEEP_SAFE', 'STATISTICS', 'AUDIT']);
});

test('no reason both opens and closes', () => {
  expect(new Set([...PERMIT_REASONS, ...WITHHOLD_REASONS]).size).toBe(PERMIT_REASONS.length + WITHHOLD_REASONS.length);
});

test('every agency and the person have audiences of their own; no agency\'s name can be the person\'s', () => {
  expect(audienceOf({ kind: 'worker', worker: 'isla', agency: 'person' })).toBe('agency:person');
  expect(audienceOf({ kind: 'person', person: parsePersonId(`1.${BLOCK.slice(0, 21)}A`)! })).toBe('person');
});

test.each([
  ['NOT_SHARED', 'ASK'], ['UNAVAILABLE', 'RETRY'], ['SHARED', 'NONE'], ['SHARED_OWN_ONLY', 'NONE'], ['OUTSIDE_AGREEMENT', 'NONE'], ['ROLE_LIMIT', 'NONE'], ['NO_PURPOSE', 'NONE'],
] as const)('after %s the next step is %s', (state, next) => {
  expect(nextAfter(state)).toBe(next);
});
