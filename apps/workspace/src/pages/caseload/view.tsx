import { Layout, Live, PageHeading, type Chrome } from '@thegither/pages';
import { fill, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { FiltersForm } from './filtersForm.tsx';
import type { CaseloadPage, Row } from './presenter.ts';

const say = workspaceWords.caseload;

/** Everybody whom the reader supports, sorted and filtered, each with the way to their page. */
export const CaseloadView: FC<{ readonly page: CaseloadPage; readonly after: string | null; readonly chrome: Chrome }> = ({ page, after, chrome }) => (
  <Layout title={say.heading} chrome={chrome}>
    <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
    <div class="ds_layout__content app-wide">
      {page.count === undefined ? <p>{say.none}</p> : <FiltersForm page={page} after={after} />}
      {page.count !== undefined && <p role="status"><strong>{page.count}</strong></p>}
      {page.notices.map((notice) => <p class="ds_inset-text">{notice}</p>)}
      {page.rows.length > 0 && <Live people={page.rows.map(({ id }) => id)}><People page={page} /></Live>}
      {page.count !== undefined && page.rows.length === 0 && <p>{say.noneFound}</p>}
      {page.pages.length > 0 && <Pages of={page.pages} />}
      {page.on !== undefined && <p><a href={page.on}>{say.on}</a></p>}
      {page.back !== undefined && <p><a href={page.back}>{say.back}</a></p>}
    </div>
  </Layout>
);

/** The columns, with what each is sorted by; those of needs and areas only where somebody asked for them. */
const COLUMNS = [
  ['name', 'name'], ['stage', 'stage'], ['next', 'next'], ['ends', 'end'], ['sharing', undefined], ['needs', undefined], ['area', undefined],
] as const satisfies readonly (readonly [keyof Row, CaseloadPage['filters']['sort'] | undefined])[];

const People: FC<{ readonly page: CaseloadPage }> = ({ page: { rows, filters } }) => {
  const columns = COLUMNS.filter(([column]) => rows[0]![column] !== undefined);
  return (
    <div class="app-scroll" tabindex={0} role="region" aria-label={say.table}>
      <table class="ds_table">
        <thead><tr>{columns.map(([column, sort]) => <th scope="col" aria-sort={sort === filters.sort ? 'ascending' : undefined}>{say.columns[column]}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => <tr>{columns.map(([column]) => (column === 'name' ? <th scope="row"><a href={row.href}>{row.name}</a></th> : <td>{row[column]}</td>))}</tr>)}
        </tbody>
      </table>
    </div>
  );
};

const Pages: FC<{ readonly of: CaseloadPage['pages'] }> = ({ of }) => (
  <nav class="ds_pagination" aria-label={say.pages}>
    <ul class="ds_pagination__list">
      {of.map(({ number, href, isThis }) => (
        <li class="ds_pagination__item">
          <a class={isThis ? 'ds_pagination__link ds_current' : 'ds_pagination__link'} href={href} aria-label={fill(say.page, { number: String(number) })} aria-current={isThis ? 'page' : undefined}><span class="ds_pagination__link-label">{number}</span></a>
        </li>
      ))}
    </ul>
  </nav>
);
