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

/** What whoever supports the person sees of them, whatever they agreed to. */
export const NAME = { name: 'here', contact: 'here', contactPreference: 'here', digitalAccess: 'here', asked: 0 } as const;

/** What shows when it is shared and there is nothing in it, by the category that opens it. */
const NOTHING_OF = {
  S3: { accessNeeds: 0 }, S4: { externalIdentifiers: 0 },
  E1: { skillRatings: 0, socialContact: 0, readiness: 0, actionPlanTimeline: 0 },
  E2: {
    participations: 0, supportActivities: 0, activityPauses: 0, supportContacts: 0, fundingAwards: 0, fundingConflicts: 0, supportReceivedTimeline: 0, referrals: 0, referralTimeline: 0,
  },
  E3: { barriers: 0, assessments: 0, sensitiveReadiness: 0, barriersTimeline: 0 }, E4: { outcomes: 0, workSinceTimeline: 0 },
  H1: { healthWorkCases: 0, mskTriages: 0, healthAndWorkTimeline: 0 }, H2: { healthAppointments: 0, healthAppointmentsTimeline: 0 },
  H3: { conditions: 0, conditionsTimeline: 0 }, H4: { recoverySupport: 0, ipsEpisodes: 0, mentalHealthAndRecoveryTimeline: 0 },
  J1: { justiceSupport: 0, justiceSupportTimeline: 0 }, J2: { workLimits: 0, unpaidWorkClash: false, justiceLimitsTimeline: 0 },
  J3: { paybackOrders: 0, liberationPlans: 0, licenceConditions: 0, convictions: 0, convictionsTimeline: 0 },
  O1: { tenancies: 0, housingSituations: 0, whereILiveTimeline: 0 },
  O2: { noFixedAddress: 0, housingApproaches: 0, homelessApplications: 0, askedAboutHousing: 0, homelessnessHelpTimeline: 0 },
  O3: { rentAccounts: 0, housingMoneyTimeline: 0 },
  C1: { careerProfiles: 0, skills: 0, qualifications: 0, skillsTimeline: 0 }, C2: { careerPlans: 0, courseApplications: 0, careerPlansTimeline: 0 },
  C3: { workHistory: 0, learningHistory: 0, cvs: 0, workHistoryTimeline: 0 },
} as const;

const plan = (goals: number, steps: number): Filled => ({ ...NOTHING_OF.E1, actionPlan: 'here', 'actionPlan.goals': goals, 'actionPlan.goals.steps': steps });

/** What each person sees of themselves: all of their own. Only a life without records is spelt out; everybody else's says what is different. */
const NO_RECORDS: Filled = {
  ...NAME, legalName: 'here', supportTeam: 1, household: 'here', 'household.members': 0,
  endings: 0, reminderWay: 'here',
  grants: 1, requests: 0, refusals: 0, exclusions: 0, challenges: 0, openings: 0, householdLinks: 0, authorities: 0, assignments: 1, disclosures: 'here', couldLook: 'here', previewAs: 'here',
  ...Object.assign({}, ...Object.values(NOTHING_OF)) as Filled,
};

/** What employability holds of Morag, of Callum, of Aisha and of Jean, beside plan, spells, barriers and outcomes. */
const MORAG_ON_THE_WAY: Filled = {
  skillRatings: 3, socialContact: 2, readiness: 5, actionPlanTimeline: 2, supportActivities: 8, activityPauses: 1, supportContacts: 3, fundingAwards: 1, fundingConflicts: 1,
  supportReceivedTimeline: 2, assessments: 2, 'assessments.answers': 4, sensitiveReadiness: 1, barriersTimeline: 2, workSinceTimeline: 1,
};
const CALLUM_ON_THE_WAY: Filled = { ...NOTHING_OF.E2, skillRatings: 2, readiness: 4, actionPlanTimeline: 1, supportActivities: 3, supportContacts: 2, supportReceivedTimeline: 2 };
const AISHA_ON_THE_WAY: Filled = {
  skillRatings: 4, socialContact: 2, readiness: 5, actionPlanTimeline: 1, supportActivities: 13, activityPauses: 0, supportContacts: 2, fundingAwards: 1, fundingConflicts: 1,
  supportReceivedTimeline: 2, assessments: 1, 'assessments.answers': 2, sensitiveReadiness: 0, barriersTimeline: 1, workSinceTimeline: 2,
};
const JEAN_ON_THE_WAY: Filled = { skillRatings: 1, readiness: 5, actionPlanTimeline: 1 };

