import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** What this is for, and the way in. */
export const StartView: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const { chrome: around, mySharing: { start } } = pageWords(chrome.language);
  return (
    <Layout title={start.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={start.heading} /></div>
      <div class="ds_layout__content">
        <p>{start.text}</p>
        <p>{start.free}</p>
        <a class="ds_button" href="/sign-in">{around.signIn}</a>
      </div>
    </Layout>
  );
};
