import { agencyNamed, dayOf, type Answer } from '@thegither/pages';
import { categoryNamed, HouseError, type SharingState } from '@thegither/vocabulary';
import { fill, topicsOf, words, workspaceWords } from '@thegither/words';
import type { TimelineOfQuery } from '../../generated/operations.ts';
import { namedAs } from '../caseload/namedAs.ts';
import { statesIn } from '../caseload/statesIn.ts';
import { roleName } from '../person/roleName.ts';
import { EVENTS, EVENT_TOPICS, type EventTopic } from './events.ts';
import type { TimelineQuestion } from './question.ts';

/** One thing that happened, as it is read. */
export interface Line {
  readonly day: string;
  readonly what: string;
  readonly by: string;
  readonly source: string;
  readonly topic: string;
}

/** What the page says. */
export interface TimelinePage {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Line[];
  /** What is to be known of each topic that is not, or not whole, among the lines. */
  readonly notes: readonly { readonly topic: string; readonly text: string }[];
  readonly topics: readonly { readonly value: EventTopic; readonly text: string }[];
  readonly place: string | undefined;
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** So many things stand on one page. */
export const PAGE = 50;

/** A service tells of the latest so many things in a topic, and of no more. */
const MOST = 200;

const OPEN: ReadonlySet<string> = new Set<SharingState>(['SHARED', 'SHARED_OWN_ONLY', 'UNAVAILABLE']);

interface Happened {
  readonly on: string;
  readonly title: string;
  readonly by?: string | null;
  readonly controller?: string | null;
}

const plainOf = (topic: EventTopic): string => topicsOf([topic])[0]!.plain;

/**
 * Puts what the gateway said into one list, newest first; things of one day by topic, each topic in its own order.
 * @throws HouseError UNKNOWN_PERSON for whom the reader does not know
 */
export function presentTimeline({ data: { person, agencies }, sharing }: Pick<Answer<TimelineOfQuery>, 'data' | 'sharing'>, question: TimelineQuestion): TimelinePage {
  if (!person) throw new HouseError('UNKNOWN_PERSON');
  const asked = question.topic === undefined ? EVENT_TOPICS : [question.topic];
  const told = new Map(asked.map((topic) => [topic, EVENTS[topic].map((field): readonly Happened[] => person[field] ?? [])]));
  const isWithin = ({ on }: Happened): boolean => (question.from === undefined || on >= question.from) && (question.to === undefined || on <= question.to);
  const shown = [...told].flatMap(([topic, lists]) => lists.flat().filter(isWithin).map((happened) => ({ topic, happened })))
    .toSorted((a, b) => (a.happened.on < b.happened.on ? 1 : a.happened.on > b.happened.on ? -1 : 0));
  const stateOf = statesIn(sharing), agencyOf = agencyNamed(agencies);
  const openToReader = new Set(person.sharing?.filter(({ state }) => OPEN.has(state)).map(({ category }) => category) ?? EVENT_TOPICS);
  return {
    id: person.id,
    name: namedAs(person, stateOf),
    notes: [...told].flatMap(([topic, lists]) => noteOf(stateOf(person.id, topic), lists, lists.some((list) => list.some(isWithin))).map((text) => ({ topic: plainOf(topic), text }))),
    // Only what is open is offered: whoever chooses a topic asks for it by its name, and the person reads that.
    topics: EVENT_TOPICS.filter((topic) => openToReader.has(topic) || topic === question.topic).map((topic) => ({ value: topic, text: plainOf(topic) })),
    ...pageOf(shown.map(({ topic, happened }) => lineOf(topic, happened, agencyOf)), person.id, question),
  };
}

function lineOf(topic: EventTopic, { on, title, by, controller }: Happened, agencyOf: (id: string) => string): Line {
  const { owners } = words('en');
  const say = workspaceWords.timeline;
  return {
    day: dayOf(on), what: title, topic: plainOf(topic),
    by: by ? (by === 'SERVICE' ? say.writers.SERVICE : roleName(by) ?? by) : say.notTold,
    // Which service limits when somebody can work is not told with the limit: it would say why.
    source: controller ? fill(say.source, { service: owners[categoryNamed(topic)!.owner], agency: agencyOf(controller) }) : say.notTold,
  };
}

/** What is to be said of a topic. Not shared is the same sentence whatever is on record. */
function noteOf(state: SharingState, lists: readonly (readonly Happened[])[], isAnyShown: boolean): string[] {
  const { states } = words('en');
  const say = workspaceWords.timeline;
  if (state !== 'SHARED' && state !== 'SHARED_OWN_ONLY') return [states[state]];
  return [
    ...(state === 'SHARED_OWN_ONLY' ? [states[state]] : []),
    ...(isAnyShown ? [] : [lists.some((list) => list.length > 0) ? say.nothingThen : say.nothing]),
    ...(lists.some((list) => list.length >= MOST) ? [fill(say.latestOnly, { count: MOST })] : []),
  ];
}

/** One page of the lines, and the way to those beside it. A page behind the last is the last. */
function pageOf(all: readonly Line[], id: string, { page, typed }: TimelineQuestion): Pick<TimelinePage, 'lines' | 'place' | 'newer' | 'older'> {
  const last = Math.max(1, Math.ceil(all.length / PAGE)), number = Math.min(page, last);
  const to = (next: number): string =>
    `/people/${encodeURIComponent(id)}/timeline?${new URLSearchParams([...Object.entries(typed).filter(([, value]) => value !== ''), ['page', String(next)]]).toString()}`;
  return {
    lines: all.slice((number - 1) * PAGE, number * PAGE),
    place: last > 1 ? fill(workspaceWords.timeline.place, { number, last }) : undefined,
    newer: number > 1 ? to(number - 1) : undefined,
    older: number < last ? to(number + 1) : undefined,
  };
}
