import { REGISTER } from '@thegither/vocabulary';
import { topicsOf, words } from '@thegither/words';

/** One box to tick. */
export interface TopicTick {
  readonly category: string;
  readonly plain: string;
  readonly isTicked: boolean;
  /** What is to be known of it before it is ticked. */
  readonly note: string | undefined;
}

/** The topics of one service. */
export interface TopicGroup {
  readonly service: string;
  readonly topics: readonly TopicTick[];
}

/** Topics as they are ticked, service by service, in the order of the register. */
export function topicGroups(categories: readonly string[], ticked: readonly string[], noteOf: (category: string) => string | undefined = () => undefined): TopicGroup[] {
  const groups = new Map<string, TopicTick[]>();
  for (const { category, plain } of topicsOf(categories)) {
    const owner = REGISTER.find(({ name }) => name === category)!.owner, topics = groups.get(owner) ?? [];
    groups.set(owner, [...topics, { category, plain, isTicked: ticked.includes(category), note: noteOf(category) }]);
  }
  const { owners } = words('en');
  return [...groups].map(([owner, topics]) => ({ service: owners[owner as keyof typeof owners], topics }));
}
