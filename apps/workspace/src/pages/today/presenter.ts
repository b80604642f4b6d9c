import { dayOf } from '@thegither/pages';
import type { SharingEntry } from '@thegither/vocabulary';
import { fill, workspaceWords } from '@thegither/words';
import type { TodayQuery } from '../../generated/operations.ts';
import { DUE_DAYS, reviewStands } from '../caseload/arrange.ts';
import { clockOf, daysAfter, scottishDay } from '../caseload/days.ts';
import { namedAs } from '../caseload/namedAs.ts';
import { isDown, statesIn } from '../caseload/statesIn.ts';
import { dayFrom } from './dayFrom.ts';

const say = workspaceWords.today;

/** For how long a request that was answered or closed is still told of, from when it was asked. */
const LATELY_DAYS = 28;

/** One thing of one person: when, who and what. */
export interface Entry {
  readonly person: string;
  readonly href: string;
  readonly name: string;
  readonly when: string;
  readonly what: string;
}

/** One part of the page. */
export interface Part {
  readonly key: 'appointments' | 'reviews' | 'waiting' | 'answered' | 'ending';
  readonly entries: readonly Entry[];
  /** Did a service not answer that holds some of it? */
  readonly isDown: boolean;
}

/** What the page says. */
export interface TodayPage {
  readonly day: string;
  readonly parts: readonly Part[];
  readonly hasNobody: boolean;
  /** Said when the worker supports more people than one page is about; undefined when it is about everybody. */
  readonly partOf: string | undefined;
  /** The way to the next two hundred people; undefined when there are no more. */
  readonly on: string | undefined;
  /** The way back to the first two hundred; undefined on their page. */
  readonly back: string | undefined;
}

type Edge = TodayQuery['caseload']['edges'][number];
type Person = NonNullable<Edge['person']>;

/** An entry that knows what it is sorted by. */
interface Dated extends Entry {
  readonly at: string;
}

/** What a caseload asks of its worker today, and in the next fourteen days. `after`: where the page before ended, null on the first; `now`: milliseconds since 1970. */
export function presentToday({ caseload }: TodayQuery, sharing: readonly SharingEntry[], { after, now }: { readonly after: string | null; readonly now: number }): TodayPage {
  const today = scottishDay(now), stateOf = statesIn(sharing);
  const edges = caseload.edges.flatMap(({ person, ...edge }) => (person ? [{ ...edge, person }] : []));
  const of = (things: (edge: typeof edges[number]) => readonly { readonly at: string; readonly when: string; readonly what: string }[]): Dated[] =>
    edges.flatMap((edge) => things(edge).map((thing) => ({ ...thing, person: edge.person.id, href: `/people/${edge.person.id}`, name: namedAs(edge.person, stateOf) })));
  const down = (...categories: string[]): boolean => categories.some((category) => isDown(sharing, category));
  const { hasNextPage, endCursor } = caseload.pageInfo;
  return {
    day: dayOf(today), hasNobody: edges.length === 0,
    partOf: hasNextPage || after !== null ? fill(say.part, { count: String(edges.length) }) : undefined,
    parts: [
      { key: 'appointments', entries: earliestFirst(of(({ person }) => appointmentsOf(person, today))), isDown: down('SUPPORT_RECEIVED', 'HEALTH_APPOINTMENTS') },
      { key: 'reviews', entries: earliestFirst(of(({ person }) => reviewOf(person, today))), isDown: down('ACTION_PLAN') },
      { key: 'waiting', entries: earliestFirst(of(({ person }) => waitingOf(person))), isDown: down('NAME_AND_CONTACT') },
      { key: 'answered', entries: earliestFirst(of(({ person }) => answeredOf(person, today))).toReversed(), isDown: down('NAME_AND_CONTACT') },
      { key: 'ending', entries: earliestFirst(of(({ ending, endsAt }) => endingOf(ending, endsAt))), isDown: false },
    ],
    on: hasNextPage && endCursor !== null ? `/?after=${encodeURIComponent(endCursor)}` : undefined,
    back: after === null ? undefined : '/',
  };
}

const earliestFirst = (entries: readonly Dated[]): Dated[] => entries.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));

/** Talks that were agreed and health appointments, from today to two weeks on. What an appointment is for is on the person's own page. */
function appointmentsOf({ supportContacts, healthAppointments }: Person, today: string) {
  const last = daysAfter(today, DUE_DAYS);
  const isSoon = (day: string): boolean => day >= today && day <= last;
  const steps = (supportContacts ?? []).flatMap(({ nextOn, nextStep }) =>
    (nextOn && isSoon(nextOn) ? [{ at: nextOn, when: dayFrom(today, nextOn), what: nextStep ?? say.nextStep }] : []));
  const health = (healthAppointments ?? []).flatMap(({ at }) => {
    if (!at || !isSoon(scottishDay(at))) return [];
    const day = scottishDay(at), time = clockOf(at);
    return [{ at: `${day} ${time}`, when: fill(say.dayAndTime, { day: dayFrom(today, day), time }), what: say.healthAppointment }];
  });
  return [...steps, ...health];
}

function reviewOf({ actionPlan }: Person, today: string) {
  const on = actionPlan?.reviewOn ?? undefined, stands = reviewStands(on, today);
  return on === undefined || stands === undefined ? [] : [{ at: on, when: dayFrom(today, on), what: say.reviews[stands] }];
}

const waitingOf = ({ asked }: Person) => (asked ?? []).filter(({ state }) => state === 'OPEN')
  .map(({ since, categories }) => ({ at: since, when: dayOf(since), what: topics(say.asked, say.askedOne, categories.length) }));

/** Of the requests of the last four weeks: a yes, to all or to a part, or nobody waits any more. Why not is nobody's to know but the person's. */
function answeredOf({ asked }: Person, today: string) {
  const first = daysAfter(today, -LATELY_DAYS);
  return (asked ?? []).filter(({ state, since }) => state !== 'OPEN' && scottishDay(since) >= first).map(({ state, since, categories, agreed }) => ({
    at: since, when: dayOf(since),
    what: state === 'AGREED' ? fill(say.agreed, { agreed: String(agreed?.length ?? 0), asked: String(categories.length) }) : say.closed,
  }));
}

const endingOf = (ending: Edge['ending'], endsAt: string | null) =>
  (ending === null || endsAt === null ? [] : [{ at: new Date(endsAt).toISOString(), when: dayOf(endsAt), what: say.endings[ending] }]);

const topics = (many: string, one: string, count: number): string => (count === 1 ? one : fill(many, { count: String(count) }));
