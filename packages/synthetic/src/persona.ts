import type { Instant, Recipient } from '@thegither/consent';
import type { Purpose, SpineId } from '@thegither/vocabulary';
import type { Story } from './story/story.ts';

/** Who supports the person, from when to when. */
export interface AssignmentStory {
  /** Stable within the person: a seed can make its own id from it. */
  readonly key: string;
  readonly recipient: Recipient;
  readonly purposes: readonly Purpose[];
  readonly from: Instant;
  /** Exclusive end; null while it has none. */
  readonly to: Instant | null;
  readonly confirmed: boolean;
}

/** What the person agreed to share. */
export interface GrantStory {
  readonly key: string;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** Names of categories. */
  readonly categories: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/** Somebody whom the person keeps out. */
export interface ExclusionStory {
  readonly key: string;
  readonly recipient: Recipient;
  readonly from: Instant;
}

/** What the ledger knows of one person. */
export interface SharingStory {
  readonly assignments: readonly AssignmentStory[];
  readonly grants: readonly GrantStory[];
  readonly exclusions: readonly ExclusionStory[];
  /** When the person said "stop all sharing"; null if they did not. It comes after their grants. */
  readonly stoppedAll: Instant | null;
}

/** An unreal person, as every room knows them. */
export interface Somebody {
  readonly spine: SpineId;
  /** Every room's records on a day (YYYY-MM-DD). */
  readonly story: (today: string) => Story;
}

/** An unreal person with a name and a story: what the ledger knows of them, and what each room holds. */
export interface Persona extends Somebody {
  /** Their name in lower case, by which tests and commands call them. */
  readonly key: string;
  readonly name: string;
  /** Assignments, grants, exclusions and stop, as they stand at an instant (milliseconds since 1970). */
  readonly sharing: (at: Instant) => SharingStory;
}
