import type { PermitReason, Purpose } from '@thegither/vocabulary';
import { type Mask, NOTHING, intersection, maskOf, without } from './mask.ts';

const NAME_AND_CONTACT = maskOf('NAME_AND_CONTACT');

/** What the record of a disclosure says of how it came to be. */
export interface Told {
  /** Did the person look at their own? */
  readonly bySelf: boolean;
  readonly purpose: Purpose | null;
  readonly released: Mask;
  /** What of it was open from the agency's own rows alone. */
  readonly releasedOwn: Mask;
}

/**
 * By which reason each released category was open, from the record alone: the reasons of the decision that released it,
 * whatever the person has chosen since. They part what was released.
 */
export function openedBy({ bySelf, purpose, released, releasedOwn }: Told): { readonly reason: PermitReason; readonly categories: Mask }[] {
  const own = intersection(released, releasedOwn), granted = without(released, own);
  const parts: { readonly reason: PermitReason; readonly categories: Mask }[] = bySelf || purpose === 'AUDIT'
    ? [{ reason: bySelf ? 'SELF' : 'OVERSIGHT', categories: granted }]
    : [{ reason: 'ASSIGNED', categories: intersection(granted, NAME_AND_CONTACT) }, { reason: 'AGREED', categories: without(granted, NAME_AND_CONTACT) }];
  return [...parts, { reason: 'OWN_RECORD' as const, categories: own }].filter(({ categories }) => categories !== NOTHING);
}
