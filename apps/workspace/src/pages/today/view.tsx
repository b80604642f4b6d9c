import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { EntriesTable } from './entriesTable.tsx';
import type { Part, TodayPage } from './presenter.ts';

const say = workspaceWords.today;

/** What is to be done today and soon. What somebody does not share is not here, and nothing says that it could be. */
export const TodayView: FC<{ readonly page: TodayPage; readonly chrome: Chrome }> = ({ page, chrome }) => (
  <Layout title={say.heading} chrome={chrome}>
    <div class="ds_layout__header"><PageHeading text={say.heading} label={page.day} /></div>
    <div class="ds_layout__content app-wide">
      {page.partOf !== undefined && <p class="ds_inset-text">{page.partOf}</p>}
      {page.hasNobody ? <p>{say.none}</p> : <p>{say.shared}</p>}
      {!page.hasNobody && page.parts.map((part) => <PartView part={part} />)}
      {!page.hasNobody && <LeavingPrison />}
      {page.on !== undefined && <p><a href={page.on}>{say.on}</a></p>}
      {page.back !== undefined && <p><a href={page.back}>{say.back}</a></p>}
    </div>
  </Layout>
);

const PartView: FC<{ readonly part: Part }> = ({ part: { key, entries, isDown } }) => {
  const { heading, nothing, when, what } = say.parts[key];
  return (
    <section>
      <h2>{heading}</h2>
      {isDown && <p class="ds_inset-text">{say.down} <a href="/">{say.tryAgain}<span class="visually-hidden">, {heading}</span></a></p>}
      {entries.length === 0 ? !isDown && <p>{nothing}</p> : <EntriesTable entries={entries} columns={[when, say.who, what]} label={heading} />}
    </section>
  );
};

/** Says what it does before it is done: it is a look at everybody, and not at those alone whom it finds. */
const LeavingPrison: FC = () => (
  <section>
    <h2>{say.leaving.heading}</h2>
    <p>{say.leaving.before}</p>
    <form method="get" action="/today/leaving-prison"><button class="ds_button ds_button--secondary" type="submit">{say.leaving.look}</button></form>
  </section>
);
