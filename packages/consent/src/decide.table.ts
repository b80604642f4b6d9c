import type { Purpose, Reason, SharingState } from '@thegither/vocabulary';
import type { Standing } from './standing.ts';

/** What is so in the ledger about Morag; each phrase is one fact, and decide.test.ts says what it is in rows. */
export type Fact =
  | 'Isla is assigned' | 'Isla is assigned for referrals' | 'Isla\'s team is assigned' | 'Isla\'s agency is assigned' | 'Isla\'s assignment waits'
  | 'Isla\'s assignment ended now' | 'Isla\'s assignment begins now' | 'Isla\'s assignment begins tomorrow' | 'Ewan is assigned'
  | 'skills agreed' | 'skills agreed with Isla' | 'skills agreed with Isla\'s team' | 'skills agreed with another agency' | 'skills agreed for referrals'
  | 'skills agreed until now' | 'skills agreed from now' | 'skills agreed from tomorrow' | 'skills agreement paused' | 'skills agreement withdrawn'
  | 'skills agreement superseded' | 'skills agreement renounced' | 'skills agreement invalidated'
  | 'skills recorded, not confirmed' | 'skills recorded 14 days ago, not confirmed' | 'access needs recorded, not confirmed'
  | 'risk agreed' | 'my sharing agreed' | 'skills agreed from careers alone'
  | 'skills refused' | 'skills refused to Isla' | 'skills refused to Isla\'s team' | 'skills refused for referrals' | 'skills refused to another agency'
  | 'hold' | 'Isla excluded' | 'Isla\'s team excluded' | 'Isla\'s agency excluded' | 'another agency excluded' | 'a row cannot be read';

/** Who asks. */
export type Who =
  | 'Isla' | 'Isla, whose agency holds skills' | 'Isla, whose agencies agreed on nothing' | 'Isla, now a housing officer' | 'Isla, who lost her role'
  | 'Isla, who changed team' | 'Kirsty, who leads Isla\'s team' | 'Kirsty, who leads another team' | 'Priya, the analyst' | 'Shona, the data protection lead'
  | 'Morag' | 'Tam';

/** One row: the facts, who asks for what and why, and what must come of it. */
export interface Row {
  readonly facts: readonly Fact[];
  readonly who: Who;
  /** EMPLOYABILITY_SUPPORT when nothing is said; null when none was given. */
  readonly purpose?: Purpose | null;
  readonly category: string;
  readonly standing: Standing;
  readonly reason: Reason;
  readonly state: SharingState;
}

const row = (facts: readonly Fact[], who: Who, category: string, standing: Standing, reason: Reason, state: SharingState, purpose?: Purpose | null): Row =>
  ({ facts, who, category, standing, reason, state, purpose });

const S = 'SKILLS', NAME = 'NAME_AND_CONTACT';

/**
 * The decisions of the house as a table, rule by rule in the order in which they are taken, for somebody who answers
 * for data protection to read and to object to. A change of the rule changes a row here, or a test fails.
 */
