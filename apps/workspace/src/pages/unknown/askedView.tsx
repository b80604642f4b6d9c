import { ErrorSummary, FormToken, Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** That it was asked, the same whoever is at this address; and the place for the number that the person reads out. */
export const AskedView: FC<{ readonly error?: string | undefined; readonly wishKey: string; readonly chrome: Chrome }> = ({ error, wishKey, chrome }) => {
  const say = workspaceWords.unknown.asked;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'code', text: error }]} language={chrome.language} />
        <p>{say.text}</p>
        <p>{say.wait}</p>
        <h2>{say.codeHeading}</h2>
        <form method="post" action={chrome.path}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={wishKey} />
          <div class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
            <label class="ds_label" for="code">{say.code}</label>
            <p class="ds_hint-text" id="code-means">{say.codeHint}</p>
            {error !== undefined && <p class="ds_question__error-message" id="code-error">{error}</p>}
            <input class="ds_input ds_input--fixed-10" id="code" name="code" type="text" inputmode="numeric" autocomplete="off" maxlength={6} aria-describedby={error === undefined ? 'code-means' : 'code-means code-error'} />
          </div>
          <button class="ds_button" type="submit">{say.send}</button>
        </form>
        <p><a href="/caseload">{say.back}</a></p>
      </div>
    </Layout>
  );
};
