import type { PermitReason, Purpose } from '@thegither/vocabulary';
import type { Opening } from './facts.ts';
import { type Mask, NOTHING, intersection, maskOf, without } from './mask.ts';
import { togetherFor } from './openings.ts';

const NAME_AND_CONTACT = maskOf('NAME_AND_CONTACT');

/** What the record of a disclosure says of how it came to be. */
export interface Told {
  /** Did a person look: at their own, or for another? */
  readonly bySelf: boolean;
  /** Did somebody look who acts for the person? */
  readonly byAuthority?: boolean;
  readonly purpose: Purpose | null;
  readonly released: Mask;
  /** What of it was open from the agency's own rows alone. */
  readonly releasedOwn: Mask;
  /** The openings that it cites. */
  readonly openings?: readonly Pick<Opening, 'reason' | 'categories'>[];
}

/**
 * By which reason each released category was open, from the record alone: the reasons of the decision that released it,
 * whatever the person has chosen since. They part what was released.
 */
export function openedBy({ bySelf, byAuthority = false, purpose, released, releasedOwn, openings = [] }: Told): { readonly reason: PermitReason; readonly categories: Mask }[] {
  const own = intersection(released, releasedOwn), granted = without(released, own);
  if (byAuthority) return granted === NOTHING ? [] : [{ reason: 'REPRESENTATIVE', categories: granted }];
  if (purpose === 'KEEP_SAFE') return byOpenings(released, openings);
  const parts: { readonly reason: PermitReason; readonly categories: Mask }[] = bySelf || purpose === 'AUDIT'
    ? [{ reason: bySelf ? 'SELF' : 'OVERSIGHT', categories: granted }]
    : [{ reason: 'ASSIGNED', categories: intersection(granted, NAME_AND_CONTACT) }, { reason: 'AGREED', categories: without(granted, NAME_AND_CONTACT) }];
  return [...parts, { reason: 'OWN_RECORD' as const, categories: own }].filter(({ categories }) => categories !== NOTHING);
}

/** By a law first, as the decision says it. What no opening that is cited covers is put down to the emergency: it is never made to look like less. */
function byOpenings(released: Mask, openings: readonly Pick<Opening, 'reason' | 'categories'>[]): { readonly reason: PermitReason; readonly categories: Mask }[] {
  const { byLaw } = togetherFor(openings), law = intersection(released, byLaw);
  return [{ reason: 'STATUTORY' as const, categories: law }, { reason: 'BREAK_GLASS' as const, categories: without(released, law) }].filter(({ categories }) => categories !== NOTHING);
}
