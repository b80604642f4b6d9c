import { Act, Layout, PageHeading, type Chrome } from '@thegither/pages';
import { fill, pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { HelpersPage } from './presenter.ts';

/** Who helps, who asks to, and who is kept out. */
export const HelpersView: FC<{ readonly page: HelpersPage; readonly chrome: Chrome; readonly newKey: () => string }> = ({ page, chrome, newKey }) => {
  const say = pageWords(chrome.language).mySharing.helpers;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        {page.helpers.length === 0 && <p>{say.none}</p>}
        {page.helpers.map(({ id, name, since, isPending, code, asks, worker }) => (
          <section class="app-card">
            <h2>{name}</h2>
            <p>{since}</p>
            {isPending && <p>{say.pending}</p>}
            {asks !== undefined && <p>{asks}</p>}
            {code !== undefined && <p>{fill(say.code, { code })}</p>}
            <div class="app-acts">
              {isPending && <Act chrome={chrome} action="/helpers/confirm" text={say.confirm} about={fill(say.about, { name })} fields={{ assignment: id, key: newKey() }} />}
              <Act chrome={chrome} action="/helpers/end" text={say.end} about={fill(say.about, { name })} fields={{ assignment: id, key: newKey() }} />
              {worker !== undefined && <Act chrome={chrome} action="/helpers/keep-out" text={say.keepOut} about={fill(say.about, { name })} fields={{ worker, key: newKey() }} />}
            </div>
          </section>
        ))}
        <p>{say.keepOutHint}</p>
        {page.out.length > 0 && <><h2>{say.out}</h2><p>{say.letInHint}</p></>}
        {page.out.map(({ id, name, since }) => (
          <section class="app-card">
            <h3>{name}</h3>
            <p>{since}</p>
            <Act chrome={chrome} action="/helpers/let-in" text={say.letIn} about={fill(say.about, { name })} fields={{ exclusion: id, key: newKey() }} />
          </section>
        ))}
      </div>
    </Layout>
  );
};
