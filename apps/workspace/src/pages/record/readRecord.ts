import { textOf, ticksOf, type FieldError, type Fields } from '@thegither/pages';
import { REGISTER } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { oneLine } from '../../forms/oneLine.ts';
import { readDay } from '../../forms/readDay.ts';
import type { Channel, NoticeFormat, Witness } from '../../generated/operations.ts';
import { daysAfter } from '../caseload/days.ts';

/** What may be recorded for somebody else: nothing that needs an act of the person's own. */
export const RECORDABLE: readonly string[] = REGISTER.filter(({ byGrant, ownAct }) => byGrant && !ownAct).map(({ name }) => name);

/** What a worker writes down, as it stands in the form: as it was typed. */
export interface TypedRecord {
  readonly channel: string;
  readonly format: string;
  readonly language: string;
  readonly recipient: string;
  readonly categories: readonly string[];
  readonly until: string;
  readonly words: string;
  readonly witness: string;
}

/** What can be recorded. */
export interface AgreementRecord {
  readonly channel: Channel;
  readonly format: NoticeFormat;
  readonly language: string;
  readonly categories: string[];
  readonly shown: string[];
  readonly until: string | null;
  readonly words: string;
  readonly witness: Witness | null;
}

/** What was typed; of a form that nobody typed into, nothing: nothing is ticked for anybody. */
export const typedIn = (fields: Fields): TypedRecord => ({
  channel: textOf(fields, 'channel'), format: textOf(fields, 'format'), language: textOf(fields, 'language'), recipient: textOf(fields, 'recipient'),
  categories: ticksOf(fields, 'categories'), until: textOf(fields, 'until'), words: textOf(fields, 'words'), witness: textOf(fields, 'witness'),
});

const LONGEST_DAYS = 365;
const { channels, formats, languages, witnesses } = workspaceWords.record;
const isChannel = (text: string): text is Channel => Object.hasOwn(channels, text);
const isFormat = (text: string): text is NoticeFormat => Object.hasOwn(formats, text);
const isLanguage = (text: string): boolean => Object.hasOwn(languages, text);
const isWitness = (text: string): text is keyof typeof witnesses => Object.hasOwn(witnesses, text);

/** Reads what was typed, by the rules that the house reads it by: a record, or what is wrong with each field. `recipients`: the keys of those who may be named. */
export function readRecord(typed: TypedRecord, today: string, recipients: readonly string[]): { readonly record: AgreementRecord | undefined; readonly errors: readonly FieldError[] } {
  const { errors: say } = workspaceWords.record, { channel, format, language, witness } = typed;
  const until = typed.until === '' ? null : readDay(typed.until), words = oneLine(typed.words);
  const categories = RECORDABLE.filter((name) => typed.categories.includes(name));
  const wrong: readonly (readonly [field: string, isRight: boolean, text: string])[] = [
    ['recipient', recipients.includes(typed.recipient), say.recipient],
    ['categories', categories.length > 0, say.categories],
    ['until', until !== undefined, say.until],
    ['until', !until || until >= today, say.untilPast],
    ['until', !until || until <= daysAfter(today, LONGEST_DAYS), say.untilFar],
    ['channel', isChannel(channel), say.channel],
    ['format', isFormat(format), say.format],
    ['language', isLanguage(language), say.language],
    ['words', words.length >= 3 && words.length <= 500, say.words],
    ['witness', isWitness(witness), say.witness],
  ];
  const errors = wrong.filter(([, isRight]) => !isRight).map(([field, , text]) => ({ field, text }));
  if (errors.length > 0 || !isChannel(channel) || !isFormat(format) || !isWitness(witness) || until === undefined) return { record: undefined, errors };
  return { record: { channel, format, language, categories, shown: [...RECORDABLE], until, words, witness: witness === 'NOBODY' ? null : witness }, errors };
}
