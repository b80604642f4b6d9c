import { dayOf } from '@thegither/pages';
import { categoryNamed } from '@thegither/vocabulary';
import { fill, topicsOf, words, workspaceWords } from '@thegither/words';
import type { AskPageQuery } from '../../generated/operations.ts';
import { topicGroups, type TopicGroup } from '../../forms/topicGroups.ts';
import { RECIPIENTS, type For, type Wish } from './wish.ts';

/** A request of the reader's agency, as far as it may know. */
export interface AskedOf {
  readonly id: string;
  readonly heading: string;
  readonly day: string;
  readonly what: readonly string[];
  readonly why: string;
  readonly state: string;
  readonly agreed: readonly string[];
  /** May the reader take it back? */
  readonly canTakeBack: boolean;
}

/** What the page says. */
export interface AskPage {
  readonly id: string;
  readonly name: string;
  /** Categories that can be asked for with this purpose. */
  readonly offered: readonly string[];
  readonly groups: readonly TopicGroup[];
  readonly recipients: readonly { readonly value: For; readonly text: string; readonly id: string }[];
  /** Does the agency wait for an answer already? */
  readonly waits: boolean;
  /** Was one for this purpose closed? Then it may be too soon to ask again. */
  readonly wasClosed: boolean;
  readonly asked: readonly AskedOf[];
}

type Known = NonNullable<AskPageQuery['person']>;

/** What no yes would open for this reader and purpose, whoever the person is. */
const NEVER: ReadonlySet<string> = new Set(['OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'NO_PURPOSE']);

const plainOf = (categories: readonly string[]): string[] => topicsOf(categories).map(({ plain }) => plain);

function askedOf({ id, worker, purpose, categories, agreed, since, state, own }: NonNullable<Known['asked']>[number]): AskedOf {
  const say = workspaceWords.ask, day = dayOf(since);
  return {
    id, day, heading: fill(say.line, { worker, day }), what: plainOf(categories), why: words('en').purposes[purpose].plain, state: say.states[state], agreed: plainOf(agreed ?? []), canTakeBack: own && state === 'OPEN',
  };
}

/** Puts it into words. What is offered depends on the reader and the purpose alone; what is shared with them now they see anyway. */
export function presentAsk(person: Known, recipients: AskPageQuery['recipients'], { purpose, topics }: Wish): AskPage {
  const say = workspaceWords.ask;
  const sharing = person.sharing ?? [], asked = person.asked ?? [], forThis = asked.filter((one) => one.purpose === purpose);
  const offered = sharing.filter(({ category, state }) => categoryNamed(category)?.byGrant === true && !NEVER.has(state)).map(({ category }) => category);
  const isShared = (category: string): boolean => sharing.some((one) => one.category === category && one.state === 'SHARED');
  return {
    id: person.id, name: person.name?.knownAs ?? workspaceWords.chrome.nameNotShared, offered, groups: topicGroups(offered, topics, (category) => (isShared(category) ? say.sharedNow : undefined)),
    recipients: RECIPIENTS.flatMap((value) => {
      const found = recipients.find((one) => one[value]);
      return found ? [{ value, id: found[value]!, text: fill(say.recipients[value], { name: found.name ?? '' }) }] : [];
    }),
    waits: forThis.some(({ state }) => state === 'OPEN'), wasClosed: forThis.some(({ state }) => state === 'CLOSED'), asked: asked.map(askedOf),
  };
}
