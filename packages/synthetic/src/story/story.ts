import type { CareersStory } from './careers.ts';
import type { EmployabilityStory } from './employability.ts';
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
  employability: { actionPlan: null, participations: [], barriers: [], outcomes: [], ...told.employability },
  healthAndWork: { cases: [], appointments: [], conditions: [], recoverySupport: [], ...told.healthAndWork },
  justice: { workLimits: [], support: [], paybackOrders: [], convictions: [], ...told.justice },
  housing: { situations: [], homelessApplications: [], rentAccounts: [], ...told.housing },
  careers: { skills: [], qualifications: [], careerPlans: [], workHistory: [], ...told.careers },
  referrals: { referrals: [], ...told.referrals },
});
