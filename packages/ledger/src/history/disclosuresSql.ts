import { microseconds } from './cursor.ts';
import { heldBackSql, heldBackUntilSql } from './heldBackSql.ts';

/** The calendar day in Scotland on which a moment is, as a timestamp without time zone. */
const dayOf = (moment: string): string => `date_trunc('day', ${moment} AT TIME ZONE 'Europe/London')`;

/**
 * So many disclosures ($4) about a person ($1), latest first: those of before a place ($2 moment, $3 id), those of no
 * later day than a moment ($5), only from day $6 to day $7, of agency $8, team $9 or worker $10, each null for any. Those
 * of the operations $11 ask for a whole person. What is held back from the person is left out unless $12, and their own
 * looks where $13.
 *
 * What was asked and told is sealed, so nothing is chosen or folded by it here. Rows are found one by one along the index
 * (person, at): some of a long history cost as much as some of a short one.
 */
export const DISCLOSURES_SQL = `
SELECT d.id, d.request, d.attempt, d.person, d.sealed, d.at, ${microseconds('d.at')} AS moment, ${dayOf('d.at')}::date::text AS day,
       d.worker, d.agency, d.roles, d.decision_version, d.purpose, d.kind, d.grants, d.openings, d.operation_hash = ANY ($11::bytea[]) AS asks_whole_person,
       d.authority, t.kind AS acted_as, coalesce(w.name, d.worker) AS worker_name, coalesce(a.name, d.agency) AS agency_name, ${heldBackUntilSql('d')} AS held_back
  FROM disclosure d LEFT JOIN worker w ON w.id = d.worker LEFT JOIN agency a ON a.id = d.agency LEFT JOIN authority t ON t.id = d.authority
 WHERE d.person = $1::text
   AND ($2::timestamptz IS NULL OR (d.at, d.id) < ($2::timestamptz, $3::uuid))
   AND ($5::timestamptz IS NULL OR d.at < (${dayOf('$5::timestamptz')} + interval '1 day') AT TIME ZONE 'Europe/London')
   AND ($6::date IS NULL OR d.at >= $6::date::timestamp AT TIME ZONE 'Europe/London')
   AND ($7::date IS NULL OR d.at < ($7::date + 1)::timestamp AT TIME ZONE 'Europe/London')
   AND ($8::text IS NULL OR d.agency = $8::text)
   AND ($9::text IS NULL OR d.worker IN (SELECT one.id FROM worker one WHERE one.team = $9::text))
   AND ($10::text IS NULL OR d.worker = $10::text)
   AND NOT ($13::boolean AND d.worker IS NULL AND d.authority IS NULL)
   AND ($12::boolean OR NOT ${heldBackSql('d')})
 ORDER BY d.at DESC, d.id DESC LIMIT $4::int4`;

/** That a disclosure is or was held back from the person, by what, and why. */
export interface HeldBackRow {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly ground: string;
  readonly isOver: boolean;
}

/** A disclosure as it is read: nothing in it is trusted before it is parsed, and what it says is sealed. */
export interface DisclosureRow {
  readonly id: string;
  readonly request: string;
  readonly attempt: number;
  readonly person: string;
  readonly sealed: Buffer;
  readonly at: Date;
  /** The same to the microsecond. */
  readonly moment: string;
  /** The calendar day in Scotland. */
  readonly day: string;
  readonly worker: string | null;
  readonly agency: string | null;
  readonly worker_name: string | null;
  readonly agency_name: string | null;
  /** By which authority somebody looked who acts for the person, and what kind it is. */
  readonly authority: string | null;
  readonly acted_as: string | null;
  readonly roles: readonly string[];
  readonly decision_version: string;
  readonly purpose: string | null;
  readonly kind: string;
  readonly grants: readonly string[] | null;
  readonly openings: readonly string[] | null;
  readonly asks_whole_person: boolean;
  readonly held_back: HeldBackRow | null;
}
