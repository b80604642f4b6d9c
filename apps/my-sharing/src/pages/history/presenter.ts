import { momentOf } from '@thegither/pages';
import { pageWords, type PageLanguage } from '@thegither/words';
import type { HistoryQuery } from '../../generated/operations.ts';
import { happenedIn } from './happenedIn.ts';

/** One thing that was said or done: when, and what in one sentence or two. */
export interface Happening {
  readonly when: string;
  readonly what: string;
}

/** Everything that was said and done about sharing, newest first. What is to come has not happened. `now` in milliseconds since 1970. */
export const presentHistory = ({ me }: HistoryQuery, language: PageLanguage, now: number): Happening[] => (me ? happenedIn(me, pageWords(language).mySharing) : [])
  .filter(({ at }) => Date.parse(at) <= now)
  .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  .map(({ at, what }) => ({ when: momentOf(at), what }));
