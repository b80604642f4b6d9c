import type { Held, Labelled } from './held.ts';

/** Where somebody lives: an area, never an address. */
export interface HousingSituationStory extends Held, Labelled {
  readonly tenure: 'COUNCIL' | 'HOUSING_ASSOCIATION' | 'PRIVATE_RENT' | 'OWNED' | 'WITH_OTHERS' | 'SUPPORTED';
  readonly area: string | null;
  readonly since: string | null;
  readonly note: string | null;
}

/** An application for help with homelessness; the decision as its HL1 code and in words. */
export interface HomelessApplicationStory extends Held, Labelled {
  readonly appliedOn: string;
  readonly stage: 'APPLICATION' | 'ASSESSMENT' | 'OUTCOME';
  readonly decisionCode: string | null;
  readonly decisionLabel: string | null;
  readonly noFixedAddress: boolean;
  readonly note: string | null;
}

/** The state of a rent account, never an amount. */
export interface RentAccountStory extends Held {
  readonly standing: 'UP_TO_DATE' | 'PLAN_AGREED' | 'BEHIND';
  readonly benefitCheckDone: boolean;
}

/** What the housing subgraph holds of one person. */
export interface HousingStory {
  readonly situations: readonly HousingSituationStory[];
  readonly homelessApplications: readonly HomelessApplicationStory[];
  readonly rentAccounts: readonly RentAccountStory[];
}
