import { dayInScotland } from '@thegither/subgraph';
import { HouseError, REGISTER } from '@thegither/vocabulary';
import type { SupportMode, WriteSupportContactInput } from '../generated/graphql.ts';

/** A talk as it is kept: days as YYYY-MM-DD, words without the space around them. */
export interface Talk {
  readonly on: string;
  readonly mode: SupportMode;
  readonly agreed: string;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
  /** The categories that the words tell of, in the register's order. */
  readonly labels: readonly string[];
}

/** Without this nobody who may read of the support could be told of the talk. */
export const ALWAYS = 'SUPPORT_RECEIVED';

const LABELS = 'The labels are categories, and SUPPORT_RECEIVED is among them.';

/**
 * What a worker wants to write down, in the form in which it is kept. Whether they may is asked elsewhere.
 * @throws HouseError INVALID_INPUT for a day to come, words that are too few or too many, a next day without a next step
 * or before the talk, and labels that are no categories or leave out the category of the note itself
 */
export function readTalk({ on, mode, agreed, nextStep, nextOn, labels }: WriteSupportContactInput, now: number): Talk {
  if (on > dayInScotland(new Date(now))) refuse('The talk is on a day to come.');
  const next = nextStep === undefined || nextStep === null ? null : wordsOf(nextStep, 500, 'Say what comes next in 3 to 500 letters.');
  if (nextOn && next === null) refuse('Say what comes next on that day.');
  if (nextOn && nextOn < on) refuse('What comes next is not before the talk.');
  const known = REGISTER.map(({ name }) => name).filter((name) => labels.includes(name));
  if (!known.includes(ALWAYS) || labels.some((label) => !known.includes(label))) refuse(LABELS);
  return { on, mode, agreed: wordsOf(agreed, 2000, 'Say what was agreed in 3 to 2000 letters.'), nextStep: next, nextOn: nextOn ?? null, labels: known };
}

// Lines, and no other control character: PostgreSQL has no zero, and a screen no use for the others.
const WORDS = /^[\n\P{Cc}]{3,}$/u;

function wordsOf(text: string, most: number, sentence: string): string {
  const words = text.replaceAll('\r\n', '\n').trim();
  return WORDS.test(words) && words.length <= most ? words : refuse(sentence);
}

function refuse(sentence: string): never {
  throw new HouseError('INVALID_INPUT', sentence);
}
