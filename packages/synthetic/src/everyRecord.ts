import type { Held, Labelled } from './story/held.ts';
import type { Story } from './story/story.ts';

/** A record of a story with the category it belongs to. */
export interface TaggedRecord {
  readonly category: string;
  readonly record: Held & Partial<Labelled>;
}

const all = (category: string, records: readonly (Held & Partial<Labelled>)[]): TaggedRecord[] => records.map((record) => ({ category, record }));

/** Every record of a story that has a controller, under the category that opens it. */
export const everyRecord = ({ people, employability, healthAndWork, justice, housing, careers, referrals }: Story): TaggedRecord[] => [
  ...all('NAME_AND_CONTACT', [people.name, ...people.contacts, ...people.contactPreferences, ...people.digitalAccess]),
  ...all('LEGAL_NAME', [people.legalName, ...people.externalIdentifiers]),
  ...all('ACCESS_NEEDS', people.accessNeeds),
  ...all('ACTION_PLAN', [...(employability.actionPlan ? [employability.actionPlan] : []), ...employability.skillRatings, ...employability.socialContact, ...employability.readiness]),
  ...all('SUPPORT_RECEIVED', [
    ...employability.participations, ...employability.activities, ...employability.pauses, ...employability.contacts, ...employability.fundingAwards, ...referrals.referrals,
  ]),
  ...all('BARRIERS', [...employability.barriers, ...employability.assessments, ...employability.sensitiveReadiness]),
  ...all('WORK_SINCE', employability.outcomes),
  ...employability.timeline.map((record) => ({ category: record.category, record })),
  ...all('HEALTH_AND_WORK', [...healthAndWork.cases, ...healthAndWork.triages]),
  ...all('HEALTH_APPOINTMENTS', healthAndWork.appointments),
  ...all('CONDITIONS', healthAndWork.conditions),
  ...all('MENTAL_HEALTH_AND_RECOVERY', [...healthAndWork.ipsEpisodes, ...healthAndWork.recoverySupport]),
  ...healthAndWork.timeline.map((record) => ({ category: record.category, record })),
  ...all('JUSTICE_SUPPORT', justice.support),
  ...all('JUSTICE_LIMITS', justice.workLimits),
  ...all('CONVICTIONS', [...justice.paybackOrders, ...justice.liberationPlans, ...justice.licenceConditions, ...justice.convictions]),
  ...all('RISK_AND_SAFETY', justice.riskNotes),
  ...justice.timeline.map((record) => ({ category: record.category, record })),
  ...all('WHERE_I_LIVE', [...housing.situations, ...housing.tenancies]),
  ...all('HOMELESSNESS_HELP', [...housing.noFixedAddress, ...housing.approaches, ...housing.homelessApplications, ...housing.askedAboutHousing]),
  ...all('HOUSING_MONEY', housing.rentAccounts),
  ...housing.timeline.map((record) => ({ category: record.category, record })),
  ...all('SKILLS', [...careers.profiles, ...careers.skills, ...careers.qualifications]),
  ...all('CAREER_PLANS', [...careers.careerPlans, ...careers.courseApplications]),
  ...all('WORK_HISTORY', [...careers.workHistory, ...careers.learningHistory, ...careers.cvs]),
  ...careers.timeline.map((record) => ({ category: record.category, record })),
];
