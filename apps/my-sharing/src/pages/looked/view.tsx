import { Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { fill, pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { LookedPage } from './presenter.ts';

/** Newest first, each with what was shown and what was not given. */
export const LookedView: FC<{ readonly page: LookedPage; readonly chrome: Chrome }> = ({ page, chrome }) => {
  const say = pageWords(chrome.language).mySharing.looked;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <p>{page.looks.length === 0 ? say.none : say.since}</p>
        {page.looks.map(({ when, why, shown, notGiven, challenged, challengeAt }) => (
          <section class="app-card">
            <h2 class="app-when">{when}</h2>
            <p>{why}</p>
            <SummaryList lines={[
              { key: say.shown, value: <Topics of={shown} nothing={say.nothing} /> },
              ...(notGiven.length > 0 ? [{ key: say.asked, value: <Topics of={notGiven} nothing={say.nothing} /> }] : []),
            ]} />
            {challenged !== undefined && <p>{challenged}</p>}
            {challengeAt !== undefined && <p><a href={challengeAt}>{say.challenge}<span class="visually-hidden">, {fill(say.challengeAbout, { when })}</span></a></p>}
          </section>
        ))}
        {page.more !== undefined && <p><a href={page.more}>{say.more}</a></p>}
      </div>
    </Layout>
  );
};

const Topics: FC<{ readonly of: readonly string[]; readonly nothing: string }> = ({ of, nothing }) =>
  (of.length === 0 ? <>{nothing}</> : <ul class="ds_no-bullets">{of.map((topic) => <li>{topic}</li>)}</ul>);
