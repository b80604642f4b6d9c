import { SEALED, releasedIn, type SealedRow } from '../harness/opened.ts';
import type { ProofLedger } from './house/ledger.ts';
import type { Disclosure } from './judge.ts';
import { READER, SUBJECTS, WATCHED, bitOf, inLedger } from './subjects.ts';

interface Row extends SealedRow {
  readonly after: number;
  readonly at: number;
  readonly committed: number | null;
  readonly cites: readonly { readonly accessTo: number; readonly position: number | null; readonly at: number; readonly committed: number | null }[] | null;
}

const ms = (time: string): string => `extract(epoch FROM ${time})::float8 * 1000`;

/**
 * Every disclosure to the reader about the subjects since a moment of the database's clock, with the grants that it cites and the events that
 * ended them. What it says was released is opened here; all else is read as it stands. The moments of the commits are the server's own (track_commit_timestamp), by the transaction that wrote the row.
 */
const RECORD = `
  SELECT ${SEALED}, d.after_position::float8 AS after, ${ms('d.at')} AS at, ${ms('pg_xact_commit_timestamp(d.xmin)')} AS committed, (
    SELECT jsonb_agg(jsonb_build_object(
             'accessTo', ${ms('g.access_to')}, 'position', e.position, 'at', ${ms('e.at')}, 'committed', CASE WHEN e.id IS NOT NULL THEN ${ms('pg_xact_commit_timestamp(e.xmin)')} END))
      FROM sharing_grant g LEFT JOIN event e ON e.id = g.ended_event WHERE g.id = ANY (d.grants)) AS cites
  FROM disclosure d WHERE d.worker = $1 AND d.person = ANY ($2::text[]) AND d.at >= to_timestamp($3::float8 / 1000)`;

/** Reads it. */
export async function readRecord(ledger: ProofLedger, since: number): Promise<Disclosure[]> {
  const people = new Map(SUBJECTS.map((subject) => [inLedger(subject) as string, subject as string]));
  const rows = await ledger.rows<Row>(RECORD, [READER, [...people.keys()], since]);
  return rows.map((row) => ({
    person: people.get(row.person)!, after: row.after, at: row.at, committed: row.committed ?? undefined,
    released: WATCHED.filter(({ category }) => (releasedIn(row) & bitOf(category)) !== 0n).map(({ category }) => category),
    cites: (row.cites ?? []).map(({ accessTo, position, ...end }) => ({ accessTo, end: position === null ? undefined : { position, at: end.at, committed: end.committed ?? undefined } })),
  }));
}
