import { dayOf } from '@thegither/pages';
import type { SharingEntry } from '@thegither/vocabulary';
import { fill, topicsOf, words, workspaceWords } from '@thegither/words';
import type { WholePictureFragment } from '../../generated/operations.ts';
import type { Item, ItemList } from './topics/item.ts';
import type { Field, Topic } from './topics/topic.ts';

const say = workspaceWords.person;

/** How a topic stands for its reader. CLOSED: it would not be open to them, whoever the person is. */
export type TopicState = keyof typeof say.states;

/** One topic as it is read. */
export interface TopicView {
  readonly category: string;
  readonly title: string;
  readonly state: TopicState;
  /** What there is to say of the state; undefined where what is shared speaks for itself. */
  readonly text: string | undefined;
  readonly lists: readonly ItemList[];
  /** Who keeps it, when it was last written down, when it is looked at again: a sentence each. */
  readonly about: readonly string[];
  /** Is it kept by several? Then each thing says by whom. */
  readonly hasHolders: boolean;
  /** May its reader ask for it now? */
  readonly canAsk: boolean;
}

/** What the answer says beside the data. */
export interface Standing {
  /** By category. */
  readonly sharing: ReadonlyMap<string, SharingEntry>;
  /** Fields that something went wrong in. */
  readonly failed: ReadonlySet<string>;
  /** Since when somebody's answer is waited for, by category. */
  readonly waiting: ReadonlyMap<string, string>;
  /** Today, as YYYY-MM-DD. */
  readonly today: string;
  /** What the agency of this id is called. */
  readonly agencyOf: (id: string) => string;
}

/** Puts one topic into words. One that the answer does not mention, or that something went wrong in, is unavailable: never empty. */
export function presentTopic({ category, fields, present }: Topic, person: WholePictureFragment, standing: Standing): TopicView {
  const entry = standing.sharing.get(category);
  const lists = isOpen(entry) ? present(person).filter(({ items }) => items.length > 0).map((list) => keptBy(list, standing.agencyOf)) : [];
  const state = stateOf(entry, fields, lists, standing);
  const items = lists.flatMap((list) => list.items);
  const holders = [...new Set(items.flatMap(({ holder }) => holder ?? []))];
  return {
    category, state, lists, title: topicsOf([category])[0]?.plain ?? category, text: textOf(state, entry, standing.waiting.get(category), lists),
    about: aboutOf(items, holders, standing.today), hasHolders: holders.length > 1, canAsk: state === 'NOT_SHARED' && entry?.next === 'ASK',
  };
}

/** Things of one kind, each with who keeps it by name. */
const keptBy = ({ heading, items }: ItemList, agencyOf: Standing['agencyOf']): ItemList =>
  ({ heading, items: items.map((item) => ({ ...item, holder: item.holder === undefined ? undefined : agencyOf(item.holder) })) });

const isOpen = (entry: SharingEntry | undefined): boolean => entry?.state === 'SHARED' || entry?.state === 'SHARED_OWN_ONLY' || entry?.state === 'UNAVAILABLE';

function stateOf(entry: SharingEntry | undefined, fields: readonly Field[], lists: readonly ItemList[], { failed, waiting }: Standing): TopicState {
  if (entry === undefined || entry.state === 'UNAVAILABLE') return 'UNAVAILABLE';
  if (entry.state === 'NOT_SHARED') return waiting.has(entry.category) ? 'WAITING' : 'NOT_SHARED';
  if (!isOpen(entry)) return 'CLOSED';
  if (fields.some((field) => failed.has(field))) return 'UNAVAILABLE';
  if (entry.state === 'SHARED_OWN_ONLY') return 'OWN';
  return lists.length > 0 ? 'SHARED' : 'NOTHING';
}

function textOf(state: TopicState, entry: SharingEntry | undefined, since: string | undefined, lists: readonly ItemList[]): string | undefined {
  const { states } = words('en');
  if (state === 'SHARED') return undefined;
  if (state === 'NOTHING') return say.nothing;
  if (state === 'OWN') return lists.length > 0 ? states.SHARED_OWN_ONLY : `${states.SHARED_OWN_ONLY} ${say.nothingOwn}`;
  if (state === 'WAITING' && since !== undefined) return fill(say.waiting, { day: dayOf(since) });
  return states[state === 'UNAVAILABLE' || entry === undefined ? 'UNAVAILABLE' : entry.state];
}

function aboutOf(items: readonly Item[], holders: readonly string[], today: string): string[] {
  const latest = items.flatMap(({ updated }) => (updated !== undefined && updated.slice(0, 10) <= today ? updated : [])).toSorted().at(-1);
  const review = items.flatMap(({ review: day }) => day ?? []).toSorted()[0];
  return [
    ...(holders.length > 0 ? [fill(say.held, { names: holders.join(', ') })] : []),
    ...(latest === undefined ? [] : [fill(say.latest, { day: dayOf(latest) })]),
    ...(review === undefined ? [] : [fill(say.review, { day: dayOf(review) })]),
  ];
}
