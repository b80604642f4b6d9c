/**
 * The design's tables as data: who sees what of whom. Written by hand from the tables and the stories, so that nothing
 * here was worked out by the code that it judges. Categories stand as their codes; S* is every code of that letter.
 */

/** What stands in a field: so many rows, an object ("here"), true or false. A field that is not named is withheld, or has nothing in it. */
export type Filled = Readonly<Record<string, number | boolean | 'here'>>;

/** What somebody sees of a person whom they know. */
export interface Seen {
  /** SHARED. */
  readonly shared: string;
  /** SHARED_OWN_ONLY. */
  readonly own?: string;
  readonly fields: Filled;
}

/** A worker's word for what no person can open to them, for EMPLOYABILITY_SUPPORT. Whatever it does not name is NOT_SHARED where it is not shared. */
export interface Words {
  readonly OUTSIDE_AGREEMENT?: string;
  readonly ROLE_LIMIT?: string;
  readonly NO_PURPOSE?: string;
}

/** The people of the demonstration. */
export const PEOPLE = ['morag', 'callum', 'aisha', 'derek', 'mairi', 'tam', 'jean', 'hamish', 'fiona'] as const;

/** One of them. */
export type PersonName = (typeof PEOPLE)[number];

/** The workers of the demonstration. */
export const WORKERS = ['isla', 'kirsty', 'ruaridh', 'niamh', 'ewan', 'una', 'gordon', 'catriona', 'priya', 'shona'] as const;

/** One of them. */
export type WorkerName = (typeof WORKERS)[number];

/** Agreements name what the agency's roles allow; what no grant can open (J4, M1), and what the platform holds itself (S*), needs none. */
export const WORDS: Readonly<Record<Exclude<WorkerName, 'kirsty' | 'priya' | 'una'>, Words>> = {
  isla: { ROLE_LIMIT: 'J4 M1' },
  ruaridh: { OUTSIDE_AGREEMENT: 'E3 H* O2 O3 C*', ROLE_LIMIT: 'J4 M1' },
  niamh: { OUTSIDE_AGREEMENT: 'E3 E4 J1 J2 J3 O* C2 C3', ROLE_LIMIT: 'J4 M1' },
  ewan: { OUTSIDE_AGREEMENT: 'E3 E4 H* J1 J2 J3 C*', ROLE_LIMIT: 'J4 M1' },
  gordon: { OUTSIDE_AGREEMENT: 'E3 H* J1 J2 J3 O* C2 C3', ROLE_LIMIT: 'S2 S3 S4 S5 J4 M1' },
  catriona: { OUTSIDE_AGREEMENT: 'E3 H* J1 J2 J3 O*', ROLE_LIMIT: 'J4 M1' },
  // For AUDIT, which is the only purpose of hers.
  shona: { OUTSIDE_AGREEMENT: 'E* H* J1 J2 J3 O* C*', ROLE_LIMIT: 'S* J4' },
};

const NAME = { name: 'here', contact: 'here' } as const;

/** What shows when it is shared and there is nothing in it, by the category that opens it. */
const NOTHING_OF = {
  S3: { accessNeeds: 0 },
  E2: { participations: 0, referrals: 0 }, E3: { barriers: 0 }, E4: { outcomes: 0 },
  H1: { healthWorkCases: 0 }, H2: { healthAppointments: 0 }, H3: { conditions: 0 }, H4: { recoverySupport: 0 },
  J1: { justiceSupport: 0 }, J2: { workLimits: 0, unpaidWorkClash: false }, J3: { paybackOrders: 0, convictions: 0 },
  O1: { housingSituations: 0 }, O2: { homelessApplications: 0 }, O3: { rentAccounts: 0 },
  C1: { skills: 0, qualifications: 0 }, C2: { careerPlans: 0 }, C3: { workHistory: 0 },
} as const;

const plan = (goals: number, steps: number): Filled => ({ actionPlan: 'here', 'actionPlan.goals': goals, 'actionPlan.goals.steps': steps });

/** What each person sees of themselves: all of their own. Only a life without records is spelt out; everybody else's says what is different. */
const NO_RECORDS: Filled = {
  ...NAME, legalName: 'here', supportTeam: 1, household: 'here', 'household.members': 0,
  grants: 1, refusals: 0, exclusions: 0, assignments: 1, disclosures: 'here',
  ...Object.assign({}, ...Object.values(NOTHING_OF)) as Filled,
};

/** Each person's own records, as they see them. */
export const OWN: Readonly<Record<PersonName, Filled>> = {
  morag: {
    ...NO_RECORDS, ...plan(2, 4), supportTeam: 2, assignments: 2, accessNeeds: 2, participations: 2, referrals: 3, barriers: 3, outcomes: 2,
    healthWorkCases: 1, 'healthWorkCases.adjustments': 3, healthAppointments: 2, conditions: 1, housingSituations: 1, rentAccounts: 1,
    skills: 2, qualifications: 1, careerPlans: 1, workHistory: 2,
  },
  callum: {
    ...NO_RECORDS, ...plan(1, 3), supportTeam: 3, assignments: 3, participations: 2, referrals: 2,
    workLimits: 4, unpaidWorkClash: true, justiceSupport: 1, paybackOrders: 1, 'paybackOrders.treatment': 1, convictions: 1, homelessApplications: 1,
    skills: 2, qualifications: 1,
  },
  aisha: {
    ...NO_RECORDS, ...plan(1, 2), supportTeam: 3, assignments: 3, participations: 1, referrals: 1, barriers: 2, outcomes: 2,
    skills: 2, qualifications: 2, careerPlans: 1, workHistory: 1,
  },
  derek: {
    ...NO_RECORDS, ...plan(1, 2), supportTeam: 2, assignments: 2, exclusions: 1, hold: 'here', accessNeeds: 1, recoverySupport: 1, homelessApplications: 1,
  },
  mairi: { ...NO_RECORDS, ...plan(1, 1) },
  tam: { ...NO_RECORDS, ...plan(1, 1), grants: 0 },
  jean: { ...NO_RECORDS, ...plan(1, 1) },
  hamish: {
    ...NO_RECORDS, ...plan(1, 1), supportTeam: 0, participations: 1, barriers: 1, outcomes: 1, skills: 1, qualifications: 1, careerPlans: 1, workHistory: 1,
  },
  fiona: { ...NO_RECORDS, supportTeam: 2, assignments: 2, grants: 0, housingSituations: 3, homelessApplications: 1 },
};

