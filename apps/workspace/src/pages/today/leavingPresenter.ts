import type { SharingEntry } from '@thegither/vocabulary';
import type { LeavingPrisonQuery } from '../../generated/operations.ts';
import { daysAfter, scottishDay } from '../caseload/days.ts';
import { namedAs } from '../caseload/namedAs.ts';
import { isDown, statesIn } from '../caseload/statesIn.ts';
import { dayFrom } from './dayFrom.ts';

/** Six weeks. */
const LEAVING_DAYS = 42;

/** Somebody who leaves prison soon. */
export interface Leaving {
  readonly person: string;
  readonly href: string;
  readonly name: string;
  readonly when: string;
}

/** What the page says: only of those who share it, or whose plan is the reader's own agency's. */
export interface LeavingPage {
  readonly leaving: readonly Leaving[];
  readonly isDown: boolean;
  readonly on: string | undefined;
}

/** Who leaves prison from today to six weeks on, by the day. `now`: milliseconds since 1970. */
export function presentLeaving({ caseload }: LeavingPrisonQuery, sharing: readonly SharingEntry[], now: number): LeavingPage {
  const today = scottishDay(now), last = daysAfter(today, LEAVING_DAYS), stateOf = statesIn(sharing);
  const leaving = caseload.edges.flatMap(({ person }) => {
    // Plans of two agencies may say the same day, or one of them an old one: the next day counts.
    const on = person?.liberationPlans?.flatMap(({ leavesOn }) => (leavesOn && leavesOn >= today && leavesOn <= last ? leavesOn : [])).toSorted()[0];
    return person && on !== undefined ? [{ on, person: person.id, href: `/people/${person.id}`, name: namedAs(person, stateOf), when: dayFrom(today, on) }] : [];
  });
  const { hasNextPage, endCursor } = caseload.pageInfo;
  return {
    leaving: leaving.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on))), isDown: isDown(sharing, 'CONVICTIONS'),
    on: hasNextPage && endCursor !== null ? `/today/leaving-prison?after=${encodeURIComponent(endCursor)}` : undefined,
  };
}
