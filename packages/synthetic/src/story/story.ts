import type { CareersStory } from './careers.ts';
import { NO_EMPLOYABILITY, type EmployabilityStory } from './employability.ts';
import type { HealthAndWorkStory } from './healthAndWork.ts';
import type { HousingStory } from './housing.ts';
import type { JusticeStory } from './justice.ts';
import type { PeopleStory } from './people.ts';
import type { ReferralsStory } from './referrals.ts';

/** What every room holds of one person, on one day. A room that holds nothing has empty lists. */
export interface Story {
  readonly people: PeopleStory;
  readonly employability: EmployabilityStory;
  readonly healthAndWork: HealthAndWorkStory;
  readonly justice: JusticeStory;
  readonly housing: HousingStory;
  readonly careers: CareersStory;
  readonly referrals: ReferralsStory;
}

/** What a person's story tells besides their name: each room and each list may be left out where there is nothing. */
export type Told = { readonly [Room in keyof Omit<Story, 'people'>]?: Partial<Story[Room]> };

/** A whole story from what there is to tell. */
export const wholeStory = (people: PeopleStory, told: Told): Story => ({
  people,
  employability: { ...NO_EMPLOYABILITY, ...told.employability },
  healthAndWork: { cases: [], triages: [], appointments: [], conditions: [], ipsEpisodes: [], recoverySupport: [], timeline: [], ...told.healthAndWork },
  justice: { workLimits: [], support: [], paybackOrders: [], liberationPlans: [], licenceConditions: [], convictions: [], riskNotes: [], timeline: [], ...told.justice },
  housing: { situations: [], tenancies: [], noFixedAddress: [], approaches: [], homelessApplications: [], askedAboutHousing: [], rentAccounts: [], timeline: [], ...told.housing },
  careers: {
    profiles: [], skills: [], qualifications: [], careerPlans: [], courseApplications: [], workHistory: [], learningHistory: [], cvs: [], candidateNumbers: [], timeline: [], ...told.careers,
  },
  referrals: { referrals: [], ...told.referrals },
});
