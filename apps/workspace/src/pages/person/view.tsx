import { Layout, Live, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { PersonPage } from './presenter.ts';
import { TopicSections } from './TopicSections.tsx';

const say = workspaceWords.person;

/** Where else about this person, from the address of their page on. */
const LINKS = ['timeline', 'household', 'note', 'ask', 'record', 'print'] as const;

/** The ways there. */
const Links: FC<{ readonly page: PersonPage }> = ({ page: { id } }) => (
  <nav aria-label={say.links}>
    <ul class="ds_no-bullets app-sections">
      {LINKS.map((link) => <li><a href={`/people/${id}/${link}`}>{say[link]}</a></li>)}
    </ul>
  </nav>
);

/** The whole picture of one person: how to meet them first, then every topic with its state. */
export const PersonView: FC<{ readonly page: PersonPage; readonly chrome: Chrome }> = ({ page, chrome }) => (
  <Layout title={say.title} chrome={chrome}>
    <div class="ds_layout__header">
      <Live people={[page.id]}>
        <PageHeading text={page.name} />
        <PersonHeader page={page} />
        <Links page={page} />
      </Live>
    </div>
    <div class="ds_layout__content">
      <Live people={[page.id]}><TopicSections sections={page.sections} person={page.id} /></Live>
    </div>
  </Layout>
);

/** What is to be known before anything else. */
export const PersonHeader: FC<{ readonly page: PersonPage }> = ({ page: { pronouns, header } }) => (
  <>
    {pronouns !== undefined && <p>{pronouns}</p>}
    <SummaryList lines={header.map(({ key, lines }) => ({ key, value: lines.length === 1 ? lines[0]! : <ul class="ds_no-bullets">{lines.map((line) => <li>{line}</li>)}</ul> }))} />
  </>
);
