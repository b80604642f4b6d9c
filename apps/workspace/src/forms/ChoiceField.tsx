import type { FC } from 'hono/jsx';
import { Notes } from './Notes.tsx';
import { about, type Question } from './question.ts';

/** One of the answers there are. The first has the field's own id, so that what is wrong leads to it. */
export const ChoiceField: FC<Question & {
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: readonly string[];
}> = ({ kind, options, chosen, ...question }) => {
  const { error, describedBy } = about(question), { name, text } = question;
  const idOf = (value: string, at: number): string => (at === 0 ? name : `${name}-${value}`);
  return (
    <fieldset class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'} aria-describedby={describedBy}>
      <legend>{text}</legend>
      <Notes question={question} />
      {options.map(({ value, text: answer }, at) => (
        <div class={`ds_${kind} ds_${kind}--small`}>
          <input class={`ds_${kind}__input`} id={idOf(value, at)} type={kind} name={name} value={value} checked={chosen.includes(value)} />
          <label class={`ds_${kind}__label`} for={idOf(value, at)}>{answer}</label>
        </div>
      ))}
    </fieldset>
  );
};
