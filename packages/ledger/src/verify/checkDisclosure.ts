import { covers } from '@thegither/consent';
import type { DisclosedMasks, SealedTo } from '../seal/seals.ts';
import type { Finding } from './finding.ts';
import { checkAuthority } from './checkAuthority.ts';
import type { AuthorityStood, GrantStood, OpeningStood } from './replaySteps.ts';

/** What of a disclosure is checked. */
export interface DisclosureRow extends SealedTo {
  readonly after_position: string;
  /** Milliseconds since 1970, with fractions. */
  readonly at: number;
  readonly sealed: Buffer;
  readonly grants: readonly string[] | null;
  readonly openings: readonly string[] | null;
  readonly authority: string | null;
  readonly worker: string | null;
  readonly agency: string | null;
  readonly purpose: string | null;
}

/** The person's history, as disclosures stand in it. */
export interface Place {
  readonly events: readonly { readonly position: number; readonly at: number }[];
  /** Undefined where the events cannot be followed to their end: then nothing can be said about grants, and that is found already. */
  readonly grants: ReadonlyMap<string, readonly GrantStood[]> | undefined;
  /** As `grants`. */
  readonly openings: ReadonlyMap<string, readonly OpeningStood[]> | undefined;
  /** As `grants`. */
  readonly authorities: ReadonlyMap<string, readonly AuthorityStood[]> | undefined;
  /** When each grant was first cited, by its id; filled while disclosures are checked in the order of their time. */
  readonly firstUses: Map<string, number>;
}

/** So far may the database's clock have been set, or have been another machine's, between two rows. What is promised goes by positions and by the grant's own time, and never leans on this. */
const CLOCK_SET_MS = 1_000;

const HOLDS: ReadonlySet<string> = new Set(['ACTIVE', 'RECORDED_UNCONFIRMED']);

/** So long a worker's word for it holds. Said here again, and not taken from the rule that is checked. */
const UNCONFIRMED_MS = 14 * 24 * 60 * 60 * 1000;

/** So long one meeting lasts, from the first disclosure that cites the grant for it. Said here again, likewise. */
const ONE_MEETING_MS = 2 * 60 * 60 * 1000;

/**
 * The promise: no disclosure cites a grant after the event that ended it or outside its time, nor one that was never this
 * person's; the same of an opening, which is cited for the worker who made it and to keep safe alone. A disclosure stands after the event of its position and before the next, in order and in time, and
 * releases nothing that was not asked. `says` is what it says, undefined where that cannot be opened.
 */
export function checkDisclosure(disclosure: DisclosureRow, says: DisclosedMasks | undefined, place: Place): Finding[] {
  const position = Number(disclosure.after_position);
  const checks: Finding['check'][] = [
    ...checkPlace(position, disclosure.at, place.events),
    ...(place.grants ? (disclosure.grants ?? []).flatMap((id) => checkGrant(place.grants?.get(id), position, disclosure.at, firstUseOf(place, id, disclosure.at))) : []),
    ...(place.openings ? (disclosure.openings ?? []).flatMap((id) => checkOpening(place.openings?.get(id), position, disclosure)) : []),
    ...(place.authorities && disclosure.authority !== null ? checkAuthority(place.authorities.get(disclosure.authority), { position, at: disclosure.at, worker: disclosure.worker, released: says?.released }) : []),
    ...(says === undefined ? ['SEAL' as const] : []),
    ...(says && !covers(says.asked, says.released) ? ['MORE_THAN_ASKED' as const] : []),
  ];
  return checks.map((check) => ({ check, disclosure: disclosure.id }));
}

function checkPlace(position: number, at: number, events: Place['events']): Finding['check'][] {
  const index = position === 0 ? -1 : events.findIndex((event) => event.position === position);
  if (position !== 0 && index < 0) return ['NO_SUCH_EVENT'];
  const from = index < 0 ? -Infinity : events[index]!.at - CLOCK_SET_MS;
  const next = events[index + 1];
  const to = next ? next.at + CLOCK_SET_MS : Infinity;
  return from <= at && at <= to ? [] : ['OUT_OF_TIME'];
}

function firstUseOf({ firstUses }: Place, grant: string, at: number): number {
  const first = firstUses.get(grant) ?? at;
  firstUses.set(grant, first);
  return first;
}

function checkGrant(stood: readonly GrantStood[] | undefined, position: number, at: number, firstUse: number): Finding['check'][] {
  if (!stood) return ['NO_SUCH_GRANT'];
  const row = stood.findLast(({ since }) => since <= position)?.row;
  if (!row) return ['GRANT_TOO_EARLY'];
  if (!HOLDS.has(row.state)) return ['GRANT_ENDED'];
  const from = Date.parse(row.accessFrom);
  const to = Math.min(
    Date.parse(row.accessTo), row.state === 'ACTIVE' ? Infinity : from + UNCONFIRMED_MS, row.purpose === 'ONE_MEETING' ? firstUse + ONE_MEETING_MS : Infinity,
  );
  return from <= at && at < to ? [] : ['GRANT_OUT_OF_TIME'];
}

function checkOpening(stood: readonly OpeningStood[] | undefined, position: number, { at, worker, agency, purpose }: DisclosureRow): Finding['check'][] {
  if (!stood) return ['NO_SUCH_OPENING'];
  const row = stood.findLast(({ since }) => since <= position)?.row;
  if (!row) return ['OPENING_TOO_EARLY'];
  return [
    ...(row.worker === worker && row.agency === agency && purpose === 'KEEP_SAFE' ? [] : ['OPENING_OF_ANOTHER' as const]),
    ...(Date.parse(row.accessFrom) <= at && at < Date.parse(row.accessTo) ? [] : ['OPENING_OUT_OF_TIME' as const]),
  ];
}
