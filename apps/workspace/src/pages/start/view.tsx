import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** What this is for, and the way in. */
export const StartView: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const { heading, text, told } = workspaceWords.start;
  return (
    <Layout title={heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={heading} /></div>
      <div class="ds_layout__content">
        <p>{text}</p>
        <p>{told}</p>
        <a class="ds_button" href="/sign-in">{pageWords(chrome.language).chrome.signIn}</a>
      </div>
    </Layout>
  );
};
