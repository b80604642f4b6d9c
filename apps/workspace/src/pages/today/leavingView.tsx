import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { EntriesTable } from './entriesTable.tsx';
import type { LeavingPage } from './leavingPresenter.ts';

const { leaving: say, who, down, tryAgain, on } = workspaceWords.today;

/** Who leaves prison in the next six weeks, as far as that may be seen. Its title says nothing of it. */
export const LeavingView: FC<{ readonly page: LeavingPage; readonly chrome: Chrome }> = ({ page, chrome }) => (
  <Layout title={say.title} chrome={chrome}>
    <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
    <div class="ds_layout__content app-wide">
      <p>{say.recorded}</p>
      {page.isDown && <p class="ds_inset-text">{down} <a href="/today/leaving-prison">{tryAgain}</a></p>}
      {page.leaving.length === 0 ? !page.isDown && <p>{say.nobody}</p> : <EntriesTable entries={page.leaving} columns={[say.when, who]} label={say.heading} />}
      {page.on !== undefined && <p><a href={page.on}>{on}</a></p>}
      <p><a href="/">{say.back}</a></p>
    </div>
  </Layout>
);
