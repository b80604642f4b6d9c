import { fill, pageWords, words, type PageLanguage } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { AgreementFragment, SharingQuery } from '../../generated/operations.ts';
import { dayOf, momentOf } from '../../moments.ts';
import { topicsOf } from '../../topics.ts';

/** One thing that the person said yes to. */
export interface Agreement {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly topics: readonly string[];
  readonly until: string;
  /** What is to be known of how it stands; undefined where it simply holds. */
  readonly note: string | undefined;
  readonly isPaused: boolean;
}

/** What the page says. */
export interface SharingPage {
  /** Since when everything is stopped. */
  readonly held: string | undefined;
  readonly standing: readonly Agreement[];
  readonly over: readonly Agreement[];
}

const STANDING: readonly AgreementFragment['state'][] = ['ACTIVE', 'PAUSED', 'RECORDED_UNCONFIRMED'];

/** Puts what the gateway said into words. */
export function presentSharing({ me }: SharingQuery, language: PageLanguage): SharingPage {
  const say = pageWords(language).mySharing.sharing;
  const noteOf = (state: AgreementFragment['state']): string | undefined => {
    if (state === 'ACTIVE') return undefined;
    if (state === 'PAUSED') return say.paused;
    return state === 'RECORDED_UNCONFIRMED' ? say.unconfirmed : say.states[state];
  };
  const present = ({ id, recipient, purpose, categories, to, state }: AgreementFragment): Agreement => ({
    id, name: nameOf(recipient, say), why: words('en').purposes[purpose].plain, topics: topicsOf(categories).map(({ plain }) => plain),
    until: dayOf(to), note: noteOf(state), isPaused: state === 'PAUSED',
  });
  const grants = me?.grants ?? [];
  return {
    held: me?.hold ? fill(say.held, { time: momentOf(me.hold.since) }) : undefined,
    standing: grants.filter(({ state }) => STANDING.includes(state)).map(present),
    over: grants.filter(({ state }) => !STANDING.includes(state)).map(present),
  };
}
