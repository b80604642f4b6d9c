import { Layout, Live, PageHeading, type Chrome } from '@thegither/pages';
import { fill, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { RecordedPage } from './presenter.ts';

const { recorded: say, back } = workspaceWords.record;

/** What comes of a record: the code by which the person finds it, to be read out, or for them on paper. Nothing else of the page is printed. */
export const RecordedView: FC<{ readonly page: RecordedPage; readonly chrome: Chrome }> = ({ page, chrome }) => (
  <Layout title={say.heading} chrome={chrome}>
    <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
    <div class="ds_layout__content">
      <p class="app-on-screen">{say.text}</p>
      <p class="app-on-screen">{say.passOn}</p>
      <Live people={[page.id]}>
        <section class="app-card app-handout">
          <h2>{page.name === undefined ? say.forThem : fill(say.for, { name: page.name })}</h2>
          <p>{say.what}</p>
          <ol>{say.steps.map((step) => <li>{step}</li>)}</ol>
          <p class="app-short-name">{page.code}</p>
          <p>{say.free}</p>
        </section>
      </Live>
      <p class="app-on-screen"><a href={`/people/${page.id}`}>{back}</a></p>
    </div>
  </Layout>
);
