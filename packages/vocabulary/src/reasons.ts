/** Why a category is shown: it is the person themselves, somebody who acts for them, oversight, public task of the assigned worker, an agreement, the agency's own record; or, whatever the person chose, a law or an emergency. */
export const PERMIT_REASONS = ['SELF', 'REPRESENTATIVE', 'OVERSIGHT', 'ASSIGNED', 'AGREED', 'OWN_RECORD', 'STATUTORY', 'BREAK_GLASS'] as const;

/**
 * Why a category is withheld, as the person and the data protection lead read it. To a worker everything from
 * NEVER_ASKED to HELD is NOT_SHARED, EXCLUDED and NOT_ASSIGNED an unknown person, and the first three what they say.
 */
export const WITHHOLD_REASONS = [
  'NO_PURPOSE', 'OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'UNREADABLE_GRANT', 'EXCLUDED', 'NOT_ASSIGNED', 'OUTSIDE_AUTHORITY',
  'NEVER_ASKED', 'REFUSED', 'WITHDRAWN', 'PAUSED', 'EXPIRED', 'OTHER_PURPOSE', 'HELD',
] as const;

/** A reason that opens. */
export type PermitReason = (typeof PERMIT_REASONS)[number];

/** A reason that closes. */
export type WithholdReason = (typeof WITHHOLD_REASONS)[number];

/** Why a decision says what it says about a category. */
export type Reason = PermitReason | WithholdReason;
