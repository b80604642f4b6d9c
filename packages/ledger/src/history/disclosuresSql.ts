import { microseconds } from './cursor.ts';

/** The calendar day in Scotland on which a moment is, as a timestamp without time zone. */
const dayOf = (moment: string): string => `date_trunc('day', ${moment} AT TIME ZONE 'Europe/London')`;

/** The other lists of the same worker for the same purpose on the same day; `l` beside `d`. */
const SAME_LIST = `l.kind = 'LIST' AND l.worker = d.worker AND l.agency IS NOT DISTINCT FROM d.agency AND l.purpose IS NOT DISTINCT FROM d.purpose
      AND l.at >= ${dayOf('d.at')} AT TIME ZONE 'Europe/London' AND l.at < (${dayOf('d.at')} + interval '1 day') AT TIME ZONE 'Europe/London'`;

/**
 * A page of who looked at a person ($1), latest first, from a place on ($2 moment, $3 id; null for the first), so many
 * lines ($4); only from day $5 to day $6, of agency $7, team $8 or worker $9, and naming a category of $10, each null
 * for any. What the operations $11 were not shown was not asked by its name.
 *
 * Everything is filtered before the page is cut. A worker's lists of one day stand as one line in the place of the last
 * of them; lines are found one by one along the index (person, at), so that a page costs as much in a long history
 * as in a short one.
 */
export const DISCLOSURES_SQL = `
WITH told AS NOT MATERIALIZED (
  SELECT * FROM (
    SELECT d.*, CASE WHEN d.operation_hash = ANY ($11::bytea[]) THEN 0 ELSE d.withheld END AS attempted FROM disclosure d
     WHERE d.person = $1::text
       AND ($5::date IS NULL OR d.at >= $5::date::timestamp AT TIME ZONE 'Europe/London')
       AND ($6::date IS NULL OR d.at < ($6::date + 1)::timestamp AT TIME ZONE 'Europe/London')
       AND ($7::text IS NULL OR d.agency = $7::text)
       AND ($8::text IS NULL OR d.worker IN (SELECT w.id FROM worker w WHERE w.team = $8::text))
       AND ($9::text IS NULL OR d.worker = $9::text)
  ) AS one WHERE $10::int8 IS NULL OR (released | attempted) & $10::int8 <> 0
), page AS MATERIALIZED (
  SELECT d.* FROM told d
   WHERE ($2::timestamptz IS NULL OR (d.at, d.id) < ($2::timestamptz, $3::uuid))
     AND (d.kind <> 'LIST' OR d.worker IS NULL OR NOT EXISTS (SELECT FROM told l WHERE ${SAME_LIST} AND (l.at, l.id) > (d.at, d.id)))
   ORDER BY d.at DESC, d.id DESC LIMIT $4::int4
)
SELECT d.id, d.at, ${microseconds('d.at')} AS moment, coalesce(lists.first_at, d.at) AS first_at, d.worker, d.agency, d.roles, d.decision_version, d.purpose, d.kind,
       coalesce(w.name, d.worker) AS worker_name, coalesce(a.name, d.agency) AS agency_name,
       coalesce(lists.released, d.released)::text AS released, coalesce(lists.released_own, d.released_own)::text AS released_own,
       coalesce(lists.attempted, d.attempted)::text AS attempted, coalesce(lists.withheld, d.withheld)::text AS withheld,
       coalesce(lists.grants, d.grants) AS grants
  FROM page d LEFT JOIN worker w ON w.id = d.worker LEFT JOIN agency a ON a.id = d.agency
  LEFT JOIN LATERAL (
    SELECT min(l.at) AS first_at, bit_or(l.released) AS released, bit_or(l.released_own) & ~bit_or(l.released & ~l.released_own) AS released_own,
           bit_or(l.attempted) & ~bit_or(l.released) AS attempted, bit_or(l.withheld) AS withheld,
           (SELECT array_agg(DISTINCT cited.id ORDER BY cited.id) FROM told l, unnest(l.grants) AS cited(id) WHERE ${SAME_LIST}) AS grants
      FROM told l WHERE d.kind = 'LIST' AND d.worker IS NOT NULL AND ${SAME_LIST}
  ) AS lists ON true
 ORDER BY d.at DESC, d.id DESC`;
