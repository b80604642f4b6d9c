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
  ...all('NAME_AND_CONTACT', [people.name, ...people.contacts]),
  ...all('LEGAL_NAME', [people.legalName]),
  ...all('ACCESS_NEEDS', people.accessNeeds),
  ...all('ACTION_PLAN', employability.actionPlan ? [employability.actionPlan] : []),
  ...all('SUPPORT_RECEIVED', [...employability.participations, ...referrals.referrals]),
  ...all('BARRIERS', employability.barriers),
  ...all('WORK_SINCE', employability.outcomes),
  ...all('HEALTH_AND_WORK', healthAndWork.cases),
  ...all('HEALTH_APPOINTMENTS', healthAndWork.appointments),
  ...all('CONDITIONS', healthAndWork.conditions),
  ...all('MENTAL_HEALTH_AND_RECOVERY', healthAndWork.recoverySupport),
  ...all('JUSTICE_SUPPORT', justice.support),
  ...all('JUSTICE_LIMITS', justice.workLimits),
  ...all('CONVICTIONS', [...justice.paybackOrders, ...justice.convictions]),
  ...all('WHERE_I_LIVE', housing.situations),
  ...all('HOMELESSNESS_HELP', housing.homelessApplications),
  ...all('HOUSING_MONEY', housing.rentAccounts),
  ...all('SKILLS', [...careers.skills, ...careers.qualifications]),
  ...all('CAREER_PLANS', careers.careerPlans),
  ...all('WORK_HISTORY', careers.workHistory),
];
