import type { Held, Labelled } from './held.ts';

/** The person was put in touch with a service. Its labels begin with the category that the service's kind tells. */
export interface ReferralStory extends Held, Labelled {
  /** Id of a service in the directory. */
  readonly service: string;
  readonly sentOn: string | null;
  readonly state: 'DRAFT' | 'SENT' | 'SEEN' | 'ACCEPTED' | 'DECLINED' | 'STARTED' | 'ENDED';
  readonly declinedBecause: string | null;
  readonly note: string | null;
}

/** What the referrals subgraph holds of one person. */
export interface ReferralsStory {
  readonly referrals: readonly ReferralStory[];
}
