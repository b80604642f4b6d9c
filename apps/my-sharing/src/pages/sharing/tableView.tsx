import { Act, Layout, PageHeading, type Chrome } from '@thegither/pages';
import { fill, pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { SharingTable } from './tablePresenter.ts';

/** Topics down, people and services across, a word in each cell; under each of them the stop of everything with them. */
export const TableView: FC<{ readonly page: SharingTable; readonly chrome: Chrome; readonly newKey: () => string }> = ({ page, chrome, newKey }) => {
  const { sharing: say } = pageWords(chrome.language).mySharing;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <p><a href="/sharing">{say.table.asList}</a></p>
        {page.held !== undefined && <p class="ds_inset-text">{page.held}</p>}
        {page.columns.length === 0 ? <p>{say.none}</p> : (
          <div class="app-scroll" tabindex={0} role="region" aria-label={say.heading}>
            <table class="ds_table">
              <thead><tr><th scope="col">{say.what}</th>{page.columns.map(({ name }) => <th scope="col">{name}</th>)}</tr></thead>
              <tbody>
                {page.rows.map(({ topic, cells }) => <tr><th scope="row">{topic}</th>{cells.map((lines) => <td>{lines.map((line) => <div>{line}</div>)}</td>)}</tr>)}
                <tr>
                  <th scope="row">{say.table.all}</th>
                  {page.columns.map(({ key, name, undo }) => (
                    <td><Act chrome={chrome} action="/sharing/stop-with" text={say.table.stopWith} about={fill(say.table.about, { name })} fields={{ recipient: key, undo: undo.join(' '), key: newKey() }} /></td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        )}
        {page.columns.length > 0 && <p>{say.table.hint}</p>}
      </div>
    </Layout>
  );
};