export const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'a row that cannot be read withholds everything': [
    row(['a row cannot be read', 'Isla is assigned', 'skills agreed'], 'Isla', S, 'NONE', 'UNREADABLE_GRANT', 'NOT_SHARED'),
    row(['a row cannot be read', 'Isla is assigned'], 'Isla', NAME, 'NONE', 'UNREADABLE_GRANT', 'NOT_SHARED'),
    row(['a row cannot be read', 'Isla is assigned'], 'Isla, whose agency holds skills', S, 'NONE', 'UNREADABLE_GRANT', 'NOT_SHARED'),
    // The person is still who they are, so that they can still stop.
    row(['a row cannot be read'], 'Morag', S, 'SELF', 'UNREADABLE_GRANT', 'NOT_SHARED'),
    row(['a row cannot be read'], 'Shona, the data protection lead', 'MY_SHARING', 'OVERSIGHT', 'UNREADABLE_GRANT', 'NOT_SHARED', 'AUDIT'),
  ],
  'without a purpose that the role may use nothing opens': [
    row(['Isla is assigned', 'skills agreed'], 'Isla', S, 'ASSIGNED', 'NO_PURPOSE', 'NO_PURPOSE', null),
    row(['Isla is assigned', 'skills agreed'], 'Isla', NAME, 'ASSIGNED', 'NO_PURPOSE', 'NO_PURPOSE', 'AUDIT'),
    row(['Isla is assigned', 'skills agreed'], 'Isla', S, 'ASSIGNED', 'NO_PURPOSE', 'NO_PURPOSE', 'KEEP_SAFE'),
    row(['Isla is assigned'], 'Kirsty, who leads Isla\'s team', NAME, 'TEAM', 'NO_PURPOSE', 'NO_PURPOSE'),
  ],
  'a category outside the agreements between agencies stays closed, whoever the person is': [
    row(['Isla is assigned', 'skills agreed'], 'Isla, whose agencies agreed on nothing', S, 'ASSIGNED', 'OUTSIDE_AGREEMENT', 'OUTSIDE_AGREEMENT'),
    row(['Ewan is assigned'], 'Isla, whose agencies agreed on nothing', S, 'NONE', 'OUTSIDE_AGREEMENT', 'OUTSIDE_AGREEMENT'),
    row(['Isla is assigned'], 'Isla, whose agencies agreed on nothing', NAME, 'ASSIGNED', 'ASSIGNED', 'SHARED'),
  ],
  'a role opens what it may receive for this purpose and no more': [
    row(['Isla is assigned', 'skills agreed'], 'Isla, now a housing officer', S, 'ASSIGNED', 'ROLE_LIMIT', 'ROLE_LIMIT'),
    row(['Isla is assigned', 'risk agreed'], 'Isla', 'RISK_AND_SAFETY', 'ASSIGNED', 'ROLE_LIMIT', 'ROLE_LIMIT'),
    row(['Isla is assigned', 'my sharing agreed'], 'Isla', 'MY_SHARING', 'ASSIGNED', 'ROLE_LIMIT', 'ROLE_LIMIT'),
    row(['Isla is assigned', 'skills agreed'], 'Priya, the analyst', S, 'NONE', 'ROLE_LIMIT', 'ROLE_LIMIT', 'STATISTICS'),
  ],
  'a person sees everything about themselves but risk and safety, and nothing about anybody else': [
    row([], 'Morag', S, 'SELF', 'SELF', 'SHARED'),
    row(['hold', 'skills refused', 'Isla excluded'], 'Morag', S, 'SELF', 'SELF', 'SHARED'),
    row([], 'Morag', 'MY_SHARING', 'SELF', 'SELF', 'SHARED'),
    row(['risk agreed'], 'Morag', 'RISK_AND_SAFETY', 'SELF', 'ROLE_LIMIT', 'ROLE_LIMIT'),
    row(['skills agreed'], 'Tam', S, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed'], 'Tam', NAME, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
  ],
  'oversight sees who looked, for an audit, and no record': [
    row([], 'Shona, the data protection lead', 'MY_SHARING', 'OVERSIGHT', 'OVERSIGHT', 'SHARED', 'AUDIT'),
    row(['hold', 'Isla excluded'], 'Shona, the data protection lead', 'MY_SHARING', 'OVERSIGHT', 'OVERSIGHT', 'SHARED', 'AUDIT'),
    row(['skills agreed'], 'Shona, the data protection lead', S, 'OVERSIGHT', 'ROLE_LIMIT', 'ROLE_LIMIT', 'AUDIT'),
    row([], 'Shona, the data protection lead', 'MY_SHARING', 'NONE', 'NO_PURPOSE', 'NO_PURPOSE'),
    row(['Isla is assigned'], 'Isla', 'MY_SHARING', 'ASSIGNED', 'NO_PURPOSE', 'NO_PURPOSE', 'AUDIT'),
  ],
  'to somebody whom the person keeps out, the person is unknown': [
    row(['Isla is assigned', 'skills agreed', 'Isla excluded'], 'Isla', S, 'NONE', 'EXCLUDED', 'NOT_SHARED'),
    row(['Isla is assigned', 'Isla\'s team excluded'], 'Isla', NAME, 'NONE', 'EXCLUDED', 'NOT_SHARED'),
    row(['Isla is assigned', 'Isla\'s agency excluded'], 'Isla, whose agency holds skills', S, 'NONE', 'EXCLUDED', 'NOT_SHARED'),
    row(['Isla\'s assignment waits', 'Isla excluded'], 'Isla', NAME, 'NONE', 'EXCLUDED', 'NOT_SHARED'),
    row(['Isla is assigned', 'Isla\'s team excluded'], 'Kirsty, who leads Isla\'s team', NAME, 'NONE', 'NO_PURPOSE', 'NO_PURPOSE'),
    row(['Isla is assigned', 'skills agreed', 'another agency excluded'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
  ],
  'without a confirmed assignment in force nothing opens': [
    row(['skills agreed'], 'Isla', S, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed', 'Ewan is assigned'], 'Isla', NAME, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed', 'Isla\'s assignment waits'], 'Isla', S, 'PENDING', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['Isla\'s assignment waits'], 'Isla', NAME, 'PENDING', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed', 'Isla\'s assignment ended now'], 'Isla', S, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed', 'Isla\'s assignment begins now'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['skills agreed', 'Isla\'s assignment begins tomorrow'], 'Isla', S, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed', 'Isla\'s team is assigned'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['skills agreed', 'Isla\'s team is assigned'], 'Isla, who changed team', S, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed', 'Isla\'s agency is assigned'], 'Isla', S, 'NONE', 'NOT_ASSIGNED', 'NOT_SHARED'),
    row(['skills agreed', 'Isla is assigned'], 'Isla, who lost her role', S, 'NONE', 'NO_PURPOSE', 'NO_PURPOSE'),
    row(['skills agreed', 'Isla\'s assignment ended now'], 'Kirsty, who leads Isla\'s team', S, 'TEAM', 'NO_PURPOSE', 'NO_PURPOSE'),
    row(['skills agreed', 'Isla is assigned'], 'Kirsty, who leads another team', S, 'NONE', 'NO_PURPOSE', 'NO_PURPOSE'),
  ],
  'a purpose that the assignment does not have opens nothing': [
    row(['Isla is assigned', 'skills agreed for referrals'], 'Isla', 'ACTION_PLAN', 'ASSIGNED', 'NO_PURPOSE', 'NOT_SHARED', 'REFERRAL'),
    row(['Isla is assigned'], 'Isla', NAME, 'ASSIGNED', 'NO_PURPOSE', 'NOT_SHARED', 'REFERRAL'),
    row(['Isla is assigned for referrals', 'skills agreed'], 'Isla, whose agency holds skills', S, 'ASSIGNED', 'NO_PURPOSE', 'NOT_SHARED'),
    row(['Isla is assigned', 'Isla is assigned for referrals'], 'Isla', NAME, 'ASSIGNED', 'ASSIGNED', 'SHARED', 'REFERRAL'),
  ],
  'an assignment alone opens the name and how to reach the person': [
    row(['Isla is assigned'], 'Isla', NAME, 'ASSIGNED', 'ASSIGNED', 'SHARED'),
    row(['Isla is assigned'], 'Isla', S, 'ASSIGNED', 'NEVER_ASKED', 'NOT_SHARED'),
    row(['Isla is assigned', 'hold'], 'Isla', NAME, 'ASSIGNED', 'ASSIGNED', 'SHARED'),
  ],
  'an agency keeps its own rows, and a hold or a refusal does not take them': [
    row(['Isla is assigned'], 'Isla, whose agency holds skills', S, 'ASSIGNED', 'OWN_RECORD', 'SHARED_OWN_ONLY'),
    row(['Isla is assigned', 'hold'], 'Isla, whose agency holds skills', S, 'ASSIGNED', 'OWN_RECORD', 'SHARED_OWN_ONLY'),
    row(['Isla is assigned', 'skills agreed', 'skills refused'], 'Isla, whose agency holds skills', S, 'ASSIGNED', 'OWN_RECORD', 'SHARED_OWN_ONLY'),
    row(['Isla is assigned', 'skills agreed'], 'Isla, whose agency holds skills', S, 'ASSIGNED', 'AGREED', 'SHARED'),
  ],
  'a hold stops everything that was agreed': [
    row(['Isla is assigned', 'skills agreed', 'hold'], 'Isla', S, 'ASSIGNED', 'HELD', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed', 'skills refused', 'hold'], 'Isla', S, 'ASSIGNED', 'HELD', 'NOT_SHARED'),
    row(['Isla is assigned', 'hold'], 'Isla', 'CONVICTIONS', 'ASSIGNED', 'HELD', 'NOT_SHARED'),
  ],
  'a refusal at any level beats every grant': [
    row(['Isla is assigned', 'skills agreed', 'skills refused'], 'Isla', S, 'ASSIGNED', 'REFUSED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed with Isla', 'skills refused'], 'Isla', S, 'ASSIGNED', 'REFUSED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed', 'skills refused to Isla'], 'Isla', S, 'ASSIGNED', 'REFUSED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed', 'skills refused to Isla\'s team'], 'Isla', S, 'ASSIGNED', 'REFUSED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed', 'skills refused to Isla\'s team'], 'Isla, who changed team', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills agreed', 'skills refused for referrals'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills agreed', 'skills refused to another agency'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
  ],
  'a grant opens to its recipient, for its purpose, in its time': [
    row(['Isla is assigned', 'skills agreed'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills agreed with Isla'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills agreed with Isla\'s team'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills agreed with Isla\'s team'], 'Isla, who changed team', S, 'ASSIGNED', 'NEVER_ASKED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed with another agency'], 'Isla', S, 'ASSIGNED', 'NEVER_ASKED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed'], 'Isla', 'CAREER_PLANS', 'ASSIGNED', 'NEVER_ASKED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed for referrals'], 'Isla', S, 'ASSIGNED', 'OTHER_PURPOSE', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed until now'], 'Isla', S, 'ASSIGNED', 'EXPIRED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed from now'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills agreed from tomorrow'], 'Isla', S, 'ASSIGNED', 'EXPIRED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreed from careers alone'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
  ],
  'a grant opens in no state but ACTIVE': [
    row(['Isla is assigned', 'skills agreement paused'], 'Isla', S, 'ASSIGNED', 'PAUSED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreement withdrawn'], 'Isla', S, 'ASSIGNED', 'WITHDRAWN', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreement superseded'], 'Isla', S, 'ASSIGNED', 'NEVER_ASKED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreement renounced'], 'Isla', S, 'ASSIGNED', 'EXPIRED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreement invalidated'], 'Isla', S, 'ASSIGNED', 'NEVER_ASKED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreement withdrawn', 'skills agreed with Isla'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills agreement withdrawn', 'skills agreement paused'], 'Isla', S, 'ASSIGNED', 'PAUSED', 'NOT_SHARED'),
    row(['Isla is assigned', 'skills agreement withdrawn', 'skills agreed for referrals'], 'Isla', S, 'ASSIGNED', 'WITHDRAWN', 'NOT_SHARED'),
  ],
  'what a worker recorded opens for 14 days and never what needs an act of its own': [
    row(['Isla is assigned', 'skills recorded, not confirmed'], 'Isla', S, 'ASSIGNED', 'AGREED', 'SHARED'),
    row(['Isla is assigned', 'skills recorded 14 days ago, not confirmed'], 'Isla', S, 'ASSIGNED', 'EXPIRED', 'NOT_SHARED'),
    row(['Isla is assigned', 'access needs recorded, not confirmed'], 'Isla', 'ACCESS_NEEDS', 'ASSIGNED', 'NEVER_ASKED', 'NOT_SHARED'),
  ],
};
