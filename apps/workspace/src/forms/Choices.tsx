import type { FC } from 'hono/jsx';

/** One of a few, none chosen beforehand. `name` is the field's, and the id that errors lead to. */
export const Choices: FC<{
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string | undefined;
}> = ({ name, legend, hint, error, choices, chosen }) => (
  <fieldset class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'} id={name} tabindex={-1} aria-describedby={hint === undefined ? undefined : `${name}-means`}>
    <legend>{legend}</legend>
    {hint !== undefined && <p class="ds_hint-text" id={`${name}-means`}>{hint}</p>}
    {error !== undefined && <p class="ds_question__error-message">{error}</p>}
    {choices.map(({ value, text }) => (
      <div class="ds_radio">
        <input class="ds_radio__input" id={`${name}-${value}`} type="radio" name={name} value={value} checked={chosen === value} />
        <label class="ds_radio__label" for={`${name}-${value}`}>{text}</label>
      </div>
    ))}
  </fieldset>
);
