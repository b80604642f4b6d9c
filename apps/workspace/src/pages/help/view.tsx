import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** What a worker sees and why, what the person is told, and whom to ask. */
export const HelpView: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const { heading, ...texts } = workspaceWords.help;
  return (
    <Layout title={heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={heading} /></div>
      <div class="ds_layout__content">{Object.values(texts).map((text) => <p>{text}</p>)}</div>
    </Layout>
  );
};
