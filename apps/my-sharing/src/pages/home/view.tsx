import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { HomePage } from './presenter.ts';

const MORE = [['/code', 'code'], ['/sharing/preview', 'preview'], ['/history', 'history'], ['/my-data', 'myData'], ['/acting', 'acting'], ['/rights', 'rights'], ['/feedback', 'feedback']] as const;

/** Three questions, answered; and where everything else is. */
export const HomeView: FC<{ readonly page: HomePage; readonly chrome: Chrome }> = ({ page, chrome }) => {
  const { home: say, more } = pageWords(chrome.language).mySharing;
  return (
    <Layout title={say.hello} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={page.heading} /></div>
      <div class="ds_layout__content">
        <h2>{say.helps}</h2>
        {page.helpers.length === 0 ? <p>{say.nobodyHelps}</p> : <ul>{page.helpers.map(({ name, note }) => <li>{name}{note !== undefined && <>. {note}</>}</li>)}</ul>}
        <h2>{say.sees}</h2>
        {page.stopped !== undefined && <p class="ds_inset-text">{page.stopped}</p>}
        <p>{page.sharing}</p>
        <p><a href="/sharing">{say.see}</a></p>
        <h2>{say.next}</h2>
        <p>{page.requests}</p>
        <p><a href="/requests">{say.answer}</a></p>
        <h2>{more.heading}</h2>
        <ul>{MORE.map(([href, text]) => <li><a href={href}>{more[text]}</a></li>)}</ul>
      </div>
    </Layout>
  );
};
