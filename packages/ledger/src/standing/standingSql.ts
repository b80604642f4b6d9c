import { instant } from './instant.ts';

const RECIPIENT = 'recipient_agency AS agency, recipient_team AS team, recipient_worker AS worker';

/** All rows of a branch as one JSON list: a tenth of the reading of as many rows. Masks are text in it, for a JSON number would lose bits. */
const list = (select: string): string => `(SELECT json_agg(one) FROM (${select}) AS one)`;

/** What the agreements in force at a moment let the agency of worker `w` receive, as text. */
export const receives = (moment: string): string => `(SELECT coalesce(bit_or(g.categories), 0)::text FROM agreement g
              WHERE g.recipient_agency = w.agency AND g.effective_from <= ${moment} AND (g.effective_to IS NULL OR ${moment} < g.effective_to))`;

/**
 * Rows whose recipient means the caller, by name, team now or agency: no other can change what holds for them (`isFor`).
 * Those whose recipient cannot be read are among them, for one might mean the caller; without a caller, all.
 */
const ABOUT_CALLER = `($2::text IS NULL OR recipient_agency = caller.agency OR recipient_team = caller.team OR recipient_worker = caller.id
             OR num_nonnulls(recipient_agency, recipient_team, recipient_worker) <> 1)`;

/** The team of an assignment: its own, or that of its worker now. */
const TEAM = 'coalesce(recipient_team, (SELECT worker.team FROM worker WHERE worker.id = recipient_worker))';

/**
 * An assignment of the team that the caller leads: to the team, or to a worker who is in it now. Of anybody else's support
 * a worker is told nothing, not by the time that reading it takes either.
 */
const OF_TEAM_LED = `(caller.leads IS NOT NULL AND caller.leads = ${TEAM})`;

/** The first disclosure by a grant for one meeting, in the person's own order; of any other nobody asks. It is on the record and nowhere else, so that nothing can forget it. */
const USED = `CASE WHEN purpose = 'ONE_MEETING' THEN
              (SELECT ${instant('min(d.at)')} FROM disclosure d WHERE d.person = sharing_grant.person AND sharing_grant.id = ANY (d.grants)) END`;

const aboutCaller = (table: string, columns: readonly string[], { standing = 'true', orElse = 'false' } = {}): string => list(
  `SELECT ${['person', `${table}.id`, RECIPIENT, ...columns].join(', ')} FROM ${table} LEFT JOIN caller ON true
            WHERE person = ANY ($1::text[]) AND ${standing} AND (${ABOUT_CALLER} OR ${orElse})`);

/**
 * Everything that decisions depend on, in one statement and so of one moment: the caller's account and what their agency
 * may receive ($2 worker, null when a person asks), and about each person ($1) the hold, the assignments, grants, refusals
 * and exclusions that are about the caller, the assignments of the team that they lead, and the openings of theirs that
 * are not over. The clock is read inside it: whatever was committed before the statement began is seen, and the instant
 * is not before that. One branch by index for each table, whatever the number of people.
 */
export const STANDING_SQL = `
WITH now AS MATERIALIZED (SELECT clock_timestamp() AS at), caller AS MATERIALIZED (
  SELECT id, agency, team, CASE WHEN 'TEAM_LEAD' = ANY (roles) THEN team END AS leads FROM worker WHERE id = $2::text)
SELECT ${instant('at')} AS at,
  (SELECT row_to_json(one) FROM (
    SELECT w.agency, w.team, w.roles, a.holds::text,
           ${receives('at')} AS receives
      FROM worker w JOIN agency a ON a.id = w.agency WHERE w.id = $2::text) AS one) AS asker,
  ${aboutCaller('assignment', ['state', 'purposes', `${TEAM} AS led`, `${instant('access_from')} AS starts`, `${instant('access_to')} AS ends`], { orElse: OF_TEAM_LED })} AS assignments,
  ${aboutCaller('sharing_grant', ['state', 'purpose', 'categories::text', 'sources', 'data_from', 'data_to', 'mode', `${instant('access_from')} AS starts`, `${instant('access_to')} AS ends`, `${USED} AS used`])} AS grants,
  ${aboutCaller('refusal', ['purpose', 'categories::text'], { standing: 'ended_event IS NULL' })} AS refusals,
  ${aboutCaller('exclusion', [], { standing: 'ended_event IS NULL' })} AS exclusions,
  ${list(`SELECT person, o.id, o.kind, o.worker, o.agency AS at_agency, o.categories::text, ${instant('o.access_from')} AS starts, ${instant('o.access_to')} AS ends, ${instant('o.told_from')} AS told
            FROM opening o WHERE person = ANY ($1::text[]) AND o.access_to > now.at AND ($2::text IS NULL OR o.worker = $2::text)`)} AS openings,
  ${list(`SELECT person, id, representative, kind, powers, categories::text, state, ${instant('access_from')} AS starts, ${instant('access_to')} AS ends
            FROM authority WHERE $2::text IS NULL AND person = ANY ($1::text[])`)} AS authorities,
  ${list('SELECT person, id FROM hold WHERE person = ANY ($1::text[]) AND ended_event IS NULL')} AS holds
FROM now`;

type Text = string | null;

/** A row about a person, as it comes. Nothing in it is trusted before it is parsed. */
interface Row { readonly person: string; readonly id: Text }
/** Whom a row is about: exactly one of the three ought to be there. */
export interface RecipientRow { readonly agency: Text; readonly team: Text; readonly worker: Text }
/** From when to when; PostgreSQL's infinity comes as text. */
interface Dates { readonly starts: number | Text; readonly ends: number | Text }
type Texts = readonly Text[] | null;

export interface AssignmentRow extends Row, RecipientRow, Dates { readonly state: Text; readonly purposes: Texts; readonly led: Text }
export interface GrantRow extends Row, RecipientRow, Dates { readonly state: Text; readonly purpose: Text; readonly categories: Text; readonly sources: Texts; readonly data_from: Text; readonly data_to: Text; readonly mode: Text; readonly used: number | Text }
export interface RefusalRow extends Row, RecipientRow { readonly purpose: Text; readonly categories: Text }
export interface ExclusionRow extends Row, RecipientRow {}
export interface OpeningRow extends Row, Dates { readonly kind: Text; readonly worker: Text; readonly at_agency: Text; readonly categories: Text; readonly told: number | Text }
export interface AuthorityRow extends Row, Dates { readonly representative: Text; readonly kind: Text; readonly powers: Texts; readonly categories: Text; readonly state: Text }
export interface HoldRow extends Row {}

/** The rows about people, by table; null where there is none. */
export interface FactRows {
  readonly assignments: readonly AssignmentRow[] | null;
  readonly grants: readonly GrantRow[] | null;
  readonly refusals: readonly RefusalRow[] | null;
  readonly exclusions: readonly ExclusionRow[] | null;
  readonly openings: readonly OpeningRow[] | null;
  readonly authorities: readonly AuthorityRow[] | null;
  readonly holds: readonly HoldRow[] | null;
}

/** The one row of the statement. */
export interface StandingRow extends FactRows {
  readonly at: number;
  readonly asker: { readonly agency: string; readonly team: Text; readonly roles: Texts; readonly holds: Text; readonly receives: Text } | null;
}
