import type { FC } from 'hono/jsx';

/** A question that is answered in words, with what is wrong beside it. */
export const WordsQuestion: FC<{
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly rows?: number;
}> = ({ id, label, hint, error, value, rows = 4 }) => {
  const described = [hint === undefined ? undefined : `${id}-means`, error === undefined ? undefined : `${id}-error`].filter((one) => one !== undefined).join(' ');
  return (
    <div class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
      <label class="ds_label" for={id}>{label}</label>
      {hint !== undefined && <p class="ds_hint-text" id={`${id}-means`}>{hint}</p>}
      {error !== undefined && <p class="ds_question__error-message" id={`${id}-error`}>{error}</p>}
      <textarea class="ds_input" id={id} name={id} rows={rows} maxlength={500} aria-describedby={described === '' ? undefined : described} aria-invalid={error === undefined ? undefined : 'true'}>{value}</textarea>
    </div>
  );
};
