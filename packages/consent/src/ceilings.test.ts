import { describe, expect, test } from '@jest/globals';
import { PURPOSES, REGISTER, ROLES, type Purpose, type Role } from '@thegither/vocabulary';
import { PURPOSE_CEILINGS, ROLE_CEILINGS, ROLE_PURPOSES, WORKING_ROLES, reach } from './ceilings.ts';
import { ceilingFor } from './ceilingFor.ts';
import { coded } from './coded.ts';
import { EVERYTHING, type Mask, NOTHING, maskOf, namesIn, overlaps, union, without } from './mask.ts';
import { asked, asker, byPerson } from './testing/build.ts';

/** The codes of a mask, in the register's order: how the design's tables are written. */
const codes = (mask: Mask): string => REGISTER.filter(({ name }) => overlaps(mask, maskOf(name))).map(({ code }) => code).join(' ');

const GRANTABLE = 'S1 S2 S3 S4 S5 E1 E2 E3 E4 H1 H2 H3 H4 J1 J2 J3 O1 O2 O3 C1 C2 C3';

test.each<[Role, string]>([
  ['KEY_WORKER', GRANTABLE],
  ['MENTOR', 'S1 S2 E1 C1 C2 C3'],
  ['CASE_MANAGER', 'S1 S2 S3 S4 S5 E1 E2 H1 H2 H3 H4 C1'],
  ['JUSTICE_WORKER', 'S1 S2 S3 S4 S5 E1 E2 E4 J1 J2 J3 J4 O1'],
  ['HOUSING_OFFICER', 'S1 S2 S3 S4 S5 E1 E2 O1 O2 O3'],
  ['CAREERS_ADVISER', 'S1 S2 S3 S4 S5 E1 E2 E4 C1 C2 C3'],
  ['WORK_COACH', 'S1 E1 E2 E4 C1'],
  ['TEAM_LEAD', ''],
  ['LEP_ANALYST', ''],
  ['DATA_PROTECTION_LEAD', 'M1'],
  ['PERSON', ''],
])('%s may ever receive: %s', (role, expected) => {
  expect(codes(ROLE_CEILINGS[role])).toBe(expected);
});

test.each<[Purpose, string]>([
  ['EMPLOYABILITY_SUPPORT', GRANTABLE],
  ['ONE_MEETING', GRANTABLE],
  ['REFERRAL', 'S1 S2 S3 S4 S5 E1 E2 E3'],
  ['HEALTH_ADJUSTMENTS', 'S1 S3 H1 H2'],
  ['ELIGIBILITY', 'S1 E2 E3 H1 O1 O2 O3'],
  ['IN_WORK_SUPPORT', 'S1 S3 E1 E4 H1 J2'],
  ['TELL_EMPLOYER', 'S1 H1 J2 C1'],
  ['FAMILY_PLAN', 'S1 S5 E1'],
  ['KEEP_SAFE', 'S1 S2 S3 S4 S5 E1 E2 E3 E4 H1 H2 H3 H4 J1 J2 J3 J4 O1 O2 O3 C1 C2 C3'],
  ['STATISTICS', ''],
  ['AUDIT', 'M1'],
])('%s may ever open: %s', (purpose, expected) => {
  expect(codes(PURPOSE_CEILINGS[purpose])).toBe(expected);
});

test.each<[Role, string]>([
  ['KEY_WORKER', 'EMPLOYABILITY_SUPPORT REFERRAL HEALTH_ADJUSTMENTS ONE_MEETING ELIGIBILITY IN_WORK_SUPPORT TELL_EMPLOYER FAMILY_PLAN KEEP_SAFE'],
  ['MENTOR', 'EMPLOYABILITY_SUPPORT ONE_MEETING IN_WORK_SUPPORT KEEP_SAFE'],
  ['CASE_MANAGER', 'EMPLOYABILITY_SUPPORT ONE_MEETING REFERRAL HEALTH_ADJUSTMENTS IN_WORK_SUPPORT KEEP_SAFE'],
  ['JUSTICE_WORKER', 'EMPLOYABILITY_SUPPORT ONE_MEETING REFERRAL IN_WORK_SUPPORT KEEP_SAFE'],
  ['HOUSING_OFFICER', 'EMPLOYABILITY_SUPPORT ONE_MEETING REFERRAL ELIGIBILITY KEEP_SAFE'],
  ['CAREERS_ADVISER', 'EMPLOYABILITY_SUPPORT ONE_MEETING REFERRAL KEEP_SAFE'],
  ['WORK_COACH', 'EMPLOYABILITY_SUPPORT ONE_MEETING REFERRAL ELIGIBILITY IN_WORK_SUPPORT KEEP_SAFE'],
  ['TEAM_LEAD', ''],
  ['LEP_ANALYST', 'STATISTICS'],
  ['DATA_PROTECTION_LEAD', 'AUDIT'],
  ['PERSON', ''],
])('%s may ask for: %s', (role, expected) => {
  expect(ROLE_PURPOSES[role].join(' ')).toBe(expected);
});

test('a role reaches nothing for a purpose that is not its own', () => {
  const others = ROLES.flatMap((role) => PURPOSES.filter((purpose) => !ROLE_PURPOSES[role].includes(purpose)).map((purpose) => reach(role, purpose)));
  expect(new Set(others)).toEqual(new Set([NOTHING]));
});

