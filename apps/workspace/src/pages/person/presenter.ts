import { agencyNamed, type Answer } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import type { PersonQuery, WholePictureFragment } from '../../generated/operations.ts';
import { presentHeader, type HeaderLine } from './presentHeader.ts';
import { presentTopic, type Standing, type TopicView } from './presentTopic.ts';
import { SECTIONS } from './topics/sections.ts';

/** The topics of one domain. */
export interface SectionView {
  readonly name: string;
  readonly heading: string;
  readonly topics: readonly TopicView[];
}

/** The whole picture of one person, as it is read. */
export interface PersonPage {
  readonly id: string;
  readonly name: string;
  readonly pronouns: string | undefined;
  readonly header: readonly HeaderLine[];
  readonly sections: readonly SectionView[];
}

const say = workspaceWords.person;

/**
 * Puts an answer into words, topic by topic, each with its state. `now` in milliseconds since 1970.
 * @throws HouseError UNKNOWN_PERSON when the reader does not know the person
 */
export function presentPerson({ data: { person, agencies }, sharing, errors }: Answer<PersonQuery>, now: number): PersonPage {
  if (!person) throw new HouseError('UNKNOWN_PERSON');
  const standing: Standing = {
    sharing: new Map(sharing.filter((entry) => entry.person === person.id).map((entry) => [entry.category, entry])),
    failed: new Set(errors.flatMap(({ path: [root, field] }) => (root === 'person' && typeof field === 'string' ? field : []))),
    waiting: waitedFor(person),
    today: new Date(now).toISOString().slice(0, 10),
    agencyOf: agencyNamed(agencies),
  };
  const sections = SECTIONS.map(({ name, topics }) => ({ name, heading: say.sections[name], topics: topics.map((topic) => presentTopic(topic, person, standing)) }));
  const byCategory = new Map(sections.flatMap(({ topics }) => topics.map((topic) => [topic.category, topic])));
  return {
    id: person.id, sections, name: person.name?.knownAs ?? workspaceWords.chrome.nameNotShared, pronouns: person.name?.pronouns ?? undefined,
    header: presentHeader(person, (category) => byCategory.get(category)!, now),
  };
}

/** The categories that an answer is waited for, each with the day of the oldest of these questions. */
function waitedFor({ asked }: WholePictureFragment): ReadonlyMap<string, string> {
  const open = (asked ?? []).filter(({ state }) => state === 'OPEN').toSorted((a, b) => b.since.localeCompare(a.since));
  return new Map(open.flatMap(({ categories, since }) => categories.map((category) => [category, since] as const)));
}
