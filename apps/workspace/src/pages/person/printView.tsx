import { Layout, Live, momentOf, PageHeading, type Chrome } from '@thegither/pages';
import { fill, words, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { PersonPage } from './presenter.ts';
import { TopicSections } from './TopicSections.tsx';
import { PersonHeader } from './view.tsx';

const say = workspaceWords.person.paper;

/** The same picture for paper: dated to the second, and marked with whom it was shared with and what for. `at`: when it was asked. */
export const PrintView: FC<{ readonly page: PersonPage; readonly chrome: Chrome; readonly at: string }> = ({ page, chrome: { user, purpose, ...chrome }, at }) => (
  // Without the reader there is nothing around it: no sections, no forms, no way out, which paper has no use for.
  <Layout title={say.title} chrome={{ ...chrome, user: undefined, purpose: undefined }}>
    <div class="ds_layout__header app-paper">
      <p class="app-act"><a href={`/people/${page.id}`}>{say.back}</a></p>
      <Live people={[page.id]}>
        <PageHeading text={page.name} />
        <div class="ds_inset-text">
          <p>{fill(say.shared, { name: user ?? '', purpose: purpose === undefined ? '' : words('en').purposes[purpose.chosen].plain })}</p>
          <p>{fill(say.at, { time: momentOf(at) })}</p>
          <p>{say.record}</p>
          <p>{say.topics}</p>
        </div>
        <PersonHeader page={page} />
      </Live>
    </div>
    <div class="ds_layout__content"><Live people={[page.id]}><TopicSections sections={page.sections} /></Live></div>
  </Layout>
);
