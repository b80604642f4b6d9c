import { GRANTABLE_PURPOSES, REGISTER, type Domain, type Purpose, type Role } from '@thegither/vocabulary';
import { coded } from './coded.ts';
import { type Mask, intersection, maskOf, union, without } from './mask.ts';

const maskWhere = (test: (category: (typeof REGISTER)[number]) => boolean): Mask => maskOf(...REGISTER.filter(test).map((category) => category.name));

/** The categories that a person can agree to share: all but J4 and M1. */
export const BY_GRANT = maskWhere((category) => category.byGrant);

/** The categories that a person may see about themselves: all but J4. */
export const BY_SELF = maskWhere((category) => category.bySelf);

/** The categories that an emergency may open: all that a person can agree to, but mental health and recovery, for which the person's word beforehand is needed. Never J4. */
export const BY_EMERGENCY = without(BY_GRANT, maskOf('MENTAL_HEALTH_AND_RECOVERY'));

/** The categories that a law may open: all but who looked. J4 is among them, for a role that may receive it. */
const BY_LAW = maskWhere(({ name }) => name !== 'MY_SHARING');

/**
 * The categories that travel without a sharing agreement between agencies: those that the platform's joint controllers
 * hold, and those that no agreement could open because no grant can (they are the role's to open, or nobody's).
 */
export const WITHOUT_AGREEMENT = maskWhere((category) => category.owner === 'people' || category.owner === 'consent' || !category.byGrant);

/** What a role may ever receive, whoever the person is and whatever they agreed to. */
export const ROLE_CEILINGS: Readonly<Record<Role, Mask>> = {
  KEY_WORKER: BY_GRANT,
  MENTOR: coded('E1 C* S1 S2'),
  CASE_MANAGER: coded('S* E1 E2 H* C1'),
  JUSTICE_WORKER: coded('S* E1 E2 E4 J* O1'),
  HOUSING_OFFICER: coded('S* E1 E2 O*'),
  CAREERS_ADVISER: coded('S* E1 E2 E4 C*'),
  WORK_COACH: coded('S1 E1 E2 E4 C1'),
  TEAM_LEAD: coded(''),
  LEP_ANALYST: coded(''),
  DATA_PROTECTION_LEAD: coded('M1'),
  // A person sees their own by being the person (BY_SELF), never by a role on a worker's account.
  PERSON: coded(''),
};

/** What a purpose may ever open; REFERRAL adds the categories of the domain that the role receives for. */
export const PURPOSE_CEILINGS: Readonly<Record<Purpose, Mask>> = {
  EMPLOYABILITY_SUPPORT: BY_GRANT,
  ONE_MEETING: BY_GRANT,
  REFERRAL: coded('S* E1 E2 E3'),
  HEALTH_ADJUSTMENTS: coded('S1 S3 H1 H2'),
  ELIGIBILITY: coded('S1 E2 E3 O1 O2 O3 H1'),
  IN_WORK_SUPPORT: coded('S1 S3 E1 E4 H1 J2'),
  TELL_EMPLOYER: coded('S1 H1 J2 C1'),
  FAMILY_PLAN: coded('S1 S5 E1'),
  // By an opening alone, and never by a grant: see openings.ts.
  KEEP_SAFE: BY_LAW,
  STATISTICS: coded(''),
  AUDIT: coded('M1'),
};

/**
 * Which purposes a role may ask for. Every role that supports people may use EMPLOYABILITY_SUPPORT, and
 * KEEP_SAFE, for which nothing opens but what was opened in an emergency or by a law; the others follow from the work of
 * the role. A team lead hands over assignments and asks for nothing of a person.
 */
export const ROLE_PURPOSES: Readonly<Record<Role, readonly Purpose[]>> = {
  KEY_WORKER: [...GRANTABLE_PURPOSES, 'KEEP_SAFE'],
  MENTOR: ['EMPLOYABILITY_SUPPORT', 'ONE_MEETING', 'IN_WORK_SUPPORT', 'KEEP_SAFE'],
  CASE_MANAGER: ['EMPLOYABILITY_SUPPORT', 'ONE_MEETING', 'REFERRAL', 'HEALTH_ADJUSTMENTS', 'IN_WORK_SUPPORT', 'KEEP_SAFE'],
  JUSTICE_WORKER: ['EMPLOYABILITY_SUPPORT', 'ONE_MEETING', 'REFERRAL', 'IN_WORK_SUPPORT', 'KEEP_SAFE'],
  HOUSING_OFFICER: ['EMPLOYABILITY_SUPPORT', 'ONE_MEETING', 'REFERRAL', 'ELIGIBILITY', 'KEEP_SAFE'],
  CAREERS_ADVISER: ['EMPLOYABILITY_SUPPORT', 'ONE_MEETING', 'REFERRAL', 'KEEP_SAFE'],
  WORK_COACH: ['EMPLOYABILITY_SUPPORT', 'ONE_MEETING', 'REFERRAL', 'ELIGIBILITY', 'IN_WORK_SUPPORT', 'KEEP_SAFE'],
  TEAM_LEAD: [],
  LEP_ANALYST: ['STATISTICS'],
  DATA_PROTECTION_LEAD: ['AUDIT'],
  PERSON: [],
};

/** The domain for which a role receives a referral; these are also the roles that support people, and only they can be assigned. */
const RECEIVES_FOR: Readonly<Partial<Record<Role, Domain>>> = {
  KEY_WORKER: 'employability', MENTOR: 'employability', CASE_MANAGER: 'health-and-work', JUSTICE_WORKER: 'justice',
  HOUSING_OFFICER: 'housing', CAREERS_ADVISER: 'careers', WORK_COACH: 'employability',
};

/** The roles that support people. An assignment counts only while the worker has one of them. */
export const WORKING_ROLES: ReadonlySet<Role> = new Set(Object.keys(RECEIVES_FOR) as Role[]);

/** What a role may receive for a purpose: nothing unless the purpose is one of the role's; J4 to keep safe alone, and M1 for an audit alone. */
export function reach(role: Role, purpose: Purpose): Mask {
  if (!ROLE_PURPOSES[role].includes(purpose)) return coded('');
  const domain = purpose === 'REFERRAL' ? RECEIVES_FOR[role] : undefined;
  const received = maskWhere((category) => category.owner === domain && category.byGrant);
  return intersection(ROLE_CEILINGS[role], union(PURPOSE_CEILINGS[purpose], received));
}
