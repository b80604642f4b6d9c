import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** What to do when something is wrong, and whom to tell. */
export const HelpView: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const { heading, ...texts } = pageWords(chrome.language).mySharing.help;
  return (
    <Layout title={heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={heading} /></div>
      <div class="ds_layout__content">{Object.values(texts).map((text) => <p>{text}</p>)}</div>
    </Layout>
  );
};