test('every role that supports people may use EMPLOYABILITY_SUPPORT, and no other role may', () => {
  expect(ROLES.filter((role) => ROLE_PURPOSES[role].includes('EMPLOYABILITY_SUPPORT'))).toEqual([...WORKING_ROLES]);
});

test('to keep safe every role that supports people may ask, and risk and safety is within reach of none but justice workers', () => {
  expect(ROLES.filter((role) => ROLE_PURPOSES[role].includes('KEEP_SAFE'))).toEqual([...WORKING_ROLES]);
  expect(ROLES.filter((role) => overlaps(reach(role, 'KEEP_SAFE'), maskOf('RISK_AND_SAFETY')))).toEqual(['JUSTICE_WORKER']);
});

describe('a caller\'s ceiling', () => {
  const every = ROLES.flatMap((role) => PURPOSES.map((purpose) => [role, purpose] as const));

  test.each(every)('of %s for %s parts the register into what can open and one word for the rest', (role, purpose) => {
    const { open, words } = ceilingFor(asked({ asker: asker({ roles: [role], agreed: coded('E* C*') }), purpose }));
    const parts = [open, words.OUTSIDE_AGREEMENT, words.ROLE_LIMIT, words.NO_PURPOSE];
    expect(parts.reduce(union, NOTHING)).toBe(EVERYTHING);
    expect(parts.flatMap(namesIn)).toHaveLength(REGISTER.length);
  });

  test.each(every)('of %s for %s opens risk and safety to a justice worker to keep safe alone, and who looked only to oversight', (role, purpose) => {
    const { open } = ceilingFor(asked({ asker: asker({ roles: [role], holds: EVERYTHING }), purpose }));
    expect(overlaps(open, maskOf('RISK_AND_SAFETY'))).toBe(role === 'JUSTICE_WORKER' && purpose === 'KEEP_SAFE');
    expect(overlaps(open, maskOf('MY_SHARING'))).toBe(role === 'DATA_PROTECTION_LEAD' && purpose === 'AUDIT');
  });

  const domains: readonly (readonly [Role, string])[] = [['KEY_WORKER', 'E4'], ['WORK_COACH', 'E4'], ['CASE_MANAGER', 'H1 H2 H3 H4'], ['JUSTICE_WORKER', 'J1 J2 J3'], ['HOUSING_OFFICER', 'O1 O2 O3'], ['CAREERS_ADVISER', 'C1 C2 C3']];
  test.each(domains)('of %s for a referral adds the domain that receives it: %s', (role, expected) => {
    const { open } = ceilingFor(asked({ asker: asker({ roles: [role] }), purpose: 'REFERRAL' }));
    expect(codes(without(open, coded('S* E1 E2 E3')))).toBe(expected);
  });

  test('without a purpose has one word for everything', () => {
    const { open, words } = ceilingFor(asked({ purpose: undefined }));
    expect([open, words.NO_PURPOSE]).toEqual([NOTHING, EVERYTHING]);
  });

  test('names the missing agreement before the role: Gordon reads OUTSIDE_AGREEMENT for health', () => {
    const gordon = asker({ roles: ['WORK_COACH'], agreed: coded('E1 E2 E4') });
    const { open, words } = ceilingFor(asked({ asker: gordon }));
    expect(codes(open)).toBe('S1 E1 E2 E4');
    expect(codes(words.OUTSIDE_AGREEMENT)).toBe('E3 H1 H2 H3 H4 J1 J2 J3 O1 O2 O3 C1 C2 C3');
    expect(codes(words.ROLE_LIMIT)).toBe('S2 S3 S4 S5 J4 M1');
  });

  test('needs no agreement for what the agency holds itself', () => {
    const { open } = ceilingFor(asked({ asker: asker({ roles: ['HOUSING_OFFICER'], agreed: NOTHING, holds: coded('O1') }) }));
    expect(codes(open)).toBe('S1 S2 S3 S4 S5 O1');
  });

  test('does not lend one role\'s ceiling to another role\'s purpose', () => {
    const { open } = ceilingFor(asked({ asker: asker({ roles: ['HOUSING_OFFICER', 'CASE_MANAGER'] }), purpose: 'HEALTH_ADJUSTMENTS' }));
    expect(codes(open)).toBe('S1 S3 H1 H2');
    const both = ceilingFor(asked({ asker: asker({ roles: ['MENTOR', 'HOUSING_OFFICER'] }), purpose: 'ELIGIBILITY' }));
    expect(codes(both.open)).toBe('S1 E2 O1 O2 O3');
  });

  test('is for a person all of the register but risk and safety, whatever the purpose', () => {
    const { open, words } = ceilingFor(byPerson());
    expect([codes(without(EVERYTHING, open)), codes(words.ROLE_LIMIT), words.NO_PURPOSE, words.OUTSIDE_AGREEMENT]).toEqual(['J4', 'J4', NOTHING, NOTHING]);
  });
});

test('a code that the register does not have is an error, never another category', () => {
  expect(() => coded('S1 Q7')).toThrow(new RangeError('no category of that code in the register: Q7'));
  expect(() => coded('Q*')).toThrow(RangeError);
});
