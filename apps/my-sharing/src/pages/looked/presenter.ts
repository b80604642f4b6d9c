import type { LookedQuery } from '../../generated/operations.ts';
import { momentOf } from '../../moments.ts';
import { topicsOf } from '../../topics.ts';

/** One line of who looked. */
export interface Look {
  readonly when: string;
  readonly why: string;
  readonly shown: readonly string[];
  readonly notGiven: readonly string[];
}

/** What the page says. */
export interface LookedPage {
  readonly looks: readonly Look[];
  /** Where to read on. */
  readonly more: string | undefined;
}

const plainOf = (categories: readonly string[]): string[] => topicsOf(categories).map(({ plain }) => plain);

/** Puts what the gateway said into words: the sentence of why is the gateway's own. */
export const presentLooked = ({ me }: LookedQuery): LookedPage => ({
  looks: me?.disclosures?.items?.map(({ at, why, released, withheld }) => ({ when: momentOf(at), why, shown: plainOf(released), notGiven: plainOf(withheld) })) ?? [],
  more: me?.disclosures?.next ? `/looked?${new URLSearchParams({ after: me.disclosures.next }).toString()}` : undefined,
});
