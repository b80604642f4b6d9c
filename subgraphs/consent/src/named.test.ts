import { expect, test } from '@jest/globals';
import { EVERYTHING, NOTHING, maskOf, without } from '@thegither/consent';
import { mayBeNamed } from './named.ts';

test.each([
  ['a housing officer where the home is shared', 'housing', maskOf('WHERE_I_LIVE'), true],
  ['a housing officer where only health is shared', 'housing', maskOf('HEALTH_AND_WORK'), false],
  ['a health case manager where adjustments are shared', 'health-and-work', maskOf('HEALTH_AND_WORK'), true],
  ['a justice worker where that is shared', 'justice', maskOf('JUSTICE_SUPPORT'), true],
  ['a justice worker where only limits on work are shared, which do not say why', 'justice', maskOf('JUSTICE_LIMITS'), false],
  ['a justice worker where everything else is shared', 'justice', without(EVERYTHING, maskOf('JUSTICE_SUPPORT')), false],
  ['anybody where nothing is shared', 'careers', NOTHING, false],
  ['a worker of an agency without a domain', null, EVERYTHING, false],
  ['a worker of a domain that the register does not know', 'constructor', EVERYTHING, false],
])('naming %s: %#', (_, domain, shared, named) => {
  expect(mayBeNamed(domain, shared)).toBe(named);
});
