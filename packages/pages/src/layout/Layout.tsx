import type { FC, PropsWithChildren } from 'hono/jsx';
import { pageWords, words } from '@thegither/words';
import { writeSince } from '../live/since.ts';
import { PageHeading } from '../parts/PageHeading.tsx';
import { FormToken } from '../parts/FormToken.tsx';
import type { Chrome } from './chrome.ts';

/** A page within its chrome. `title` is neutral: it names no agency and nobody, for it stands in lists of windows and of visited pages. */
export const Layout: FC<PropsWithChildren<{ readonly title: string; readonly chrome: Chrome }>> = ({ title, chrome, children }) => {
  const say = pageWords(chrome.language).chrome;
  return (
    <html lang="en-GB" class={chrome.large ? 'app-large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${chrome.app}`}</title>
        <link rel="stylesheet" href="/files/design-system/css/design-system.min.css" />
        <link rel="stylesheet" href="/files/pages/pages.css" />
        <link rel="icon" href="data:," />
        <script src="/files/pages/pages.js" defer></script>
        {chrome.since !== undefined && chrome.since.texts.size > 0 && <meta name="since" content={writeSince(chrome.since)} data-purpose={chrome.since.purpose} />}
        {chrome.user !== undefined && <script type="module" src="/files/pages/live.js"></script>}
      </head>
      <body>
        <div class="ds_page">
          <div class="ds_page__top">
            <div class="ds_skip-links"><ul class="ds_skip-links__list"><li class="ds_skip-links__item"><a class="ds_skip-links__link" href="#main-content">{say.skip}</a></li></ul></div>
            <header class="ds_site-header" role="banner">
              <div class="ds_wrapper">
                <div class="ds_site-header__content">
                  <div class="ds_site-branding"><a class="ds_site-branding__logo ds_site-branding__link app-name" href="/">{chrome.app}</a></div>
                  {chrome.hideAt !== undefined && <a class="ds_button ds_button--secondary app-hide" href={chrome.hideAt} data-hide rel="noreferrer">{say.hide}</a>}
                </div>
              </div>
              {chrome.user !== undefined && <Bar chrome={chrome} />}
            </header>
          </div>
          <div class="ds_page__middle">
            <div class="ds_wrapper">
              {chrome.user !== undefined && <Told chrome={chrome} />}
              <main id="main-content" class="ds_layout ds_layout--article">
                {chrome.said !== undefined && <div class="ds_layout__header" role="status"><p class="ds_inset-text app-said" id="said">{chrome.said}</p></div>}
                {children}
              </main>
            </div>
          </div>
          <div class="ds_page__bottom"><Footer chrome={chrome} /></div>
        </div>
      </body>
    </html>
  );
};

/** What is said when something changes under an open page: see public/live.js. */
const Told: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const { heading, closed, changed, again } = pageWords(chrome.language).chrome.live;
  const text = <p class="ds_inset-text">{closed} <a href="">{again}</a></p>;
  return (
    <>
      <p class="app-told" id="live-said" role="status" data-closed={closed} data-changed={changed}></p>
      <template id="live-closed">{text}</template>
      <template id="page-closed"><div class="ds_layout__header"><PageHeading text={heading} /></div><div class="ds_layout__content">{text}</div></template>
    </>
  );
};

/** The links across the top, and the way out. */
const Bar: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const say = pageWords(chrome.language).chrome;
  return (
    <div class="ds_wrapper app-bar">
      <nav aria-label={say.sections}>
        <ul class="ds_no-bullets app-sections">
          {chrome.sections.map(({ href, text }) => <li><a href={href} aria-current={chrome.path === href ? 'page' : undefined}>{text}</a></li>)}
        </ul>
      </nav>
      <Why chrome={chrome} />
      <form method="post" action="/sign-out"><FormToken chrome={chrome} /><button class="ds_button ds_button--small ds_button--secondary" type="submit">{say.signOut}</button></form>
    </div>
  );
};

/** Why they look: it decides what they are shown, and the person is told. */
const Why: FC<{ readonly chrome: Chrome }> = ({ chrome: { purpose, ...chrome } }) => {
  if (purpose === undefined) return null;
  const { chrome: say } = pageWords(chrome.language), { purposes } = words('en');
  return (
    <aside>
      <form method="post" action="/purpose" class="app-why">
        <FormToken chrome={chrome} />
        <input type="hidden" name="to" value={chrome.path} />
        <label for="why">{say.why}</label>
        <select class="ds_input" id="why" name="purpose">{purpose.of.map((one) => <option value={one} selected={one === purpose.chosen}>{purposes[one].plain}</option>)}</select>
        <button class="ds_button ds_button--small ds_button--secondary" type="submit">{say.change}</button>
      </form>
    </aside>
  );
};

/** How the reader wants words and letters, and where to say what is wrong. */
const Footer: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const say = pageWords(chrome.language).chrome;
  const isEasy = chrome.language === 'easy';
  return (
    <footer class="ds_site-footer">
      <div class="ds_wrapper">
        {chrome.user !== undefined && <form method="post" action="/reading" class="app-reading">
          <FormToken chrome={chrome} />
          <input type="hidden" name="to" value={chrome.path} />
          <button class="ds_button ds_button--small ds_button--secondary" type="submit" name="easy" value={isEasy ? 'no' : 'yes'}>{isEasy ? say.usualWords : say.easyWords}</button>
          <button class="ds_button ds_button--small ds_button--secondary" type="submit" name="large" value={chrome.large ? 'no' : 'yes'}>{chrome.large ? say.usualLetters : say.largeLetters}</button>
        </form>}
        <ul class="ds_site-footer__site-items"><li class="ds_site-items__item"><a href="/help">{say.help}</a></li></ul>
      </div>
    </footer>
  );
};
