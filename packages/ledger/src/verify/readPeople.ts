import type { ClientBase } from 'pg';
import { PROJECTION_TABLES } from '../projection/rows.ts';

const TABLES = ['event', 'disclosure', ...PROJECTION_TABLES] as const;

/** Everybody of whom there is anything in the ledger, in order, so many at once: from a person on, or after them. Each has a plan that goes by the index. */
const pageOf = (from: '>=' | '>'): string => `SELECT person FROM (
  ${TABLES.map((table) => `(SELECT DISTINCT person FROM "${table}" WHERE person ${from} $1 ORDER BY person LIMIT $2)`).join('\n  UNION ')}
) AS everybody ORDER BY person LIMIT $2`;
const FIRST_PAGE = pageOf('>='), NEXT_PAGE = pageOf('>');

/** Page by page, everybody of whom there is anything in the ledger: an event, a row that ought to follow from one, or a disclosure. Whatever their number, no more than one page is held. */
export async function* readPeople(client: ClientBase, atOnce: number): AsyncGenerator<readonly string[]> {
  for (let last: string | undefined; ;) {
    const { rows }: { rows: { person: string }[] } = await client.query<{ person: string }>(last === undefined ? FIRST_PAGE : NEXT_PAGE, [last ?? '', atOnce]);
    if (rows.length === 0) return;
    yield rows.map(({ person }) => person);
    last = rows.at(-1)!.person;
  }
}
