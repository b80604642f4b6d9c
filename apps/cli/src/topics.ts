/**
 * Which fields of a person belong to which topic, in the order in which they are printed. A field whose category is
 * not here is not printed; the test compares this with the schemas.
 */
export const TOPICS: readonly (readonly [category: string, fields: readonly string[]])[] = [
  ['NAME_AND_CONTACT', ['name', 'contact', 'contactPreference', 'digitalAccess', 'asked']],
  ['ACCESS_NEEDS', ['accessNeeds']],
  ['LEGAL_NAME', ['legalName', 'externalIdentifiers']],
  ['SUPPORT_TEAM', ['supportTeam']],
  ['HOUSEHOLD_LINK', ['household']],
  ['ACTION_PLAN', ['actionPlan', 'skillRatings', 'socialContact', 'readiness', 'actionPlanTimeline']],
  ['SUPPORT_RECEIVED', ['participations', 'supportActivities', 'activityPauses', 'supportContacts', 'fundingAwards', 'fundingConflicts', 'supportReceivedTimeline', 'referrals', 'referralTimeline']],
  ['BARRIERS', ['barriers', 'assessments', 'sensitiveReadiness', 'barriersTimeline']],
  ['WORK_SINCE', ['outcomes', 'workSinceTimeline']],
  ['HEALTH_AND_WORK', ['healthWorkCases', 'mskTriages', 'healthAndWorkTimeline']],
  ['HEALTH_APPOINTMENTS', ['healthAppointments', 'healthAppointmentsTimeline']],
  ['CONDITIONS', ['conditions', 'conditionsTimeline']],
  ['MENTAL_HEALTH_AND_RECOVERY', ['recoverySupport', 'ipsEpisodes', 'mentalHealthAndRecoveryTimeline']],
  ['JUSTICE_SUPPORT', ['justiceSupport', 'justiceSupportTimeline']],
  ['JUSTICE_LIMITS', ['workLimits', 'justiceLimitsTimeline']],
  ['CONVICTIONS', ['convictions', 'paybackOrders', 'liberationPlans', 'licenceConditions', 'convictionsTimeline']],
  ['RISK_AND_SAFETY', ['riskNotes']],
  ['WHERE_I_LIVE', ['housingSituations', 'tenancies', 'whereILiveTimeline']],
  ['HOMELESSNESS_HELP', ['noFixedAddress', 'housingApproaches', 'homelessApplications', 'askedAboutHousing', 'homelessnessHelpTimeline']],
  ['HOUSING_MONEY', ['rentAccounts', 'housingMoneyTimeline']],
  ['SKILLS', ['careerProfiles', 'skills', 'qualifications', 'skillsTimeline']],
  ['CAREER_PLANS', ['careerPlans', 'courseApplications', 'careerPlansTimeline']],
  ['WORK_HISTORY', ['workHistory', 'learningHistory', 'cvs', 'workHistoryTimeline']],
];
