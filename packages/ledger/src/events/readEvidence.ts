import { covers, maskOf } from '@thegither/consent';
import { WITNESSES, type Actor, type Evidence } from './event.ts';
import { readFormat } from './format.ts';
import { readCategories, readWords } from './readInput.ts';
import { refuseInput } from './refuseInput.ts';

/** How the person said that they agree, as the worker who was there tells it. */
export interface EvidenceInput {
  readonly channel: Evidence['channel'];
  /** What was said or read out, word for word: 1 to 500 characters. */
  readonly words: string;
  /** Who else was there: what they are, never who. */
  readonly witness?: string | null;
  /** The categories that stood there to be ticked; those agreed to are among them. */
  readonly shown?: readonly string[] | null;
  /** The language it was said in, as a tag: en, gd, pl. */
  readonly language?: string | null;
  readonly format?: string | null;
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/** The evidence as an event tells it; what is not said is not in it. Throws INVALID_INPUT for what cannot be so. */
export function readEvidence({ channel, words, witness, shown, language, format }: EvidenceInput, ticked: readonly string[], { id }: Actor): Evidence {
  const boxes = shown === null || shown === undefined ? undefined : readCategories(shown), how = readFormat(format);
  if (boxes && !covers(maskOf(...boxes), maskOf(...ticked))) return refuseInput('Something is agreed to that was not shown.');
  if (typeof language === 'string' && !LANGUAGE.test(language)) return refuseInput('A language is named by its tag: en, gd or pl.');
  const there = typeof witness === 'string' ? WITNESSES.find((one) => one === witness) ?? refuseInput('There is no such kind of witness.') : undefined;
  return {
    channel, words: readWords(words), capturedBy: id, ...(there && { witness: there }), ...(boxes && { shown: boxes, ticked }),
    ...(typeof language === 'string' && { language }), ...(how && { format: how }),
  };
}
