import { momentOf } from '@thegither/pages';
import { type PageLanguage, pageWords, topicsOf } from '@thegither/words';
import type { LookedQuery } from '../../generated/operations.ts';

/** One line of who looked. */
export interface Look {
  readonly when: string;
  readonly why: string;
  readonly shown: readonly string[];
  readonly notGiven: readonly string[];
  /** That the person asked about it already. */
  readonly challenged: string | undefined;
  /** Where the person says that they do not recognise it; undefined for their own looks and while one is being looked into. */
  readonly challengeAt: string | undefined;
}

/** What the page says. */
export interface LookedPage {
  readonly looks: readonly Look[];
  /** Where to read on. */
  readonly more: string | undefined;
}

const plainOf = (categories: readonly string[]): string[] => topicsOf(categories).map(({ plain }) => plain);

/** Puts what the gateway said into words: the sentence of why is the gateway's own. */
export const presentLooked = ({ me }: LookedQuery, language: PageLanguage): LookedPage => ({
  looks: me?.disclosures?.items?.map(({ id, at, worker, why, released, withheld, challenge }) => ({
    when: momentOf(at), why, shown: plainOf(released), notGiven: plainOf(withheld),
    challenged: challenge ? pageWords(language).mySharing.looked.states[challenge] : undefined, challengeAt: worker && challenge !== 'OPEN' ? `/looked/${id}/challenge` : undefined,
  })) ?? [],
  more: me?.disclosures?.next ? `/looked?${new URLSearchParams({ after: me.disclosures.next }).toString()}` : undefined,
});
