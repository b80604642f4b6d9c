import { ErrorSummary, FormToken, Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { MOST_LETTERS } from '../../forms/oneLine.ts';
import { TextField } from '../../forms/TextField.tsx';

/** Why the reader should support whoever is at this address. Nobody was asked anything to show it. */
export const SupportView: FC<{ readonly why: string; readonly error?: string | undefined; readonly wishKey: string; readonly chrome: Chrome }> = ({ why, error, wishKey, chrome }) => {
  const say = workspaceWords.unknown.support, errors = error === undefined ? [] : [{ field: 'reason', text: error }];
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <form method="post" action={chrome.path}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={wishKey} />
          <TextField name="reason" text={say.why} hint={say.whyHint} value={why} errors={errors} lines={4} most={MOST_LETTERS} />
          <p>{say.told}</p>
          <button class="ds_button" type="submit">{say.send}</button>
        </form>
      </div>
    </Layout>
  );
};
