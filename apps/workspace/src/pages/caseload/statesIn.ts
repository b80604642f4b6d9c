import type { SharingEntry, SharingState } from '@thegither/vocabulary';

/** How one topic of one person stands for the reader. */
export type StateOf = (person: string, category: string) => SharingState;

/** Reads how everything stands that an answer touched. What the answer says nothing of is not shared: the word that tells nothing. */
export function statesIn(sharing: readonly SharingEntry[]): StateOf {
  const states = new Map(sharing.map(({ person, category, state }) => [`${person} ${category}`, state]));
  return (person, category) => states.get(`${person} ${category}`) ?? 'NOT_SHARED';
}

/** Did the service that holds a topic not answer, of anybody? */
export const isDown = (sharing: readonly SharingEntry[], category: string): boolean =>
  sharing.some((entry) => entry.category === category && entry.state === 'UNAVAILABLE');

/** Is there something to read, of all or of what the reader's own agency holds? */
export const isOpen = (state: SharingState): boolean => state === 'SHARED' || state === 'SHARED_OWN_ONLY';
