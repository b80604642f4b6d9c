import type { FC } from 'hono/jsx';
import type { TopicGroup } from './topicGroups.ts';

/** Topics to tick, service by service. `name` is the field's; its first box has the id that errors lead to. */
export const TopicTicks: FC<{ readonly name: string; readonly legend: string; readonly hint: string; readonly groups: readonly TopicGroup[]; readonly error?: string | undefined }> = ({ name, legend, hint, groups, error }) => (
  <fieldset class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'} aria-describedby={`${name}-means`} id={name} tabindex={-1}>
    <legend>{legend}</legend>
    <p class="ds_hint-text" id={`${name}-means`}>{hint}</p>
    {error !== undefined && <p class="ds_question__error-message">{error}</p>}
    {groups.map(({ service, topics }) => (
      <fieldset>
        <legend class="app-service">{service}</legend>
        {topics.map(({ category, plain, isTicked, note }) => (
          <div class="ds_checkbox">
            <input class="ds_checkbox__input" id={`${name}-${category}`} type="checkbox" name={name} value={category} checked={isTicked} aria-describedby={note === undefined ? undefined : `${name}-${category}-note`} />
            <label class="ds_checkbox__label" for={`${name}-${category}`}>{plain}</label>
            {note !== undefined && <p class="ds_hint-text" id={`${name}-${category}-note`}>{note}</p>}
          </div>
        ))}
      </fieldset>
    ))}
  </fieldset>
);
