import type { SharingState } from '@thegither/vocabulary';
import { words } from '@thegither/words';
import type { Style } from './terminal.ts';
import { stateOf, type Part, type Topic } from './wholePerson.ts';

/** The whole-person view as lines of text, and at its end what the states in it mean. */
export function printPerson(parts: readonly Part[], style: Style): string[] {
  const topics = parts.flatMap((part) => part.topics);
  return [...parts.flatMap((part) => ['', style.strong(part.owner), ...part.topics.flatMap((topic) => printTopic(topic, style))]), '', ...legend(topics, style)];
}

const WIDTH = Math.max(...Object.values(words('en').categories).map(({ plain }) => plain.length)) + 2;

/** One topic: its plain name, its state, and below it what was told. */
export const printTopic = (topic: Topic, style: Style): string[] => [
  `  ${topic.title.padEnd(WIDTH)}${colour(topic.state, style)(stateOf(topic))}`,
  ...topic.lines.map(({ depth, text }) => `${' '.repeat(4 + 2 * depth)}${text}`),
];

const colour = (state: SharingState, style: Style) => (state === 'SHARED' || state === 'SHARED_OWN_ONLY' ? style.good : state === 'UNAVAILABLE' ? style.warn : style.faint);

/** What a state means is said once for each that stands in the view. */
function legend(topics: readonly Topic[], style: Style): string[] {
  const states = new Set(topics.map(({ state }) => state).filter((state) => state !== 'SHARED'));
  return [...states].map((state) => style.faint(words('en').states[state]));
}
