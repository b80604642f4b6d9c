import { SUPPRESSION_GROUNDS } from '../events/event.ts';

/** Why a look is or was held back from the person: by a suppression, or with the opening that it was by, of which they were told later. */
export const HELD_BACK_GROUNDS = [...SUPPRESSION_GROUNDS, 'DELAYED_NOTICE'] as const;

/** One of them. */
export type HeldBackGround = (typeof HELD_BACK_GROUNDS)[number];

/** A suppression `s` covers a disclosure: by its person, by the worker or agency, by its purpose and by its time. Nobody's own look is ever covered, nor a meeting that the person agreed to, nor a look of whoever checks. */
const covers = (look: string): string => `s.about = ${look}.person AND s.state = 'APPROVED' AND s.covers_from <= ${look}.at
       AND (s.recipient_worker = ${look}.worker OR s.recipient_agency = ${look}.agency) AND ${look}.worker IS NOT NULL
       AND coalesce(${look}.purpose, '') NOT IN ('ONE_MEETING', 'AUDIT')
       AND (coalesce(cardinality(s.purposes), 0) = 0 OR ${look}.purpose = ANY (s.purposes))`;

/**
 * SQL: is this disclosure held back from the person now? The one place that says so. Whatever is read to a person about
 * looks leaves these out before anything is folded, counted or cut into pages, so that a page reads as if they were not
 * there. One by an opening of which the person is not told yet is held back with it. `look` is the name of a row with a
 * disclosure's columns person, worker, agency, purpose, at and openings.
 */
export const heldBackSql = (look: string): string => `(EXISTS (SELECT FROM suppression s WHERE ${covers(look)} AND statement_timestamp() < s.until)
  OR EXISTS (SELECT FROM opening o WHERE o.id = ANY (${look}.openings) AND statement_timestamp() < o.told_from))`;

/** SQL: until when this disclosure is or was held back, by what and why, as JSON; null for one that never was. */
export const heldBackUntilSql = (look: string): string =>
  `(SELECT jsonb_build_object('id', h.id, 'until', round(date_part('epoch', h.until) * 1000), 'ground', h.ground, 'isOver', h.until <= statement_timestamp()) FROM (
      SELECT s.id, s.until, s.ground FROM suppression s WHERE ${covers(look)} AND ${look}.at < s.until
      UNION ALL SELECT o.id, o.told_from, 'DELAYED_NOTICE' FROM opening o WHERE o.id = ANY (${look}.openings) AND ${look}.at < o.told_from
    ) AS h ORDER BY h.until DESC LIMIT 1)`;
