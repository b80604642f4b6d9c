/** Why somebody asks. Exactly one for each request; a missing or unknown one withholds everything. */
export const PURPOSES = [
  'EMPLOYABILITY_SUPPORT', 'REFERRAL', 'HEALTH_ADJUSTMENTS', 'ONE_MEETING', 'ELIGIBILITY', 'IN_WORK_SUPPORT', 'TELL_EMPLOYER', 'FAMILY_PLAN',
  'KEEP_SAFE', 'STATISTICS', 'AUDIT',
] as const;

/** One of the purposes. KEEP_SAFE, STATISTICS and AUDIT can never be the purpose of a grant. */
export type Purpose = (typeof PURPOSES)[number];

/** The purposes that a person can agree to. */
export const GRANTABLE_PURPOSES: readonly Purpose[] = PURPOSES.slice(0, 8);

/** Reads a purpose as it came in; undefined when it is not exactly one of the list. */
export const parsePurpose = (text: unknown): Purpose | undefined => PURPOSES.find((purpose) => purpose === text);
