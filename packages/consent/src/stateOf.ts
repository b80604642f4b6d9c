import type { SharingState } from '@thegither/vocabulary';
import type { Ceiling } from './ceilingFor.ts';
import { type Mask, covers, overlaps, union } from './mask.ts';

/**
 * What an answer says of a field that needs these categories, all of them. The caller's own words come first: they
 * are the same whoever the person is. Whether a service answered is not known here, so it is never UNAVAILABLE.
 */
export function stateOf(needed: Mask, person: { readonly granted: Mask; readonly own: Mask }, words: Ceiling['words']): SharingState {
  if (overlaps(needed, words.NO_PURPOSE)) return 'NO_PURPOSE';
  if (overlaps(needed, words.OUTSIDE_AGREEMENT)) return 'OUTSIDE_AGREEMENT';
  if (overlaps(needed, words.ROLE_LIMIT)) return 'ROLE_LIMIT';
  if (covers(person.granted, needed)) return 'SHARED';
  return covers(union(person.granted, person.own), needed) ? 'SHARED_OWN_ONLY' : 'NOT_SHARED';
}
