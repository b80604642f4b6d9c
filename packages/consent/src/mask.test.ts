import { expect, test } from '@jest/globals';
import { EVERYTHING, covers, fromHex, fromInt8, maskOf, namesIn, toHex, toInt8, without } from './mask.ts';

test('a mask reads back from hexadecimal and from the database, top bit included', () => {
  for (const mask of [EVERYTHING, maskOf('SKILLS', 'MY_SHARING'), without(EVERYTHING, maskOf('NAME_AND_CONTACT'))]) {
    expect(fromHex(toHex(mask))).toBe(mask);
    expect(fromInt8(toInt8(mask))).toBe(mask);
  }
  expect(fromInt8('-1')).toBe(0xffffffffffffffffn);
});

test('an unreadable mask is no mask', () => {
  for (const text of ['', '0', 'zz00000000000000', '00000000000000000', 7, null, undefined, ['0000000000000001']]) expect(fromHex(text)).toBeUndefined();
  for (const text of ['', '1.5', 'x', 12, null, ['1']]) expect(fromInt8(text)).toBeUndefined();
});

test('an unknown name opens nothing and says so', () => {
  expect(() => maskOf('SKILS')).toThrow(new RangeError('no category of that name in the register: SKILS'));
  expect(namesIn(maskOf('SKILLS', 'ACTION_PLAN'))).toEqual(['ACTION_PLAN', 'SKILLS']);
  expect(covers(maskOf('SKILLS'), maskOf('SKILLS', 'CONVICTIONS'))).toBe(false);
});