/** What housing and careers hold of Morag, and careers of Aisha. */
const MORAG_AT_HOME: Filled = { tenancies: 1, housingSituations: 1, whereILiveTimeline: 1, rentAccounts: 1, housingMoneyTimeline: 2 };
const MORAG_AT_WORK: Filled = {
  careerProfiles: 1, skills: 2, qualifications: 1, skillsTimeline: 1, careerPlans: 1, courseApplications: 1, careerPlansTimeline: 1,
  workHistory: 2, learningHistory: 1, cvs: 1, workHistoryTimeline: 1,
};
const AISHA_AT_WORK: Filled = {
  careerProfiles: 1, skills: 2, qualifications: 2, skillsTimeline: 0, careerPlans: 1, courseApplications: 1, careerPlansTimeline: 1,
  workHistory: 1, learningHistory: 2, cvs: 1, 'cvs.entries': 2, workHistoryTimeline: 1,
};

/** Each person's own records, as they see them. */
export const OWN: Readonly<Record<PersonName, Filled>> = {
  morag: {
    ...NO_RECORDS, ...plan(2, 4), ...MORAG_ON_THE_WAY, supportTeam: 2, assignments: 2, accessNeeds: 2, participations: 2, referrals: 3, referralTimeline: 12, barriers: 3, outcomes: 2,
    healthWorkCases: 1, 'healthWorkCases.adjustments': 3, 'healthWorkCases.services': 2, 'healthWorkCases.assessments.body': 2, mskTriages: 1, 'mskTriages.adjustments': 2,
    healthAndWorkTimeline: 3, healthAppointments: 2, healthAppointmentsTimeline: 1, conditions: 1, conditionsTimeline: 1,
    externalIdentifiers: 2, ...MORAG_AT_HOME, ...MORAG_AT_WORK, 'cvs.entries': 2,
  },
  callum: {
    ...NO_RECORDS, ...plan(1, 3), ...CALLUM_ON_THE_WAY, supportTeam: 3, assignments: 3, participations: 2, referrals: 2, referralTimeline: 5,
    workLimits: 5, unpaidWorkClash: true, justiceLimitsTimeline: 1, justiceSupport: 1, justiceSupportTimeline: 1,
    paybackOrders: 1, 'paybackOrders.slots': 2, 'paybackOrders.treatment': 1, liberationPlans: 1, licenceConditions: 3, convictions: 1, convictionsTimeline: 3,
    noFixedAddress: 1, housingApproaches: 1, homelessApplications: 1, askedAboutHousing: 1, homelessnessHelpTimeline: 2, skills: 2, qualifications: 1, skillsTimeline: 1,
  },
  aisha: {
    ...NO_RECORDS, ...plan(1, 2), ...AISHA_ON_THE_WAY, supportTeam: 3, assignments: 3, participations: 1, referrals: 2, referralTimeline: 8, barriers: 2, outcomes: 2,
    ...AISHA_AT_WORK,
  },
  derek: {
    ...NO_RECORDS, ...plan(1, 2), socialContact: 1, readiness: 3, actionPlanTimeline: 1, supportTeam: 2, assignments: 2, exclusions: 1, hold: 'here', accessNeeds: 1,
    recoverySupport: 1, 'recoverySupport.appointments': 2, ipsEpisodes: 1, mentalHealthAndRecoveryTimeline: 2,
    noFixedAddress: 1, housingApproaches: 1, homelessApplications: 1, askedAboutHousing: 1, homelessnessHelpTimeline: 2,
  },
  mairi: { ...NO_RECORDS, ...plan(1, 1), householdLinks: 1 },
  tam: { ...NO_RECORDS, ...plan(1, 1), grants: 0 },
  jean: { ...NO_RECORDS, ...plan(1, 1), ...JEAN_ON_THE_WAY },
  hamish: {
    ...NO_RECORDS, ...plan(2, 1), supportTeam: 0, participations: 1, barriers: 1, outcomes: 1, workSinceTimeline: 1, skills: 1, qualifications: 1, careerPlans: 1, workHistory: 1,
  },
  fiona: {
    ...NO_RECORDS, supportTeam: 2, assignments: 2, grants: 0, externalIdentifiers: 1, tenancies: 3, housingSituations: 3, whereILiveTimeline: 2,
    housingApproaches: 1, homelessApplications: 1, homelessnessHelpTimeline: 1,
  },
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
        ...NAME, ...plan(2, 3), ...MORAG_ON_THE_WAY, supportContacts: 2, 'assessments.answers': 3, sensitiveReadiness: 0, barriersTimeline: 1, supportTeam: 2, accessNeeds: 1, participations: 2, referrals: 2, referralTimeline: 9, barriers: 2, outcomes: 2,
        healthWorkCases: 1, 'healthWorkCases.adjustments': 2, 'healthWorkCases.services': 2, 'healthWorkCases.assessments.body': 1, mskTriages: 1, 'mskTriages.adjustments': 1,
        healthAndWorkTimeline: 2, healthAppointments: 2, healthAppointmentsTimeline: 1, ...MORAG_AT_WORK, 'cvs.entries': 1,
      },
    },
    // When he can work, not why: a step, a limit, a spell of support, a referral, and how he came to housing, that tell of prison are not there.
    callum: {
      shared: 'S1 E1 E2 J2 O1 O2 C1',
      fields: {
        ...NAME, ...plan(1, 2), ...CALLUM_ON_THE_WAY, skillRatings: 1, supportContacts: 1, supportReceivedTimeline: 1, participations: 1, referrals: 1, referralTimeline: 2, workLimits: 4, unpaidWorkClash: true, justiceLimitsTimeline: 1,
        tenancies: 0, housingSituations: 0, whereILiveTimeline: 0,
        noFixedAddress: 1, housingApproaches: 0, homelessApplications: 1, askedAboutHousing: 0, homelessnessHelpTimeline: 1,
        careerProfiles: 0, skills: 2, qualifications: 1, skillsTimeline: 1,
      },
    },
    aisha: {
      shared: 'S1 S2 E* C*',
      fields: {
        ...NAME, ...plan(1, 2), ...AISHA_ON_THE_WAY, supportTeam: 3, participations: 1, referrals: 2, referralTimeline: 8, barriers: 2, outcomes: 2,
        ...AISHA_AT_WORK,
      },
    },
    derek: NAME_ONLY,
    mairi: { shared: 'S1 E1 S5', fields: { ...NAME, ...plan(1, 1), household: 'here', 'household.members': 0 } },
    tam: NAME_ONLY,
    jean: { shared: 'S1 E1', fields: { ...NAME, ...plan(1, 1), ...JEAN_ON_THE_WAY } },
    fiona: NAME_ONLY,
  },
  kirsty: {},
  ruaridh: {
    callum: {
      shared: 'S1', own: 'J1 J2 J3',
      // The treatment is health data too, which the agreement leaves out, though the order is his agency's: so are a condition and an event that tell of it.
      fields: {
        ...NAME, workLimits: 5, unpaidWorkClash: true, justiceLimitsTimeline: 1, justiceSupport: 1, justiceSupportTimeline: 1,
        paybackOrders: 1, 'paybackOrders.slots': 2, liberationPlans: 1, licenceConditions: 2, convictions: 1, convictionsTimeline: 2,
      },
    },
  },
  niamh: {
    morag: {
      shared: 'S1', own: 'H*',
      fields: {
        ...NAME, healthWorkCases: 1, 'healthWorkCases.adjustments': 3, 'healthWorkCases.services': 2, 'healthWorkCases.assessments.body': 2, mskTriages: 1, 'mskTriages.adjustments': 2,
        healthAndWorkTimeline: 3, healthAppointments: 2, healthAppointmentsTimeline: 1, conditions: 1, conditionsTimeline: 1, recoverySupport: 0, ipsEpisodes: 0, mentalHealthAndRecoveryTimeline: 0,
      },
    },
  },
  ewan: {
    // Where she lived in Glasgow, and that she applied there, are another landlord's.
    fiona: { shared: 'S1', own: 'O*', fields: { ...NAME, ...NOTHING_OF.O1, ...NOTHING_OF.O2, ...NOTHING_OF.O3, tenancies: 1, housingSituations: 1, whereILiveTimeline: 1 } },
  },
  una: {},
  gordon: { callum: NAME_ONLY, aisha: NAME_ONLY },
  catriona: {
    aisha: { shared: 'S1', own: 'C*', fields: { ...NAME, ...AISHA_AT_WORK } },
  },
  priya: {},
};

/** What is MY_SHARING, and all that the data protection lead sees of anybody. */
export const MY_SHARING: readonly string[] = ['endings', 'reminderWay', 'grants', 'requests', 'refusals', 'hold', 'exclusions', 'challenges', 'openings', 'householdLinks', 'authorities', 'assignments', 'disclosures', 'couldLook', 'previewAs'];

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
export const NO_PURPOSES: readonly (string | null)[] = ['STATISTICS', 'AUDIT', 'employability_support', 'CURIOSITY', null];
