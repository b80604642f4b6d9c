import { instant } from './instant.ts';

const RECIPIENT = 'recipient_agency AS agency, recipient_team AS team, recipient_worker AS worker';

/** Whom a row is about, in one word: the expression of the tables' indexes by person and recipient, in which alone they are of use. Empty where that cannot be read. */
const WHOM = `(CASE WHEN num_nonnulls(recipient_agency, recipient_team, recipient_worker) = 1
                THEN coalesce('agency ' || recipient_agency, 'team ' || recipient_team, 'worker ' || recipient_worker) ELSE '' END)`;

/** All rows of a branch as one JSON list: a tenth of the reading of as many rows. Masks are text in it, for a JSON number would lose bits. */
const list = (select: string): string => `(SELECT json_agg(one) FROM (${select}) AS one)`;

/** What the agreements in force at a moment let the agency of worker `w` receive, as text. */
export const receives = (moment: string): string => `(SELECT coalesce(bit_or(g.categories), 0)::text FROM agreement g
              WHERE g.recipient_agency = w.agency AND g.effective_from <= ${moment} AND (g.effective_to IS NULL OR ${moment} < g.effective_to))`;

/** The team of an assignment: its own, or that of its worker now. */
const TEAM = 'coalesce(recipient_team, (SELECT worker.team FROM worker WHERE worker.id = recipient_worker))';

/** The first disclosure by a grant for one meeting, in the person's own order; of any other nobody asks. It is on the record and nowhere else, so that nothing can forget it. */
const USED = `CASE WHEN purpose = 'ONE_MEETING' THEN
              (SELECT ${instant('min(d.at)')} FROM disclosure d WHERE d.person = sharing_grant.person AND sharing_grant.id = ANY (d.grants)) END`;

/** A table's rows about these people, of those whom the statement reads of. */
const rowsOf = (table: string, columns: readonly string[], { of, standing }: { readonly of: string; readonly standing?: string | undefined }): string => list(
  `SELECT ${['person', 'id', RECIPIENT, ...columns].join(', ')} FROM ${table} WHERE ${['person = ANY ($1::text[])', of, standing].filter(Boolean).join(' AND ')}`);

/** What differs between the two statements, in SQL: who asks, and for each kind of row the condition under which it is read. */
interface Reading {
  /** Beside `now`, with its comma; nothing when nobody asks. */
  readonly caller: string;
  readonly asker: string;
  /** Of grants, refusals and exclusions. */
  readonly sharing: string;
  readonly support: string;
  readonly opening: string;
  readonly authority: string;
}

const statement = ({ caller, asker, sharing, support, opening, authority }: Reading): string => `
WITH now AS MATERIALIZED (SELECT clock_timestamp() AS at)${caller}
SELECT ${instant('at')} AS at,
  ${asker} AS asker,
  ${rowsOf('assignment', ['state', 'purposes', `${TEAM} AS led`, `${instant('access_from')} AS starts`, `${instant('access_to')} AS ends`], { of: support })} AS assignments,
  ${rowsOf('sharing_grant', ['state', 'purpose', 'categories::text', 'sources', 'data_from', 'data_to', 'mode', `${instant('access_from')} AS starts`, `${instant('access_to')} AS ends`, `${USED} AS used`], { of: sharing })} AS grants,
  ${rowsOf('refusal', ['purpose', 'categories::text'], { of: sharing, standing: 'ended_event IS NULL' })} AS refusals,
  ${rowsOf('exclusion', [], { of: sharing, standing: 'ended_event IS NULL' })} AS exclusions,
  ${list(`SELECT person, id, kind, worker, agency AS at_agency, categories::text, ${instant('access_from')} AS starts, ${instant('access_to')} AS ends, ${instant('told_from')} AS told
            FROM opening WHERE person = ANY ($1::text[]) AND access_to > now.at AND ${opening}`)} AS openings,
  ${list(`SELECT person, id, representative, kind, powers, categories::text, state, ${instant('access_from')} AS starts, ${instant('access_to')} AS ends
            FROM authority WHERE person = ANY ($1::text[]) AND ${authority}`)} AS authorities,
  ${list('SELECT person, id FROM hold WHERE person = ANY ($1::text[]) AND ended_event IS NULL')} AS holds
FROM now`;

/**
 * Everything that decisions depend on, in one statement and so of one moment: the caller's account and what their agency
 * may receive ($2 worker), and about each person ($1) the hold, and of the assignments, grants, refusals and exclusions
 * those whose recipient means the caller, by name, team now or agency: no other can change what holds for them (`isFor`).
 * Those whose recipient cannot be read are among them, for one might mean the caller; of assignments a lead's also those to
 * workers who are in their team now; of openings the caller's own that are not over.
 *
 * The indexes by person and recipient find those alone, so that nothing about others is passed over: of what a person has
 * to do with others a worker is told nothing, not by the time that it takes either.
 *
 * The clock is read inside it: whatever was committed before the statement began is seen, and the instant is not before
 * that. One branch by index for each table, whatever the number of people.
 */
export const STANDING_SQL = statement({
  caller: `, caller AS MATERIALIZED (
  SELECT ARRAY['', 'agency ' || agency, 'team ' || team, 'worker ' || id] AS names,
         ARRAY(SELECT 'worker ' || led.id FROM worker led WHERE led.team = w.team AND 'TEAM_LEAD' = ANY (w.roles)) AS led
    FROM worker w WHERE id = $2::text)`,
  asker: `(SELECT row_to_json(one) FROM (
    SELECT w.agency, w.team, w.roles, a.holds::text,
           ${receives('at')} AS receives
      FROM worker w JOIN agency a ON a.id = w.agency WHERE w.id = $2::text) AS one)`,
  sharing: `${WHOM} = ANY ((SELECT names FROM caller)::text[])`,
  support: `${WHOM} = ANY ((SELECT names || led FROM caller)::text[])`,
  opening: 'worker = $2::text',
  // Whoever may act for a person is a person.
  authority: 'false',
});

/** The same without a caller: all that stands about these people ($1), whomever it means. */
export const FACTS_SQL = statement({ caller: '', asker: 'NULL::json', sharing: 'true', support: 'true', opening: 'true', authority: 'true' });

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
