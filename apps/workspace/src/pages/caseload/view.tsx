import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { Line } from './presenter.ts';

/** Everybody whom the reader supports, each with the way to their page. */
export const CaseloadView: FC<{ readonly page: readonly Line[]; readonly chrome: Chrome }> = ({ page, chrome }) => {
  const say = workspaceWords.caseload;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        {page.length === 0 ? <p>{say.none}</p> : <ul>{page.map(({ href, name }) => <li><a href={href}>{name}</a></li>)}</ul>}
      </div>
    </Layout>
  );
};
