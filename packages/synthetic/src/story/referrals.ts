import type { Held, Labelled } from './held.ts';

/** How far a referral has come. */
export type ReferralStateStory = 'DRAFT' | 'SENT' | 'SEEN' | 'ACCEPTED' | 'DECLINED' | 'STARTED' | 'ENDED';

/** Something that happened to a referral. The labels belong to the reason. */
export interface ReferralStepStory extends Labelled {
  readonly state: ReferralStateStory;
  readonly on: string;
  /** The role that wrote it. */
  readonly by: string | null;
  readonly because: string | null;
}

/** What the person hoped for, and what came of it. */
export interface ReferralGoalStory extends Labelled {
  readonly goal: string;
  readonly result: 'ACHIEVED' | 'PARTLY' | 'NOT_ACHIEVED' | 'NOT_KNOWN';
}

/** The person was put in touch with a service. Its labels begin with the category that the service's kind tells. */
export interface ReferralStory extends Held, Labelled {
  /** To another service, or to the controller's own. OUT when nothing is said. */
  readonly direction?: 'OUT' | 'IN';
  /** Code of the door by which it came; PROVIDER when nothing is said. What the door tells is among the labels. */
  readonly source?: string;
  /** Id of a service in the directory. */
  readonly service: string;
  /** What it is for, in words. */
  readonly purpose?: string | null;
  /** Names of the categories that the person agreed should go with it. */
  readonly bundle?: readonly string[];
  readonly sentOn: string | null;
  /** The day on which the person was told; null, or nothing said, when nobody wrote it down. */
  readonly toldOn?: string | null;
  readonly state: ReferralStateStory;
  readonly declinedBecause: string | null;
  readonly note: string | null;
  /** From the draft on; the last is the state. */
  readonly steps?: readonly ReferralStepStory[];
  readonly goals?: readonly ReferralGoalStory[];
}

/** What the referrals subgraph holds of one person. */
export interface ReferralsStory {
  readonly referrals: readonly ReferralStory[];
}
