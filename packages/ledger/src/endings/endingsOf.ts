import { NOTHING, closesAt, intersection, overlaps, union, without, type Grant, type Instant, type Mask, type Refusal } from '@thegither/consent';
import { isWithin, type Place } from '../events/places.ts';

/** Something that stands to or against a recipient; `place` is undefined where that recipient is no more. */
interface At {
  readonly place: Place | undefined;
}

/** A grant, and when an event ended it. */
export type EndingGrant = Grant & At & { readonly endedAt: Instant | null };

/** What closes, and since when. */
interface Since {
  readonly since: Instant;
}

/** Something that was told by a grant. */
export interface ToldBy {
  readonly grant: string;
  readonly agency: string;
  readonly worker: string;
  readonly at: Instant;
  /** Is it, or was it, held back from the person? Of such looks there are notices of their own, so that the others read as if these were not there. */
  readonly heldBack: boolean;
  /** What was released and was not the agency's own. */
  readonly categories: Mask;
}

/** A notice that was made before. */
export interface Noticed {
  readonly grant: string;
  readonly agency: string;
  readonly heldBack: boolean;
  readonly categories: Mask;
  readonly noticedAt: Instant;
}

/** All that one person's notices follow from. */
export interface Sharing {
  readonly at: Instant;
  readonly grants: readonly EndingGrant[];
  readonly refusals: readonly (Pick<Refusal, 'purpose' | 'categories'> & At & Since)[];
  readonly exclusions: readonly (At & Since)[];
  readonly hold: Since | null;
  readonly told: readonly ToldBy[];
  readonly noticed: readonly Noticed[];
}

/** An agency to be told that sharing with it ended. */
export interface NewNotice {
  readonly grant: string;
  readonly agency: string;
  /** Whom of it was told, in order. */
  readonly workers: readonly string[];
  /** What was told and is shared no more. */
  readonly categories: Mask;
  /** Is it about looks that are or were held back from the person? */
  readonly heldBack: boolean;
  readonly endedAt: Instant;
}

const OPEN: readonly Grant['state'][] = ['ACTIVE', 'PAUSED', 'RECORDED_UNCONFIRMED'];

const endOf = (grant: EndingGrant, at: Instant): Instant | undefined => {
  if (grant.endedAt !== null) return grant.endedAt;
  const closes = closesAt(grant);
  return OPEN.includes(grant.state) && at < closes ? undefined : closes;
};

/** Does whatever stands at `whole` stand for everybody whom the grant meant? */
const meansAllOf = (grant: EndingGrant, { place: whole }: At): boolean => grant.place !== undefined && whole !== undefined && isWithin(grant.place, whole);

/**
 * Which agencies are to be told that something ended: whoever was told something by a grant, as far as no grant for the
 * same purpose, to the same recipient or all of whom it is part, still shares it with them. A grant ends by an event or
 * by the clock; a refusal, an exclusion or a stop of everything that stands ends it for whom it means wholly. A pause
 * ends nothing. What an earlier notice was about is not said again unless it was told again since. Pure.
 */
export function endingsOf(sharing: Sharing): NewNotice[] {
  return sharing.grants.flatMap((grant) => {
    const told = toldSince(sharing, grant);
    return agenciesIn(told).flatMap(({ agency, heldBack }) => {
      const theirs = told.filter((one) => one.agency === agency && one.heldBack === heldBack);
      const gone = without(theirs.reduce((all, { categories }) => union(all, categories), NOTHING), stillShared(sharing, grant));
      if (gone === NOTHING) return [];
      const workers = [...new Set(theirs.filter(({ categories }) => overlaps(categories, gone)).map(({ worker }) => worker))].toSorted();
      return [{ grant: grant.id, agency, heldBack, workers, categories: gone, endedAt: endedAt(sharing, grant, gone) }];
    });
  });
}

const agenciesIn = (told: readonly ToldBy[]): Pick<ToldBy, 'agency' | 'heldBack'>[] =>
  [...new Set(told.map(({ agency }) => agency))].toSorted().flatMap((agency) => [{ agency, heldBack: false }, { agency, heldBack: true }]);

/** What was told by this grant, but for what a notice was made about after it was told. */
function toldSince({ told, noticed }: Sharing, grant: EndingGrant): ToldBy[] {
  return told.filter((one) => one.grant === grant.id).flatMap((one) => {
    const known = noticed.filter((notice) => notice.grant === grant.id && notice.agency === one.agency && notice.heldBack === one.heldBack && Math.floor(one.at) <= notice.noticedAt);
    const categories = known.reduce((left, notice) => without(left, notice.categories), intersection(one.categories, grant.categories));
    return categories === NOTHING ? [] : [{ ...one, categories }];
  });
}

const sameFor = ({ grants }: Sharing, grant: EndingGrant): EndingGrant[] => grants.filter((other) => other === grant || (other.purpose === grant.purpose && meansAllOf(grant, other)));

const against = ({ refusals }: Sharing, grant: EndingGrant) => refusals.filter((refusal) => (refusal.purpose === null || refusal.purpose === grant.purpose) && meansAllOf(grant, refusal));

function stillShared(sharing: Sharing, grant: EndingGrant): Mask {
  if (sharing.hold !== null || sharing.exclusions.some((exclusion) => meansAllOf(grant, exclusion))) return NOTHING;
  const open = sameFor(sharing, grant).filter((other) => endOf(other, sharing.at) === undefined).reduce((all, { categories }) => union(all, categories), NOTHING);
  return against(sharing, grant).reduce((left, { categories }) => without(left, categories), open);
}

/** When the first thing that closed it did, or else when the last grant that shared it ended. */
function endedAt(sharing: Sharing, grant: EndingGrant, gone: Mask): Instant {
  const closings = [
    ...(sharing.hold ? [sharing.hold] : []), ...sharing.exclusions.filter((exclusion) => meansAllOf(grant, exclusion)),
    ...against(sharing, grant).filter(({ categories }) => overlaps(categories, gone)),
  ].map(({ since }) => since);
  const ends = sameFor(sharing, grant).filter(({ categories }) => overlaps(categories, gone)).map((other) => endOf(other, sharing.at) ?? Infinity);
  return Math.min(sharing.at, ...closings, Math.max(...ends));
}
