import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** What to do when something is wrong, and whom to tell. */
export const HelpView: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const { mySharing: { help: { heading, ...texts }, more } } = pageWords(chrome.language);
  return (
    <Layout title={heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={heading} /></div>
      <div class="ds_layout__content">
        {Object.values(texts).map((text) => <p>{text}</p>)}
        <ul><li><a href="/rights">{more.rights}</a></li><li><a href="/feedback">{more.feedback}</a></li></ul>
      </div>
    </Layout>
  );
};
