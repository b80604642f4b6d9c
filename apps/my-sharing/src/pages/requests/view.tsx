import { Act, Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { fill, pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { AskedOf } from './presenter.ts';

/** What waits for an answer, then what was answered. */
export const RequestsView: FC<{ readonly page: { readonly open: readonly AskedOf[]; readonly answered: readonly AskedOf[] }; readonly chrome: Chrome }> = ({ page, chrome }) => {
  const { requests: say, code } = pageWords(chrome.language).mySharing;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        {page.open.length + page.answered.length === 0 && <p>{say.none}</p>}
        {page.open.length > 0 && <h2>{say.open}</h2>}
        {page.open.map((one) => (
          <section class="app-card"><h3>{one.from}</h3><p>{one.why}</p><p><a href={`/requests/${one.id}`}>{say.look}<span class="visually-hidden"> {fill(say.lookAbout, { worker: one.worker })}</span></a></p></section>
        ))}
        {page.answered.length > 0 && <><h2>{say.answered}</h2><ul>{page.answered.map((one) => <li>{one.from}. {one.state}</li>)}</ul></>}
        <p><a href="/code">{code.heading}</a></p>
      </div>
    </Layout>
  );
};

/** One request, with three equal buttons. */
export const RequestView: FC<{ readonly page: AskedOf; readonly chrome: Chrome; readonly newKey: () => string }> = ({ page, chrome, newKey }) => {
  const say = pageWords(chrome.language).mySharing.requests;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={fill(say.asks, { worker: page.worker })} /></div>
      <div class="ds_layout__content">
        <SummaryList lines={[
          { key: say.what, value: <ul class="ds_no-bullets">{page.topics.map(({ plain, easy }) => <li>{plain}. <span class="app-easy">{easy}</span></li>)}</ul> },
          { key: say.recipient, value: page.recipient },
          { key: say.for, value: page.why },
          { key: say.words, value: page.reason },
          { key: say.lapses, value: page.lapses },
        ]} />
        {page.isOpen ? (
          <>
            <p>{say.free}</p>
            <div class="app-acts app-equal">
              <Act chrome={chrome} action={`/requests/${page.id}/questions`} text={say.yes} />
              <Act chrome={chrome} action={`/requests/${page.id}/no`} text={say.no} fields={{ key: newKey() }} />
              <Act chrome={chrome} action={`/requests/${page.id}/later`} text={say.later} fields={{ key: newKey() }} />
            </div>
          </>
        ) : <p>{page.state}</p>}
      </div>
    </Layout>
  );
};
