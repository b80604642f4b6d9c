import { Layout, Live, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { HouseholdPage } from './presenter.ts';

/** Everybody who agreed to be linked, and beside each other what each of them shares. */
export const HouseholdView: FC<{ readonly page: HouseholdPage; readonly chrome: Chrome }> = ({ page, chrome }) => {
  const say = workspaceWords.household;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header">
        <Live people={page.people}><PageHeading text={say.heading} label={page.name} /></Live>
        <p><a href={page.back}>{say.back}</a></p>
      </div>
      <div class="ds_layout__content app-wide">
        <Live people={page.people}>
          {page.closed === undefined ? <Together page={page} /> : <p>{page.closed}</p>}
        </Live>
      </div>
    </Layout>
  );
};

const Together: FC<{ readonly page: HouseholdPage }> = ({ page: { members, topics } }) => {
  const say = workspaceWords.household;
  return (
    <>
      <p>{say.linked}</p>
      {members.length === 1 && <p>{say.nobody}</p>}
      <div class="app-scroll" tabindex={0} role="region" aria-label={say.caption}>
        <table class="ds_table">
          <caption class="visually-hidden">{say.caption}</caption>
          <thead><tr><th scope="col">{say.topic}</th>{members.map(({ name, href }) => <th scope="col">{href === undefined ? name : <a href={href}>{name}</a>}</th>)}</tr></thead>
          <tbody>{topics.map(({ topic, states }) => <tr><th scope="row">{topic}</th>{states.map((state) => <td>{state}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </>
  );
};
