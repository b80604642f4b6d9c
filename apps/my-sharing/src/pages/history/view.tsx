import { Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { Happening } from './presenter.ts';

/** Newest first, a line for each. */
export const HistoryView: FC<{ readonly page: readonly Happening[]; readonly chrome: Chrome }> = ({ page, chrome }) => {
  const say = pageWords(chrome.language).mySharing.history;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <p>{page.length === 0 ? say.none : say.since}</p>
        <p><a href="/looked">{say.looked}</a></p>
        {page.length > 0 && <SummaryList lines={page.map(({ when, what }) => ({ key: when, value: what }))} />}
      </div>
    </Layout>
  );
};
