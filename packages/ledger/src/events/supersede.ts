import { intersection, maskOf, namesIn, overlaps, without, NOTHING, type Grant, type Mask, type Recipient, type Refusal } from '@thegither/consent';
import { GRANTABLE_PURPOSES, type Purpose } from '@thegither/vocabulary';
import type { GivenGrant, StandingRefusal, Supersession } from './event.ts';
import { isWithin, touches, type Place } from './places.ts';
import { termsOf } from './terms.ts';

/** What the person agrees to now, and what stood before, each with where its recipient stands (undefined: nobody). */
export interface Overlap {
  readonly place: Place;
  readonly purpose: Purpose;
  readonly categories: readonly string[];
  readonly refusals: readonly { readonly refusal: Refusal; readonly place: Place | undefined }[];
  readonly grants: readonly { readonly grant: Grant; readonly place: Place | undefined }[];
  /** Makes the id of a row. */
  readonly newId: () => string;
}

const OPEN: ReadonlySet<Grant['state']> = new Set(['ACTIVE', 'PAUSED', 'RECORDED_UNCONFIRMED']);

/**
 * The person changes their mind, for exactly what they now agree to. A refusal that overlaps it in recipient, purpose and
 * categories ends by name. What of it was about other categories or other purposes stays refused.
 *
 * Older grants that the refusal had beaten do not come back with its end: they are narrowed by name, so that what holds
 * is what the person says now, with its own dates and sources. A refusal to a whole agency or team so ends for the one
 * worker agreed to, and for the others nothing opens; where an older grant reached beyond that refusal, less is shared
 * than was once agreed, never more. One older grant stays whole: where a refusal to a part of its recipient ends, for
 * everybody else in it was never refused.
 */
export function supersede(overlap: Overlap): Supersession {
  const { place, purpose, newId } = overlap;
  const wanted = maskOf(...overlap.categories);
  const met = overlap.refusals.filter(({ refusal, place: at }) =>
    at !== undefined && touches(at, place) && (refusal.purpose === null || refusal.purpose === purpose) && overlaps(refusal.categories, wanted));
  return {
    refusals: met.map(({ refusal }) => refusal.id),
    stillRefused: met.flatMap(({ refusal }) => stillRefused(refusal, purpose, wanted, newId)),
    narrowed: narrowed(overlap, met.map(({ refusal, place: at }) => ({ categories: intersection(refusal.categories, wanted), place: at! }))),
  };
}

function stillRefused(refusal: Refusal, purpose: Purpose, wanted: Mask, newId: () => string): StandingRefusal[] {
  const refused = (recipient: Recipient, about: Purpose | null, categories: Mask): StandingRefusal[] =>
    categories === NOTHING ? [] : [{ id: newId(), recipient, purpose: about, categories: namesIn(categories) }];
  const others = refusal.purpose === null ? GRANTABLE_PURPOSES.filter((other) => other !== purpose) : [];
  return [
    ...refused(refusal.recipient, refusal.purpose, without(refusal.categories, wanted)),
    ...others.flatMap((other) => refused(refusal.recipient, other, intersection(refusal.categories, wanted))),
  ];
}

function narrowed({ place, purpose, grants, newId }: Overlap, lifted: readonly { readonly categories: Mask; readonly place: Place }[]): Supersession['narrowed'] {
  return grants.flatMap(({ grant, place: at }) => {
    if (!at || grant.purpose !== purpose || !OPEN.has(grant.state)) return [];
    const back = lifted.filter((refusal) =>
      touches(refusal.place, at) && overlaps(refusal.categories, grant.categories) && (!isWithin(refusal.place, place) || isWithin(at, place)));
    if (back.length === 0) return [];
    const rest = back.reduce((left, refusal) => without(left, refusal.categories), grant.categories);
    return [{ grant: grant.id, instead: rest === NOTHING || grant.state !== 'ACTIVE' ? null : restOf(grant, rest, newId()) }];
  });
}

const restOf = (grant: Grant, rest: Mask, id: string): GivenGrant => ({
  id, recipient: grant.recipient, purpose: grant.purpose, categories: namesIn(rest), sources: grant.sources, ...termsOf(grant),
  from: new Date(grant.from).toISOString(), to: new Date(grant.to).toISOString(), basis: 'PUBLIC_TASK', control: 'AGREEMENT',
});
