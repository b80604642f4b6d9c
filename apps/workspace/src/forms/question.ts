import type { FieldError } from '@thegither/pages';

/** What every question of a form is given. */
export interface Question {
  /** The field's name; of one that is not a list its id, too. */
  readonly name: string;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly errors: readonly FieldError[];
}

/** What is wrong with it, and what a screen reader reads with it. */
export function about({ name, hint, errors }: Question): { readonly error: string | undefined; readonly describedBy: string | undefined } {
  const error = errors.find(({ field }) => field === name)?.text;
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === undefined ? [] : [`${name}-error`])];
  return { error, describedBy: ids.length > 0 ? ids.join(' ') : undefined };
}
