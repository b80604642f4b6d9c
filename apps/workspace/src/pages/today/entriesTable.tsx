import { Live } from '@thegither/pages';
import type { FC } from 'hono/jsx';
import type { Entry } from './presenter.ts';

/** What is to be known of several people, one line each, with the way to each of them. `label`: what a screen reader calls the table. */
export const EntriesTable: FC<{ readonly entries: readonly (Omit<Entry, 'what'> & { readonly what?: string })[]; readonly columns: readonly [when: string, who: string, what?: string]; readonly label: string }> = ({ entries, columns, label }) => (
  <Live people={[...new Set(entries.map(({ person }) => person))]}>
    <div class="app-scroll" tabindex={0} role="region" aria-label={label}>
      <table class="ds_table">
        <thead><tr>{columns.map((column) => <th scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {entries.map(({ href, name, when, what }) => <tr><td>{when}</td><th scope="row"><a href={href}>{name}</a></th>{what !== undefined && <td>{what}</td>}</tr>)}
        </tbody>
      </table>
    </div>
  </Live>
);
