import { PERSONAS, UNREAL, type Somebody } from '@thegither/synthetic';
import { unwrapped } from './unwrapped.ts';

/** The log of a house, read while it is written. */
export interface ReadLog {
  write(line: string): void;
  /** @throws Error with every line that said something about somebody: who, or a value of their records. */
  stop(): void;
}

/** A person's id in any audience, or the number that they all come from. */
const WHO = new RegExp(`\\b\\d\\.[A-Za-z0-9_-]{22}\\b|\\b${UNREAL}[0-9a-f]{28}\\b`);
/** Texts that say nothing about one person alone: codes, names of agencies and the like, days. */
const SAYS_NOTHING = /^[A-Z][A-Z0-9_]*$|^[a-z]+(?:-[a-z]+)*$|^\d{4}-\d\d-\d\d/;
const SHORTEST = 6;

/** Reads the log of a house with these people in it: each test house does, so that no test has to think of it. */
export function readLog(people: readonly Somebody[] = PERSONAS): ReadLog {
  const today = new Date().toISOString().slice(0, 10);
  const words = [...new Set(people.flatMap(({ story }) => textsIn(story(today))))];
  const told: string[] = [];
  return {
    write(line) {
      const whole = unwrapped(line).join('\n');
      if (WHO.test(whole) || words.some((word) => whole.includes(word))) told.push(line);
    },
    stop() {
      if (told.length > 0) throw new Error(`The house wrote down what it knows of somebody:\n${told.join('')}`);
    },
  };
}

/** Every text in a story that could only be about somebody. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length < SHORTEST || SAYS_NOTHING.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
