import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { HeldTopic, Told } from './presenter.ts';

/** Topic by topic, in the words of the services. */
export const MyDataView: FC<{ readonly topics: readonly HeldTopic[]; readonly chrome: Chrome }> = ({ topics, chrome }) => {
  const say = pageWords(chrome.language).mySharing.myData;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <p>{say.what}</p>
        <p>{say.labels}</p>
        <p>{say.record}</p>
        <p>{say.more}</p>
        <p><a class="ds_button" href="/my-data.json" download>{say.download}</a></p>
        {topics.map(({ name, isThere, told }) => (
          <section>
            <h2>{name}</h2>
            {!isThere && <p class="ds_inset-text">{say.silent}</p>}
            {isThere && told.length === 0 && <p>{say.nothing}</p>}
            {told.map((one) => <><h3>{one.label}</h3><Values told={one} /></>)}
          </section>
        ))}
      </div>
    </Layout>
  );
};

const Values: FC<{ readonly told: Told }> = ({ told: { texts, parts } }) => (
  <>
    {texts.length === 1 && <p>{texts[0]}</p>}
    {texts.length > 1 && <ul>{texts.map((text) => <li>{text}</li>)}</ul>}
    {parts.map((lines) => <div class="app-held"><dl>{lines.map((line) => <Line told={line} />)}</dl></div>)}
  </>
);

/** What has parts of its own is a list within the list. */
const Line: FC<{ readonly told: Told }> = ({ told: { label, texts, parts } }) => (
  <>
    <dt>{label}</dt>
    <dd>
      {texts.join(', ')}
      {parts.map((lines) => <dl class="app-held">{lines.map((line) => <Line told={line} />)}</dl>)}
    </dd>
  </>
);
