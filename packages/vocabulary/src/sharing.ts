/** What an answer says of one category about one person. The last three do not depend on the person at all. */
export type SharingState = 'SHARED' | 'SHARED_OWN_ONLY' | 'NOT_SHARED' | 'UNAVAILABLE' | 'OUTSIDE_AGREEMENT' | 'ROLE_LIMIT' | 'NO_PURPOSE';

/** What the reader can do next: ask the person, wait for an open request, try again later, or nothing. */
export type Next = 'ASK' | 'WAIT' | 'RETRY' | 'NONE';

/** One entry of `extensions.sharing`: one for each person and category that the operation touched. */
export interface SharingEntry {
  /** The person's id, as this caller knows them. */
  readonly person: string;
  /** Name of the category. */
  readonly category: string;
  readonly state: SharingState;
  /** The domain that holds it. */
  readonly owner: string;
  readonly next: Next;
}

/** What to do next about a state. */
export const nextAfter = (state: SharingState): Next => (state === 'NOT_SHARED' ? 'ASK' : state === 'UNAVAILABLE' ? 'RETRY' : 'NONE');
