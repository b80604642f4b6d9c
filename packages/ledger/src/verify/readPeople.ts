import type { ClientBase } from 'pg';
import { PROJECTION_TABLES } from '../projection/rows.ts';

const TABLES = ['event', 'disclosure', ...PROJECTION_TABLES] as const;

/** Everybody of whom there is anything in the ledger, in order, so many at once. */
const SQL = `SELECT person FROM (
  ${TABLES.map((table) => `(SELECT DISTINCT person FROM "${table}" WHERE person > $1 ORDER BY person LIMIT $2)`).join('\n  UNION ')}
) AS everybody ORDER BY person LIMIT $2`;

/** Page by page, everybody of whom there is anything in the ledger: an event, a row that ought to follow from one, or a disclosure. Whatever their number, no more than one page is held. */
export async function* readPeople(client: ClientBase, atOnce: number): AsyncGenerator<readonly string[]> {
  for (let last = ''; ;) {
    const { rows }: { rows: { person: string }[] } = await client.query<{ person: string }>(SQL, [last, atOnce]);
    if (rows.length === 0) return;
    yield rows.map(({ person }) => person);
    last = rows.at(-1)!.person;
  }
}
