import type { FC } from 'hono/jsx';
import { pageWords, type PageLanguage } from '@thegither/words';

/** What is wrong with one field of a form. */
export interface FieldError {
  /** The field's id on the page. */
  readonly field: string;
  readonly text: string;
}

/** Says at the top what is wrong with a form, with a link to each field; nothing where nothing is. */
export const ErrorSummary: FC<{ readonly errors: readonly FieldError[]; readonly language: PageLanguage }> = ({ errors, language }) => (errors.length === 0 ? null : (
  <div class="ds_error-summary" id="error-summary" aria-labelledby="error-summary-title" role="alert" tabindex={-1}>
    <h2 class="ds_error-summary__title" id="error-summary-title">{pageWords(language).chrome.problem}</h2>
    <ul class="ds_error-summary__list">{errors.map(({ field, text }) => <li><a href={`#${field}`}>{text}</a></li>)}</ul>
  </div>
));
