/** What an account may be. A worker may have several; the ceilings are in packages/consent. */
export const ROLES = [
  'KEY_WORKER', 'MENTOR', 'CASE_MANAGER', 'JUSTICE_WORKER', 'HOUSING_OFFICER', 'CAREERS_ADVISER', 'WORK_COACH',
  'TEAM_LEAD', 'LEP_ANALYST', 'DATA_PROTECTION_LEAD', 'PERSON',
] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];

/** Reads a role; undefined when it is not one of the list. */
export const parseRole = (text: unknown): Role | undefined => ROLES.find((role) => role === text);
