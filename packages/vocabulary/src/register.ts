import type { Domain } from './domains.ts';

/**
 * One row of the register of categories: what a person agrees to share, by the name that they understand.
 * Words that people read (plain name, easy words) are in packages/words, keyed by `name`.
 */
export interface Category {
  /** Short code of the design, for example "J2". */
  readonly code: string;
  /** The name in schemas, decisions and tables, for example "JUSTICE_LIMITS". */
  readonly name: string;
  /** The service that holds it. */
  readonly owner: Domain;
  /** The category's bit in a Mask: fixed for ever, never used again for another. */
  readonly bit: number;
  /** Special category data (UK GDPR Article 9). */
  readonly special: boolean;
  /** Criminal offence data (UK GDPR Article 10). */
  readonly offence: boolean;
  /** Agreed to by an act of its own, never as part of an "all" tick. */
  readonly ownAct: boolean;
  /** May a grant open it? RISK_AND_SAFETY and MY_SHARING are never shared by agreement. */
  readonly byGrant: boolean;
  /** May the person see it about themselves? */
  readonly bySelf: boolean;
}

type Kind = { special?: true; offence?: true; ownAct?: true; byGrant?: false; bySelf?: false };
const row = (bit: number, code: string, name: string, owner: Domain, kind: Kind = {}): Category => ({
  bit, code, name, owner, special: false, offence: false, ownAct: false, byGrant: true, bySelf: true, ...kind,
});
const ownAct = true, special = true, offence = true;

/** The register of categories, in the design's order. Partners add rows at the end; bits never move. */
export const REGISTER: readonly Category[] = Object.freeze([
  row(0, 'S1', 'NAME_AND_CONTACT', 'people'),
  row(1, 'S2', 'SUPPORT_TEAM', 'consent'),
  row(2, 'S3', 'ACCESS_NEEDS', 'people', { special, ownAct }),
  row(3, 'S4', 'LEGAL_NAME', 'people', { ownAct }),
  row(4, 'S5', 'HOUSEHOLD_LINK', 'consent', { ownAct }),
  row(5, 'E1', 'ACTION_PLAN', 'employability'),
  row(6, 'E2', 'SUPPORT_RECEIVED', 'employability'),
  row(7, 'E3', 'BARRIERS', 'employability', { special, offence, ownAct }),
  row(8, 'E4', 'WORK_SINCE', 'employability'),
  row(9, 'H1', 'HEALTH_AND_WORK', 'health-and-work', { special, ownAct }),
  row(10, 'H2', 'HEALTH_APPOINTMENTS', 'health-and-work', { special, ownAct }),
  row(11, 'H3', 'CONDITIONS', 'health-and-work', { special, ownAct }),
  row(12, 'H4', 'MENTAL_HEALTH_AND_RECOVERY', 'health-and-work', { special, ownAct }),
  row(13, 'J1', 'JUSTICE_SUPPORT', 'justice', { offence, ownAct }),
  row(14, 'J2', 'JUSTICE_LIMITS', 'justice', { offence, ownAct }),
  row(15, 'J3', 'CONVICTIONS', 'justice', { offence, ownAct }),
  row(16, 'J4', 'RISK_AND_SAFETY', 'justice', { offence, byGrant: false, bySelf: false }),
  row(17, 'O1', 'WHERE_I_LIVE', 'housing'),
  row(18, 'O2', 'HOMELESSNESS_HELP', 'housing', { ownAct }),
  row(19, 'O3', 'HOUSING_MONEY', 'housing'),
  row(20, 'C1', 'SKILLS', 'careers'),
  row(21, 'C2', 'CAREER_PLANS', 'careers'),
  row(22, 'C3', 'WORK_HISTORY', 'careers'),
  row(23, 'M1', 'MY_SHARING', 'consent', { byGrant: false }),
]);

const byName = new Map(REGISTER.map((category) => [category.name, category]));
const byCode = new Map(REGISTER.map((category) => [category.code, category]));

/** The category of that name, or undefined: an unknown name opens nothing. */
export const categoryNamed = (name: string): Category | undefined => byName.get(name);

/** The category of that code ("J2"), or undefined. */
export const categoryCoded = (code: string): Category | undefined => byCode.get(code);