/** Name and contact route, by assignment alone. */
const NAME_ONLY: Seen = { shared: 'S1', fields: NAME };

/** Each worker's people, for EMPLOYABILITY_SUPPORT. Whoever is not here is an unknown person to them. */
export const SEEN: Readonly<Record<Exclude<WorkerName, 'shona'>, Readonly<Partial<Record<PersonName, Seen>>>>> = {
  isla: {
    // Words that tell of her condition or her rent are not there: a step, a barrier, an adjustment, an access need, a referral.
    morag: {
      shared: 'S1 S2 S3 E1 E2 E3 E4 H1 H2 C1 C2 C3',
      fields: {
        ...NAME, ...plan(2, 3), supportTeam: 2, accessNeeds: 1, participations: 2, referrals: 2, barriers: 2, outcomes: 2,
        healthWorkCases: 1, 'healthWorkCases.adjustments': 2, healthAppointments: 2, skills: 2, qualifications: 1, careerPlans: 1, workHistory: 2,
      },
    },
    // When he can work, not why: a step, a limit, a spell of support and a referral that tell of prison are not there.
    callum: {
      shared: 'S1 E1 E2 J2 O1 O2 C1',
      fields: {
        ...NAME, ...plan(1, 2), participations: 1, referrals: 1, workLimits: 3, unpaidWorkClash: true,
        housingSituations: 0, homelessApplications: 1, skills: 2, qualifications: 1,
      },
    },
    aisha: {
      shared: 'S1 S2 E* C*',
      fields: {
        ...NAME, ...plan(1, 2), supportTeam: 3, participations: 1, referrals: 1, barriers: 2, outcomes: 2,
        skills: 2, qualifications: 2, careerPlans: 1, workHistory: 1,
      },
    },
    derek: NAME_ONLY,
    mairi: { shared: 'S1 E1 S5', fields: { ...NAME, ...plan(1, 1), household: 'here', 'household.members': 0 } },
    tam: NAME_ONLY,
    jean: { shared: 'S1 E1', fields: { ...NAME, ...plan(1, 1) } },
    fiona: NAME_ONLY,
  },
  kirsty: {},
  ruaridh: {
    callum: {
      shared: 'S1', own: 'J1 J2 J3',
      // The treatment is health data too, which the agreement leaves out, though the order is his agency's.
      fields: { ...NAME, workLimits: 4, unpaidWorkClash: true, justiceSupport: 1, paybackOrders: 1, convictions: 1 },
    },
  },
  niamh: {
    morag: {
      shared: 'S1', own: 'H*',
      fields: { ...NAME, healthWorkCases: 1, 'healthWorkCases.adjustments': 3, healthAppointments: 2, conditions: 1, recoverySupport: 0 },
    },
  },
  ewan: {
    // Where she lived in Glasgow, and that she applied there, are another landlord's.
    fiona: { shared: 'S1', own: 'O*', fields: { ...NAME, housingSituations: 1, homelessApplications: 0, rentAccounts: 0 } },
  },
  una: {},
  gordon: { callum: NAME_ONLY, aisha: NAME_ONLY },
  catriona: {
    aisha: { shared: 'S1', own: 'C*', fields: { ...NAME, skills: 2, qualifications: 2, careerPlans: 1, workHistory: 1 } },
  },
  priya: {},
};

/** What is MY_SHARING, and all that the data protection lead sees of anybody. */
export const MY_SHARING: readonly string[] = ['grants', 'refusals', 'hold', 'exclusions', 'assignments', 'disclosures'];

/** Everybody's caseload, longest assigned first; whoever is not here has an empty one. Hamish's assignment has ended, and Derek keeps Ewan out. */
export const CASELOADS: Readonly<Partial<Record<WorkerName, readonly PersonName[]>>> = {
  isla: ['aisha', 'morag', 'derek', 'fiona', 'mairi', 'tam', 'jean', 'callum'],
  ruaridh: ['callum'],
  niamh: ['morag'],
  ewan: ['fiona'],
  gordon: ['aisha', 'callum'],
  catriona: ['aisha'],
};

/** What a key worker may ask for besides EMPLOYABILITY_SUPPORT, and what each purpose may ever open to her: nobody agreed to any of them. */
export const OTHER_PURPOSES: Readonly<Record<string, string>> = {
  ONE_MEETING: 'S* E* H* J1 J2 J3 O* C*',
  REFERRAL: 'S* E*',
  HEALTH_ADJUSTMENTS: 'S1 S3 H1 H2',
  ELIGIBILITY: 'S1 E2 E3 O* H1',
  IN_WORK_SUPPORT: 'S1 S3 E1 E4 H1 J2',
  TELL_EMPLOYER: 'S1 H1 J2 C1',
  FAMILY_PLAN: 'S1 S5 E1',
};

/** What is not a purpose of a key worker's, or of nobody's, or none at all: everything is withheld. */
export const NO_PURPOSES: readonly (string | null)[] = ['KEEP_SAFE', 'STATISTICS', 'AUDIT', 'employability_support', 'CURIOSITY', null];
