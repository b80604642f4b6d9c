import type { WholePictureFragment } from '../../generated/operations.ts';

/** A picture of which nothing was told, for tests to change one fact of. */
export const nobodyTold: WholePictureFragment = {
  id: '1', name: null, contact: null, contactPreference: null, digitalAccess: null, asked: null, accessNeeds: null, legalName: null, externalIdentifiers: null, supportTeam: null, household: null,
  actionPlan: null, skillRatings: null, socialContact: null, readiness: null, participations: null, supportActivities: null, activityPauses: null, supportContacts: null, fundingAwards: null,
  fundingConflicts: null, referrals: null, barriers: null, assessments: null, sensitiveReadiness: null, outcomes: null, healthWorkCases: null, mskTriages: null, healthAppointments: null,
  conditions: null, ipsEpisodes: null, recoverySupport: null, justiceSupport: null, workLimits: null, convictions: null, paybackOrders: null, liberationPlans: null, licenceConditions: null,
  riskNotes: null, housingSituations: null, tenancies: null, noFixedAddress: null, housingApproaches: null, homelessApplications: null, askedAboutHousing: null, rentAccounts: null,
  careerProfiles: null, skills: null, qualifications: null, careerPlans: null, courseApplications: null, workHistory: null, learningHistory: null, cvs: null,
};
