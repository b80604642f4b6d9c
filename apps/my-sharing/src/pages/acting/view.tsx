import { Act, Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { fill, pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { ActingPage, Acts } from './presenter.ts';

/** Who acts for me, how to ask somebody to, and for whom I act. */
export const ActingView: FC<{ readonly page: ActingPage; readonly chrome: Chrome; readonly newKey: () => string }> = ({ page, chrome, newKey }) => {
  const say = pageWords(chrome.language).mySharing.acting;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <p>{say.text}</p>
        {page.now.length === 0 && <p>{say.nobody}</p>}
        {page.now.map((one) => (
          <section class="app-card">
            <Facts one={one} chrome={chrome} />
            {one.canEnd
              ? <Act chrome={chrome} action="/acting/end" text={say.end} about={fill(say.endAbout, { day: one.until })} fields={{ authority: one.id, key: newKey() }} />
              : <p>{say.byLaw}</p>}
          </section>
        ))}
        <p><a class="ds_button" href="/acting/appoint">{say.appoint}</a></p>
        <h2>{say.mine}</h2>
        <p>{say.mineText}</p>
        {page.for.map((one) => (
          <section class="app-card">
            <Facts one={one} chrome={chrome} />
            <Act chrome={chrome} action="/acting/give-up" text={say.giveUp} about={fill(say.giveUpAbout, { name: one.heading })} fields={{ authority: one.id, person: one.person, key: newKey() }} />
          </section>
        ))}
        <p><a href="/acting/code">{say.myCode}</a></p>
        {page.over.length > 0 && <h2>{say.over}</h2>}
        {page.over.map((one) => <section class="app-card"><Facts one={one} chrome={chrome} /></section>)}
      </div>
    </Layout>
  );
};

const Facts: FC<{ readonly one: Acts; readonly chrome: Chrome }> = ({ one, chrome }) => {
  const say = pageWords(chrome.language).mySharing.acting;
  return (
    <>
      <h3>{one.heading}</h3>
      <p>{one.state}</p>
      <SummaryList lines={[
        { key: say.may, value: <Lines of={one.powers} /> },
        { key: say.about, value: <Lines of={one.topics} /> },
        { key: say.until, value: one.until },
      ]} />
    </>
  );
};

const Lines: FC<{ readonly of: readonly string[] }> = ({ of }) => <ul class="ds_no-bullets">{of.map((one) => <li>{one}</li>)}</ul>;

/** What the reader passes on to somebody who wants them to act. */
export const CodeView: FC<{ readonly code: string; readonly until: string; readonly chrome: Chrome }> = ({ code, until, chrome }) => {
  const say = pageWords(chrome.language).mySharing.acting;
  return (
    <Layout title={say.myCode} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.myCode} /></div>
      <div class="ds_layout__content">
        <p>{say.codeText}</p>
        <p class="ds_inset-text app-code" id="code">{code}</p>
        <p>{fill(say.codeUntil, { day: until })}</p>
        <p><a href="/acting">{say.back}</a></p>
      </div>
    </Layout>
  );
};
