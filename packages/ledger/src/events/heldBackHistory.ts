import type { Act } from './record.ts';

/**
 * The name of the history on which it stands what is held back from a person: beside theirs and not on it, so that no
 * position, hash or count that they may read ever shows that there is something. No person's id has a space.
 */
export const heldBackHistory = (person: string): string => `held back ${person}`;

/** The same act, upon that history. */
export const besideTheirs = (act: Act): Act => ({ actor: act.actor, key: act.key, person: heldBackHistory(act.person) });
