import type { EventStory } from './event.ts';
import type { Held, Labelled } from './held.ts';

/** Where somebody lives: an area, never an address. */
export interface HousingSituationStory extends Held, Labelled {
  readonly tenure: 'COUNCIL' | 'HOUSING_ASSOCIATION' | 'PRIVATE_RENT' | 'OWNED' | 'WITH_OTHERS' | 'SUPPORTED';
  readonly area: string | null;
  readonly since: string | null;
  readonly note: string | null;
}

/** A home somebody rents or rented; its landlord is the controller. `uprn`: see UNREAL_UPRN. */
export interface TenancyStory extends Held {
  readonly kind: 'SCOTTISH_SECURE' | 'SHORT_SCOTTISH_SECURE' | 'PRIVATE_RESIDENTIAL' | 'OCCUPANCY';
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly uprn: string | null;
}

/** A time without a fixed address; `until` null while it goes on. */
export interface NoFixedAddressStory extends Held, Labelled {
  readonly since: string;
  readonly until: string | null;
  readonly staying: string | null;
}

/** Somebody came about their housing. `reasonCode` and `outcomeCode` as in housing's lists; the labels hold what `tells` says of the reason. */
export interface HousingApproachStory extends Held, Labelled {
  readonly approachedOn: string;
  readonly reasonCode: string;
  readonly tells: string;
  readonly activities: readonly ('INFORMATION' | 'CASEWORK' | 'ADVOCACY')[];
  readonly outcomeCode: string | null;
  readonly closedOn: string | null;
  readonly note: string | null;
}

/** An application for help with homelessness; the decision as its HL1 code. */
export interface HomelessApplicationStory extends Held, Labelled {
  readonly appliedOn: string;
  readonly stage: 'APPLICATION' | 'ASSESSMENT' | 'OUTCOME';
  readonly assessedOn: string | null;
  readonly decisionCode: '1' | '2' | '4' | '5' | '7' | '9' | '10' | '11' | '12' | null;
  readonly closedOn: string | null;
  readonly contactKept: boolean | null;
  readonly noFixedAddress: boolean;
  readonly note: string | null;
}

/** A public body asked about housing and did something. A prison or the police tell of JUSTICE_SUPPORT, health of HEALTH_APPOINTMENTS: the labels say so. */
export interface AskedAboutHousingStory extends Held, Labelled {
  readonly askedOn: string;
  readonly body: 'SOCIAL_LANDLORD' | 'HEALTH_BOARD' | 'INTEGRATION_JOINT_BOARD' | 'POLICE' | 'PRISON';
  readonly by: string | null;
  readonly done: string | null;
}

/** The state of a rent account, never an amount. */
export interface RentAccountStory extends Held {
  readonly standing: 'UP_TO_DATE' | 'PLAN_AGREED' | 'BEHIND';
  readonly planAgreedOn: string | null;
  readonly benefitCheckDone: boolean;
  readonly benefitCheckOn: string | null;
}

/** What the housing subgraph holds of one person. */
export interface HousingStory {
  readonly situations: readonly HousingSituationStory[];
  readonly tenancies: readonly TenancyStory[];
  readonly noFixedAddress: readonly NoFixedAddressStory[];
  readonly approaches: readonly HousingApproachStory[];
  readonly homelessApplications: readonly HomelessApplicationStory[];
  readonly askedAboutHousing: readonly AskedAboutHousingStory[];
  readonly rentAccounts: readonly RentAccountStory[];
  readonly timeline: readonly EventStory<'WHERE_I_LIVE' | 'HOMELESSNESS_HELP' | 'HOUSING_MONEY'>[];
}
