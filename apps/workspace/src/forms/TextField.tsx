import type { FC } from 'hono/jsx';
import { Notes } from './Notes.tsx';
import { about, type Question } from './question.ts';

/** Words, a day or a number that somebody types. `lines`: how high it is, where it is more than one. */
export const TextField: FC<Question & { readonly value: string; readonly lines?: number; readonly most?: number; readonly type?: 'text' | 'date'; readonly latest?: string; readonly numeric?: boolean }> =
  ({ value, lines = 1, most, type = 'text', latest, numeric = false, ...question }) => {
    const { error, describedBy } = about(question), { name, text } = question;
    const look = error === undefined ? 'ds_input' : 'ds_input ds_input--error', invalid = error === undefined ? undefined : 'true';
    return (
      <div class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
        <label class="ds_label" for={name}>{text}</label>
        <Notes question={question} />
        {lines > 1
          ? <textarea class={look} id={name} name={name} rows={lines} maxlength={most} aria-describedby={describedBy} aria-invalid={invalid}>{value}</textarea>
          : <input class={type === 'date' || numeric ? `${look} ds_input--fixed-10` : look} id={name} name={name} type={type} max={latest} maxlength={most} inputmode={numeric ? 'numeric' : undefined} autocomplete="off" value={value} aria-describedby={describedBy} aria-invalid={invalid} />}
      </div>
    );
  };
