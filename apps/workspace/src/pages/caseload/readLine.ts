import type { SharingState } from '@thegither/vocabulary';
import type { CaseloadQuery } from '../../generated/operations.ts';
import { scottishDay } from './days.ts';
import { namedAs } from './namedAs.ts';
import { isOpen, type StateOf } from './statesIn.ts';

type Edge = CaseloadQuery['caseload']['edges'][number];
type Person = NonNullable<Edge['person']>;

/** What comes next for somebody. */
export interface Next {
  readonly kind: 'REVIEW' | 'STEP' | 'HEALTH';
  /** YYYY-MM-DD. Only a review's can be over. */
  readonly on: string;
}

/** One person of the caseload, as far as the reader sees them: what the list is sorted, filtered and written by. */
export interface Line {
  readonly id: string;
  /** Undefined where it is not known: such a line comes last. */
  readonly knownAs: string | undefined;
  readonly called: string;
  readonly stage: { readonly number: number; readonly label: string } | undefined;
  readonly reviewOn: string | undefined;
  readonly next: Next | undefined;
  /** Until when they are supported, as an ISO date-time; undefined while there is no end. */
  readonly endsAt: string | undefined;
  /** Topics that they share; those of which the reader's own agency holds a part; and those that they could share. Undefined where nobody could say. */
  readonly topics: { readonly shared: number; readonly own: number; readonly all: number; readonly beyondName: boolean } | undefined;
  readonly isWaiting: boolean;
  /** Undefined where they were not asked for, or are not shared. */
  readonly needs: readonly { readonly code: string; readonly label: string }[] | undefined;
  readonly areas: readonly string[] | undefined;
  readonly stateOf: (category: string) => SharingState;
}

/** The name and how to reach them: whoever supports somebody has that by supporting them. */
const WITHOUT_AGREEMENT = 'NAME_AND_CONTACT';

/** No agreement of a person opens these to this reader, so they are no topic that could be shared. */
const NEVER: ReadonlySet<SharingState> = new Set<SharingState>(['ROLE_LIMIT', 'OUTSIDE_AGREEMENT', 'NO_PURPOSE']);

/** Reads one line. An assignment that has just ended is none: it has nobody. */
export function readLine({ person, endsAt }: Edge, stateOf: StateOf, today: string): Line | undefined {
  if (!person) return undefined;
  const spell = person.participations?.find(({ endedOn }) => endedOn === null);
  const topic = (category: string): SharingState => stateOf(person.id, category);
  return {
    id: person.id, knownAs: person.name?.knownAs ?? undefined, called: namedAs(person, stateOf),
    stage: spell?.stage ? { number: spell.stage, label: spell.stageLabel ?? '' } : undefined,
    reviewOn: person.actionPlan?.reviewOn ?? undefined, next: nextOf(person, today), endsAt: endsAt ?? undefined,
    topics: topicsIn(person), isWaiting: person.asked?.some(({ state }) => state === 'OPEN') ?? false,
    needs: isOpen(topic('BARRIERS')) ? person.barriers ?? undefined : undefined,
    areas: isOpen(topic('WHERE_I_LIVE')) ? person.housingSituations?.flatMap(({ area }) => area ?? []) : undefined,
    stateOf: topic,
  };
}

/** The earliest: a review, whether it is over or not; of talks and of appointments those from today on. */
function nextOf({ actionPlan, supportContacts, healthAppointments }: Person, today: string): Next | undefined {
  const steps = supportContacts?.flatMap(({ nextOn }) => nextOn ?? []) ?? [];
  const health = healthAppointments?.flatMap(({ at }) => (at ? scottishDay(at) : [])) ?? [];
  const all: Next[] = [
    ...(actionPlan?.reviewOn ? [{ kind: 'REVIEW' as const, on: actionPlan.reviewOn }] : []),
    ...steps.filter((on) => on >= today).map((on) => ({ kind: 'STEP' as const, on })),
    ...health.filter((on) => on >= today).map((on) => ({ kind: 'HEALTH' as const, on })),
  ];
  return all.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))[0];
}

function topicsIn({ sharing }: Person): Line['topics'] {
  if (!sharing) return undefined;
  const shared = sharing.filter(({ state }) => state === 'SHARED');
  return {
    shared: shared.length, own: sharing.filter(({ state }) => state === 'SHARED_OWN_ONLY').length, all: sharing.filter(({ state }) => !NEVER.has(state)).length,
    beyondName: shared.some(({ category }) => category !== WITHOUT_AGREEMENT),
  };
}
