import { textOf, ticksOf, type FieldError, type Fields } from '@thegither/pages';
import { categoryWords, fill, workspaceWords } from '@thegither/words';
import { readDay } from '../../forms/readDay.ts';
import type { SupportMode } from '../../generated/operations.ts';

/** Every note tells something of it. */
export const ALWAYS = 'SUPPORT_RECEIVED';

/** A note as it stands in the form: as it was typed. */
export interface TypedNote {
  readonly mode: string;
  readonly on: string;
  readonly agreed: string;
  readonly nextStep: string;
  readonly nextOn: string;
  readonly labels: readonly string[];
}

/** A note that can be sent. */
export interface Note {
  readonly mode: SupportMode;
  readonly on: string;
  readonly agreed: string;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
  readonly labels: string[];
}

/** A form that nobody has typed into: of today, and telling of the support and of whatever the writer may see. */
export const freshNote = (today: string, seen: readonly string[]): TypedNote => ({ mode: '', on: today, agreed: '', nextStep: '', nextOn: '', labels: [...new Set([ALWAYS, ...seen])] });

/** What was typed. */
export const typedIn = (fields: Fields): TypedNote => ({
  mode: textOf(fields, 'mode'), on: textOf(fields, 'on'), agreed: textOf(fields, 'agreed'), nextStep: textOf(fields, 'nextStep'), nextOn: textOf(fields, 'nextOn'), labels: ticksOf(fields, 'labels'),
});

const isMode = (mode: string): mode is SupportMode => Object.hasOwn(workspaceWords.note.modes, mode);

/** Reads what was typed, by the rules that the house reads it by: a note to send, or what is wrong with each field. */
export function readNote(typed: TypedNote, today: string): { readonly note: Note | undefined; readonly errors: readonly FieldError[] } {
  const { errors: say } = workspaceWords.note;
  const { mode, agreed, nextStep, labels } = typed, on = readDay(typed.on), nextOn = typed.nextOn === '' ? null : readDay(typed.nextOn);
  const wrong: readonly (readonly [field: string, text: string | undefined])[] = [
    ['mode', isMode(mode) ? undefined : say.mode],
    ['on', on === undefined ? say.on : on > today ? say.future : undefined],
    ['agreed', isLong(agreed, 2000) ? undefined : say.agreed],
    ['nextStep', nextStep === '' ? (typed.nextOn === '' ? undefined : say.nextWithout) : isLong(nextStep, 500) ? undefined : say.nextStep],
    ['nextOn', nextOn === undefined ? say.nextOn : nextOn !== null && on !== undefined && nextOn < on ? say.nextBefore : undefined],
    ['labels', labels.includes(ALWAYS) ? undefined : fill(say.labels, { topic: categoryWords('en', ALWAYS)!.plain })],
  ];
  const errors = wrong.flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
  if (errors.length > 0 || !isMode(mode) || on === undefined || nextOn === undefined) return { note: undefined, errors };
  return { note: { mode, on, agreed, nextStep: nextStep === '' ? null : nextStep, nextOn, labels: [...labels] }, errors };
}

const isLong = (text: string, most: number): boolean => text.length >= 3 && text.length <= most;
