/**
 * Which fields of a person belong to which topic, in the order in which they are printed. A field whose category is
 * not here is not printed; the test compares this with the schemas.
 */
export const TOPICS: readonly (readonly [category: string, fields: readonly string[]])[] = [
  ['NAME_AND_CONTACT', ['name', 'contact']],
  ['ACCESS_NEEDS', ['accessNeeds']],
  ['LEGAL_NAME', ['legalName']],
  ['SUPPORT_TEAM', ['supportTeam']],
  ['HOUSEHOLD_LINK', ['household']],
  ['ACTION_PLAN', ['actionPlan']],
  ['SUPPORT_RECEIVED', ['participations', 'referrals']],
  ['BARRIERS', ['barriers']],
  ['WORK_SINCE', ['outcomes']],
  ['HEALTH_AND_WORK', ['healthWorkCases']],
  ['HEALTH_APPOINTMENTS', ['healthAppointments']],
  ['CONDITIONS', ['conditions']],
  ['MENTAL_HEALTH_AND_RECOVERY', ['recoverySupport']],
  ['JUSTICE_SUPPORT', ['justiceSupport']],
  ['JUSTICE_LIMITS', ['workLimits']],
  ['CONVICTIONS', ['convictions', 'paybackOrders']],
  ['WHERE_I_LIVE', ['housingSituations']],
  ['HOMELESSNESS_HELP', ['homelessApplications']],
  ['HOUSING_MONEY', ['rentAccounts']],
  ['SKILLS', ['skills', 'qualifications']],
  ['CAREER_PLANS', ['careerPlans']],
  ['WORK_HISTORY', ['workHistory']],
];
