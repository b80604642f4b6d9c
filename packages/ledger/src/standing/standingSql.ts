/**
 * Everything that decisions depend on, in one statement and so of one moment: the caller's account and what their agency
 * may receive ($2 worker, null when a person asks), and about each person ($1) assignments, grants, refusals,
 * exclusions and hold. The clock is read inside it: whatever was committed before the statement began is seen, and
 * the instant is not before that. One branch by index for each table, whatever the number of people.
 */
export const STANDING_SQL = `
WITH now AS MATERIALIZED (SELECT clock_timestamp() AS at)
SELECT 'clock' AS source, NULL::text AS person, NULL::text AS id, NULL::text AS agency, NULL::text AS team, NULL::text AS worker,
       NULL::text AS state, NULL::text[] AS names, NULL::text[] AS purposes, NULL::int8 AS categories, NULL::int8 AS receives,
       (extract(epoch FROM at) * 1000)::float8 AS starts, NULL::float8 AS ends
  FROM now
UNION ALL
SELECT 'asker', NULL, NULL, w.agency, w.team, w.id, NULL, w.roles, NULL, a.holds,
       (SELECT coalesce(bit_or(g.categories), 0) FROM agreement g, now
         WHERE g.recipient_agency = w.agency AND g.effective_from <= now.at AND (g.effective_to IS NULL OR now.at < g.effective_to)),
       NULL, NULL
  FROM worker w JOIN agency a ON a.id = w.agency WHERE w.id = $2
UNION ALL
SELECT 'assignment', s.person, s.id::text, s.recipient_agency, s.recipient_team, s.recipient_worker, s.state,
       ARRAY[coalesce(s.recipient_team, w.team)], s.purposes, NULL, NULL,
       (extract(epoch FROM s.access_from) * 1000)::float8, (extract(epoch FROM s.access_to) * 1000)::float8
  FROM assignment s LEFT JOIN worker w ON w.id = s.recipient_worker WHERE s.person = ANY ($1::text[])
UNION ALL
SELECT 'grant', person, id::text, recipient_agency, recipient_team, recipient_worker, state, sources, ARRAY[purpose], categories, NULL,
       (extract(epoch FROM access_from) * 1000)::float8, (extract(epoch FROM access_to) * 1000)::float8
  FROM sharing_grant WHERE person = ANY ($1::text[])
UNION ALL
SELECT 'refusal', person, id::text, recipient_agency, recipient_team, recipient_worker, NULL, NULL, ARRAY[purpose], categories, NULL, NULL, NULL
  FROM refusal WHERE person = ANY ($1::text[]) AND ended_event IS NULL
UNION ALL
SELECT 'exclusion', person, id::text, recipient_agency, recipient_team, recipient_worker, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM exclusion WHERE person = ANY ($1::text[]) AND ended_event IS NULL
UNION ALL
SELECT 'hold', person, id::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM hold WHERE person = ANY ($1::text[]) AND ended_event IS NULL`;

/** One row of the statement, as it comes. Nothing in it is trusted before it is parsed. */
export interface StandingRow {
  readonly source: string;
  readonly person: string | null;
  readonly id: string | null;
  readonly agency: string | null;
  readonly team: string | null;
  readonly worker: string | null;
  readonly state: string | null;
  /** Roles of the asker, sources of a grant, the present team of an assignment. */
  readonly names: readonly (string | null)[] | null;
  readonly purposes: readonly (string | null)[] | null;
  readonly categories: string | null;
  readonly receives: string | null;
  readonly starts: number | null;
  readonly ends: number | null;
}
