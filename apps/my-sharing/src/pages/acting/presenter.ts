import { dayOf } from '@thegither/pages';
import { fill, pageWords, topicsOf, words, type PageLanguage } from '@thegither/words';
import type { ActingQuery, ForWhomQuery } from '../../generated/operations.ts';

/** Somebody who acts, acted or is to act for the person, or for whom the person acts. */
export interface Acts {
  /** The authority. */
  readonly id: string;
  readonly heading: string;
  readonly powers: readonly string[];
  readonly topics: readonly string[];
  readonly until: string;
  readonly state: string;
  readonly canEnd: boolean;
}

/** For whom the reader acts, and by which id they are addressed. */
export interface ActsFor extends Acts {
  readonly person: string;
}

/** What the page says. */
export interface ActingPage {
  readonly now: readonly Acts[];
  readonly over: readonly Acts[];
  readonly for: readonly ActsFor[];
}

/** Those whose name the reader may read: nobody is looked at for more than that. */
export const nameable = ({ representing }: ActingQuery): string[] =>
  [...new Set(representing.filter(({ powers, categories }) => powers.includes('READ') && categories.includes('NAME_AND_CONTACT')).map(({ person }) => person))];

/** Puts what the gateway said into words. Whoever acts has no name here: the house knows none that the person did not tell it. */
export function presentActing({ me, representing }: ActingQuery, people: ForWhomQuery['people'], language: PageLanguage): ActingPage {
  const say = pageWords(language).mySharing.acting;
  const shared = ({ powers, categories }: { readonly powers: readonly ('READ' | 'AGREE' | 'STOP')[]; readonly categories: readonly string[] }) =>
    ({ powers: powers.map((power) => say.powers[power]), topics: topicsOf(categories).map(({ plain }) => plain) });
  const acts: Acts[] = (me?.authorities ?? []).map((one) => ({
    ...shared(one), id: one.id, heading: fill(say.somebody, { kind: words('en').acting[one.kind] }), until: one.to ? dayOf(one.to) : say.noEnd, state: say.states[one.state],
    // What rests on a document of law is not the person's to end here.
    canEnd: one.kind === 'APPOINTED' && one.state !== 'ENDED',
  }));
  const isOver = (id: string): boolean => me?.authorities?.find((one) => one.id === id)?.state === 'ENDED';
  return {
    now: acts.filter(({ id }) => !isOver(id)), over: acts.filter(({ id }) => isOver(id)),
    for: representing.map((one) => ({
      ...shared(one), id: one.authority, person: one.person, heading: people.find((known) => known?.id === one.person)?.name?.knownAs ?? say.somebodyElse,
      until: one.until ? dayOf(one.until) : say.noEnd, state: say.kinds[one.kind], canEnd: true,
    })),
  };
}
