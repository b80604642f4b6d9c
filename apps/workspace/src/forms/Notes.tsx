import type { FC } from 'hono/jsx';
import { about, type Question } from './question.ts';

/** What stands between a question and where it is answered: the hint, and what is wrong. */
export const Notes: FC<{ readonly question: Question }> = ({ question }) => {
  const { name, hint } = question, { error } = about(question);
  return (
    <>
      {hint !== undefined && <p class="ds_hint-text" id={`${name}-hint`}>{hint}</p>}
      {error !== undefined && <p class="ds_question__error-message" id={`${name}-error`}>{error}</p>}
    </>
  );
};
