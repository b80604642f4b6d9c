import { textOf, ticksOf, type FieldError, type Fields } from '@thegither/pages';
import { REGISTER } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { MOST_LETTERS, oneLine } from '../../forms/oneLine.ts';

/** On what ground somebody opens something in an emergency. */
export const GROUNDS = ['SERIOUS_THREAT', 'LEGAL_DUTY', 'PERSON_CANNOT_ACT'] as const;

/** One of them. */
export type Ground = (typeof GROUNDS)[number];

/** What an emergency can open for anybody: never what is shared by no agreement, nor mental health and recovery. The ledger says so too. */
export const OPENABLE: readonly string[] = REGISTER.filter(({ byGrant, name }) => byGrant && name !== 'MENTAL_HEALTH_AND_RECOVERY').map(({ name }) => name);

const MOST_MINUTES = 60;

/** What somebody wants opened, as they typed it. */
export interface Wish {
  readonly why: string;
  readonly ground: Ground | undefined;
  readonly topics: readonly string[];
  readonly minutes: string;
  /** Would it be dangerous to tell the person now? */
  readonly danger: 'yes' | 'no' | undefined;
  readonly dangerWhy: string;
}

/** Reads it from a form: nothing that was not offered. */
export function readWish(fields: Fields): Wish {
  const danger = textOf(fields, 'danger');
  return {
    why: oneLine(textOf(fields, 'reason')), ground: GROUNDS.find((one) => one === textOf(fields, 'ground')), topics: OPENABLE.filter((name) => ticksOf(fields, 'topics').includes(name)),
    minutes: textOf(fields, 'minutes'), danger: danger === 'yes' || danger === 'no' ? danger : undefined, dangerWhy: oneLine(textOf(fields, 'dangerWhy')),
  };
}

/** The minutes of a wish; undefined when they are no whole number from 1 to 60. */
export const minutesOf = ({ minutes }: Wish): number | undefined => (/^\d{1,2}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= MOST_MINUTES ? Number(minutes) : undefined);

/** What is missing or cannot be, in the order of the page. */
export function wrongWith(wish: Wish): FieldError[] {
  const say = workspaceWords.emergency.wrong, { why, ground, topics, danger, dangerWhy } = wish;
  const checks: readonly (readonly [wrong: boolean, field: string, text: string])[] = [
    [why === '', 'reason', say.why], [why.length > MOST_LETTERS, 'reason', say.long], [ground === undefined, 'ground', say.ground], [topics.length === 0, 'topics', say.topics],
    [minutesOf(wish) === undefined, 'minutes', say.minutes], [danger === undefined, 'danger', say.danger],
    [danger === 'yes' && dangerWhy === '', 'dangerWhy', say.dangerWhy], [dangerWhy.length > MOST_LETTERS, 'dangerWhy', say.long],
  ];
  return checks.filter(([wrong]) => wrong).map(([, field, text]) => ({ field, text }));
}
