/** A door through which people come to support. */
export interface ReferralSourceRow {
  readonly code: string;
  readonly label: string;
  /** The category that having come by it tells of a person. */
  readonly tells: string;
}

/** Who names the doors, and since when the list stands so. */
export const REFERRAL_SOURCES_SOURCE = { source: 'Scottish Government: No One Left Behind, next steps (2018), and the Fair Start Scotland evaluation, year 3', asOf: '2026-11-22' } as const;

/** Any front door: there is no wrong one. A door that tells why somebody came is shown only with what it tells. */
export const REFERRAL_SOURCES: readonly ReferralSourceRow[] = Object.freeze([
  { code: 'COLLEGE', label: 'A college or university', tells: 'CAREER_PLANS' },
  { code: 'COUNCIL', label: 'The council', tells: 'SUPPORT_RECEIVED' },
  { code: 'HEALTH', label: 'A health service', tells: 'HEALTH_AND_WORK' },
  { code: 'HOUSING', label: 'A housing or homelessness service', tells: 'HOMELESSNESS_HELP' },
  { code: 'JOBCENTRE', label: 'Jobcentre Plus', tells: 'SUPPORT_RECEIVED' },
  { code: 'JUSTICE', label: 'Criminal justice social work', tells: 'JUSTICE_SUPPORT' },
  { code: 'NEXT_STEPS', label: 'Next Steps', tells: 'SUPPORT_RECEIVED' },
  { code: 'NOLB_GATEWAY', label: 'The No One Left Behind gateway', tells: 'SUPPORT_RECEIVED' },
  { code: 'PRISON', label: 'A prison', tells: 'JUSTICE_SUPPORT' },
  { code: 'PROVIDER', label: 'A provider of employability support', tells: 'SUPPORT_RECEIVED' },
  { code: 'SCHOOL', label: 'A school', tells: 'SUPPORT_RECEIVED' },
  { code: 'SELF', label: 'The person themselves', tells: 'SUPPORT_RECEIVED' },
  { code: 'SOCIAL_MEDIA', label: 'Social media', tells: 'SUPPORT_RECEIVED' },
  { code: 'THIRD_SECTOR', label: 'A charity or community group', tells: 'SUPPORT_RECEIVED' },
]);
