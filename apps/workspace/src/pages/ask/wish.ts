import { textOf, ticksOf, type FieldError, type Fields } from '@thegither/pages';
import { GRANTABLE_PURPOSES, type Purpose } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { MOST_LETTERS, oneLine } from '../../forms/oneLine.ts';

/** For what somebody is asked here: whatever they can agree to but one meeting, for which this app never looks. */
export const ASKING_PURPOSES: readonly Purpose[] = GRANTABLE_PURPOSES.filter((purpose) => purpose !== 'ONE_MEETING');

/** For whom it is asked. */
export const RECIPIENTS = ['worker', 'team', 'agency'] as const;

/** One of them. */
export type For = (typeof RECIPIENTS)[number];

/** What somebody is to be asked, as it was typed. */
export interface Wish {
  readonly purpose: Purpose;
  readonly topics: readonly string[];
  readonly recipient: For | undefined;
  readonly why: string;
}

/** Reads it from a form; `usual` is the purpose where it names none that can be asked for. */
export const readWish = (fields: Fields, usual: Purpose | undefined): Wish => ({
  purpose: ASKING_PURPOSES.find((one) => one === textOf(fields, 'purpose')) ?? ASKING_PURPOSES.find((one) => one === usual) ?? 'EMPLOYABILITY_SUPPORT',
  topics: [...new Set(ticksOf(fields, 'topics'))], recipient: RECIPIENTS.find((one) => one === textOf(fields, 'recipient')), why: oneLine(textOf(fields, 'reason')),
});

/** What is missing or cannot be, in the order of the page. `offered`: the topics that can be asked for. */
export function wrongWith({ topics, recipient, why }: Wish, offered: readonly string[]): FieldError[] {
  const say = workspaceWords.ask.wrong;
  const checks: readonly (readonly [wrong: boolean, field: string, text: string])[] = [
    [topics.length === 0 || !topics.every((name) => offered.includes(name)), 'topics', say.topics], [recipient === undefined, 'recipient', say.recipient],
    [why === '', 'reason', say.why], [why.length > MOST_LETTERS, 'reason', say.long],
  ];
  return checks.filter(([wrong]) => wrong).map(([, field, text]) => ({ field, text }));
}
