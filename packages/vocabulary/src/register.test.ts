import { expect, test } from '@jest/globals';
import { DOMAINS } from './domains.ts';
import { REGISTER, categoryCoded, categoryNamed } from './register.ts';

const codesWhere = (test: (category: (typeof REGISTER)[number]) => boolean): string => REGISTER.filter(test).map(({ code }) => code).join(' ');

test.each(['bit', 'code', 'name'] as const)('no two categories have one %s', (key) => {
  expect(new Set(REGISTER.map((category) => category[key])).size).toBe(REGISTER.length);
});

test('every bit fits a mask of 64', () => {
  for (const { bit } of REGISTER) expect(Number.isInteger(bit) && bit >= 0 && bit < 64).toBe(true);
});

test('bits stay where they were first given: signed decisions and stored grants are read by them', () => {
  const order = 'S1 S2 S3 S4 S5 E1 E2 E3 E4 H1 H2 H3 H4 J1 J2 J3 J4 O1 O2 O3 C1 C2 C3 M1'.split(' ');
  order.forEach((code, bit) => expect(categoryCoded(code)?.bit).toBe(bit));
});

test('every category is held by one of the eight services', () => {
  for (const { owner } of REGISTER) expect(DOMAINS).toContain(owner);
});

test.each([
  ['need an act of their own', 'S3 S4 S5 E3 H1 H2 H3 H4 J1 J2 J3 O2', codesWhere(({ ownAct }) => ownAct)],
  ['are special category data', 'S3 E3 H1 H2 H3 H4', codesWhere(({ special }) => special)],
  ['are criminal offence data', 'E3 J1 J2 J3 J4', codesWhere(({ offence }) => offence)],
  ['are never opened by a grant', 'J4 M1', codesWhere(({ byGrant }) => !byGrant)],
  ['are not seen by the person here', 'J4', codesWhere(({ bySelf }) => !bySelf)],
])('those that %s are %s', (_, expected, codes) => {
  expect(codes).toBe(expected);
});

test('special and offence data that a grant can open always needs an act of its own', () => {
  expect(codesWhere(({ special, offence, byGrant, ownAct }) => (special || offence) && byGrant && !ownAct)).toBe('');
});

test('a category is found by its name and by its code, and an unknown one is not found', () => {
  expect(categoryNamed('JUSTICE_LIMITS')).toBe(categoryCoded('J2'));
  for (const unknown of ['', 'justice_limits', 'J9', '__proto__', 'toString']) expect([categoryNamed(unknown), categoryCoded(unknown)]).toEqual([undefined, undefined]);
});
