import { Act, Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { fill, pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { Agreement, SharingPage } from './presenter.ts';

/** The buttons of an agreement, by how it stands: where each leads, and what it says. */
const ACTS: Readonly<Record<Agreement['state'], readonly (readonly [action: string, text: 'stop' | 'pause' | 'resume' | 'right' | 'notRight'])[]>> = {
  STANDS: [['stop', 'stop'], ['pause', 'pause']],
  PAUSED: [['stop', 'stop'], ['continue', 'resume']],
  UNCONFIRMED: [['right', 'right'], ['not-right', 'notRight']],
  OVER: [],
};

/** Everything that stands, each with its stop beside it; then what has ended. `newKey` makes a key for a button, so that it does its work once however often it is pressed. */
export const SharingView: FC<{ readonly page: SharingPage; readonly chrome: Chrome; readonly newKey: () => string }> = ({ page, chrome, newKey }) => {
  const { sharing: say, preview } = pageWords(chrome.language).mySharing;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ul><li><a href="/sharing/table">{say.table.asTable}</a></li><li><a href="/sharing/preview">{preview.link}</a></li></ul>
        {page.held !== undefined && <p class="ds_inset-text">{page.held}</p>}
        {page.undoAll.length > 0 && <Act chrome={chrome} action="/sharing/undo" text={say.undoAll} fields={{ grant: page.undoAll.join(' '), key: newKey() }} />}
        {page.standing.length === 0 && <p>{say.none}</p>}
        {page.standing.map((one) => (
          <section class="app-card">
            <Facts one={one} chrome={chrome} heading="h2" />
            <div class="app-acts">
              {ACTS[one.state].map(([action, text]) => (
                <Act chrome={chrome} action={`/sharing/${action}`} text={say[text]} about={fill(say.stopAbout, { name: one.name })} fields={{ grant: one.id, key: newKey(), ...(one.state === 'PAUSED' && { was: 'PAUSED' }) }} />
              ))}
            </div>
          </section>
        ))}
        {page.withMore.length > 0 && <h2>{say.table.stopWith}</h2>}
        {page.withMore.map(({ key, name, undo }) => (
          <Act chrome={chrome} action="/sharing/stop-with" text={fill(say.stopWithNamed, { name })} fields={{ recipient: key, undo: undo.join(' '), key: newKey() }} />
        ))}
        {page.held === undefined
          ? <><h2>{say.stopAll}</h2><p>{say.stopAllText}</p><Act chrome={chrome} action="/sharing/stop-all" text={say.stopAll} fields={{ key: newKey() }} /></>
          : <Act chrome={chrome} action="/sharing/resume" text={say.resumeAll} fields={{ key: newKey() }} />}
        <p>{say.keeps}</p>
        {page.over.length > 0 && <h2>{say.over}</h2>}
        {page.over.map((one) => <section class="app-card"><Facts one={one} chrome={chrome} heading="h3" />{one.canUndo && <Act chrome={chrome} action="/sharing/undo" text={say.undo} about={fill(say.stopAbout, { name: one.name })} fields={{ grant: one.id, key: newKey() }} />}</section>)}
      </div>
    </Layout>
  );
};

const Facts: FC<{ readonly one: Agreement; readonly chrome: Chrome; readonly heading: 'h2' | 'h3' }> = ({ one, chrome, heading: Heading }) => {
  const say = pageWords(chrome.language).mySharing.sharing;
  return (
    <>
      <Heading>{one.name}</Heading>
      {one.note !== undefined && <p>{one.note}</p>}
      {one.copies && <p>{say.copies}</p>}
      <SummaryList lines={[
        { key: say.what, value: <ul class="ds_no-bullets">{one.topics.map((topic) => <li>{topic}</li>)}</ul> },
        { key: say.for, value: one.why },
        ...(one.days === undefined ? [] : [{ key: say.days, value: one.days }]),
        { key: say.until, value: one.until },
      ]} />
    </>
  );
};
