import { expect, test } from '@jest/globals';
import { type Standing, isAddressable, isKnown } from './standing.ts';

test.each<[Standing, boolean, boolean]>([
  ['SELF', true, true], ['REPRESENTATIVE', true, true], ['ASSIGNED', true, true], ['OVERSIGHT', true, true], ['OPENED', true, true], ['PENDING', false, true], ['TEAM', false, true], ['STRANGER', false, true], ['NONE', false, false],
])('to %s, it is %p that the person may be read about and %p that a mutation may name them', (standing, known, addressable) => {
  expect([isKnown(standing), isAddressable(standing)]).toEqual([known, addressable]);
});
