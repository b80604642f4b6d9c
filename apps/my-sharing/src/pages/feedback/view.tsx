import { ErrorSummary, FormToken, Layout, PageHeading, textOf, type Chrome, type FieldError, type Fields } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { KINDS, LONGEST } from './readFeedback.ts';

/** Which kind, and in their words. */
export const FeedbackView: FC<{ readonly fields: Fields; readonly errors: readonly FieldError[]; readonly isTaken: boolean; readonly chrome: Chrome; readonly newKey: () => string }> = ({ fields, errors, isTaken, chrome, newKey }) => {
  const say = pageWords(chrome.language).mySharing.feedback;
  const wrong = (field: string): string | undefined => errors.find((one) => one.field === field)?.text;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <p>{isTaken ? say.what : say.notTaken}</p>
        <p>{say.record}</p>
        {isTaken && <form method="post" action="/feedback">
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={textOf(fields, 'key') || newKey()} />
          <fieldset class={wrong(KINDS[0]) === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
            <legend>{say.kind}</legend>
            {wrong(KINDS[0]) !== undefined && <p class="ds_question__error-message">{wrong(KINDS[0])}</p>}
            {KINDS.map((kind) => (
              <div class="ds_radio">
                <input class="ds_radio__input" id={kind} type="radio" name="kind" value={kind} checked={textOf(fields, 'kind') === kind} />
                <label class="ds_radio__label" for={kind}>{say.kinds[kind]}</label>
              </div>
            ))}
          </fieldset>
          <div class={wrong('text') === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
            <label class="ds_label" for="text">{say.text}</label>
            <p class="ds_hint-text" id="text-means">{say.hint}</p>
            {wrong('text') !== undefined && <p class="ds_question__error-message">{wrong('text')}</p>}
            <textarea class="ds_input" id="text" name="text" rows={6} maxlength={LONGEST} aria-describedby="text-means">{textOf(fields, 'text')}</textarea>
          </div>
          <button class="ds_button" type="submit">{say.send}</button>
        </form>}
      </div>
    </Layout>
  );
};
