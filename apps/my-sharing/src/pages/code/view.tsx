import { Act, ErrorSummary, FormToken, Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { WrittenDown } from './presenter.ts';

/** One field for the code. `error`: what is wrong with what was typed. */
export const CodeView: FC<{ readonly typed: string; readonly error: string | undefined; readonly chrome: Chrome }> = ({ typed, error, chrome }) => {
  const { code: say } = pageWords(chrome.language).mySharing;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'code', text: error }]} language={chrome.language} />
        <p>{say.text}</p>
        <form method="post" action="/code">
          <FormToken chrome={chrome} />
          <div class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
            <label class="ds_label" for="code">{say.label}</label>
            <p class="ds_hint-text" id="code-hint">{say.hint}</p>
            {error !== undefined && <p class="ds_question__error-message" id="code-error">{error}</p>}
            <input
              class={error === undefined ? 'ds_input ds_input--fixed-10' : 'ds_input ds_input--fixed-10 ds_input--error'} id="code" name="code" type="text" value={typed} maxlength={50}
              autocomplete="off" autocapitalize="characters" spellcheck={false} aria-describedby={error === undefined ? 'code-hint' : 'code-hint code-error'} aria-invalid={error === undefined ? undefined : 'true'}
            />
          </div>
          <button class="ds_button" type="submit">{say.show}</button>
        </form>
        <p><a href="/sharing">{say.everything}</a></p>
      </div>
    </Layout>
  );
};

/** Everything that was written down, and two equal answers. `newKey`: see ../sharing/view.tsx. */
export const WrittenDownView: FC<{ readonly page: WrittenDown; readonly chrome: Chrome; readonly newKey: () => string }> = ({ page, chrome, newKey }) => {
  const { code: say, sharing } = pageWords(chrome.language).mySharing;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.asks} /></div>
      <div class="ds_layout__content">
        <SummaryList lines={[
          { key: say.by, value: page.by },
          { key: say.at, value: page.at },
          { key: say.words, value: page.said },
          { key: sharing.what, value: <ul class="ds_no-bullets">{page.topics.map(({ plain, easy }) => <li>{plain}. <span class="app-easy">{easy}</span></li>)}</ul> },
          { key: say.recipient, value: page.recipient },
          { key: sharing.for, value: page.why },
          ...(page.days === undefined ? [] : [{ key: sharing.days, value: page.days }]),
          { key: sharing.until, value: page.until },
        ]} />
        <p>{say.opens}</p>
        <p>{say.free}</p>
        <div class="app-acts app-equal">
          <Act chrome={chrome} action="/sharing/right" text={say.right} fields={{ grant: page.id, key: newKey() }} />
          <Act chrome={chrome} action="/sharing/not-right" text={sharing.notRight} fields={{ grant: page.id, key: newKey() }} />
        </div>
        <p><a href="/sharing">{say.everything}</a></p>
      </div>
    </Layout>
  );
};
