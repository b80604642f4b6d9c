import { ErrorSummary, FormToken, Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { TextField } from '../../forms/TextField.tsx';

/** That it was asked, the same whoever is at this address; and the place for the number that the person reads out. */
export const AskedView: FC<{ readonly error?: string | undefined; readonly wishKey: string; readonly chrome: Chrome }> = ({ error, wishKey, chrome }) => {
  const say = workspaceWords.unknown.asked, errors = error === undefined ? [] : [{ field: 'code', text: error }];
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <p>{say.text}</p>
        <p>{say.wait}</p>
        <h2>{say.codeHeading}</h2>
        <form method="post" action={chrome.path}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={wishKey} />
          <TextField name="code" text={say.code} hint={say.codeHint} errors={errors} numeric most={6} value="" />
          <button class="ds_button" type="submit">{say.send}</button>
        </form>
        <p><a href="/caseload">{say.back}</a></p>
      </div>
    </Layout>
  );
};
