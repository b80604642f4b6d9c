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

/** A table's rows about these people, of those whom the statement reads of. */
const select = (table: string, columns: readonly string[], { of, standing }: { readonly of: string; readonly standing?: string | undefined }): string =>
  `SELECT ${['person', 'id', RECIPIENT, ...columns].join(', ')} FROM ${table} WHERE ${['person = ANY ($1::text[])', of, standing].filter(Boolean).join(' AND ')}`;

const rowsOf = (...rows: Parameters<typeof select>): string => list(select(...rows));

/** What is read of a grant, from the table or from rows of it that have another name. Of one for one meeting also the first disclosure by it, in the person's own order; of any other nobody asks. It is on the record and nowhere else, so that nothing can forget it. */
const grantColumns = (from: string): string[] => ['state', 'purpose', 'categories::text', 'sources', 'data_from', 'data_to', 'mode', `${instant('access_from')} AS starts`, `${instant('access_to')} AS ends`,
  `CASE WHEN purpose = 'ONE_MEETING' THEN (SELECT ${instant('min(d.at)')} FROM disclosure d WHERE d.person = ${from}.person AND ${from}.id = ANY (d.grants)) END AS used`];

/** Somebody ended it, so that it opens nothing any more. */
const ENDED = `state IN ('WITHDRAWN', 'SUPERSEDED', 'RENOUNCED', 'INVALIDATED')`;

/**
 * Grants that stand, each by itself, and of those that somebody ended one for each recipient, purpose and way of ending,
 * with the categories of all: a decision asks no more of them, so who has agreed and stopped a hundred times is decided
 * about as fast as who did it once.
 */
const standingGrants = (of: string): string => list(`WITH theirs AS MATERIALIZED (SELECT * FROM sharing_grant WHERE person = ANY ($1::text[]) AND ${of})
    ${select('theirs', grantColumns('theirs'), { of: `NOT ${ENDED}` })}
    UNION ALL
    SELECT person, min(id::text)::uuid, recipient_agency, recipient_team, recipient_worker, state, purpose, bit_or(categories)::text, '{}', NULL, NULL, 'VIEW', ${instant('min(access_from)')}, ${instant('max(access_to)')}, NULL
      FROM theirs WHERE ${ENDED} GROUP BY person, recipient_agency, recipient_team, recipient_worker, state, purpose`);

/** What differs between the statements, in SQL: who asks, and for each kind of row the condition under which it is read. */
interface Reading {
  /** Beside `now`, with its comma; nothing when nobody asks. */
  readonly caller: string;
  readonly asker: string;
  /** The list of grants. */
  readonly granted: string;
  /** Of refusals and exclusions. */
  readonly closed: string;
  readonly support: string;
  readonly opening: string;
  readonly authority: string;
  readonly hold: string;
}

const statement = ({ caller, asker, granted, closed, support, opening, authority, hold }: Reading): string => `
WITH now AS MATERIALIZED (SELECT clock_timestamp() AS at)${caller}
SELECT ${instant('at')} AS at,
  ${asker} AS asker,
  ${rowsOf('assignment', ['state', 'purposes', `${TEAM} AS led`, `${instant('access_from')} AS starts`, `${instant('access_to')} AS ends`], { of: support })} AS assignments,
  ${granted} AS grants,
  ${rowsOf('refusal', ['purpose', 'categories::text'], { of: closed, standing: 'ended_event IS NULL' })} AS refusals,
  ${rowsOf('exclusion', [], { of: closed, standing: 'ended_event IS NULL' })} AS exclusions,
  ${list(`SELECT person, id, kind, worker, agency AS at_agency, categories::text, ${instant('access_from')} AS starts, ${instant('access_to')} AS ends, ${instant('told_from')} AS told
            FROM opening WHERE person = ANY ($1::text[]) AND access_to > now.at AND ${opening}`)} AS openings,
  ${list(`SELECT person, id, representative, kind, powers, categories::text, state, ${instant('access_from')} AS starts, ${instant('access_to')} AS ends
            FROM authority WHERE person = ANY ($1::text[]) AND ${authority}`)} AS authorities,
  ${list(`SELECT person, id FROM hold WHERE person = ANY ($1::text[]) AND ended_event IS NULL AND ${hold}`)} AS holds
FROM now`;

/** Whose recipient means the worker who asks. */
const TO_CALLER = `${WHOM} = ANY ((SELECT names FROM caller)::text[])`;

/**
 * Everything that decisions about what a worker asks depend on, in one statement and so of one moment: the worker's account and what their agency
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
export const WORKER_STANDING_SQL = statement({
  caller: `, caller AS MATERIALIZED (
  SELECT ARRAY['', 'agency ' || agency, 'team ' || team, 'worker ' || id] AS names,
         ARRAY(SELECT 'worker ' || led.id FROM worker led WHERE led.team = w.team AND 'TEAM_LEAD' = ANY (w.roles)) AS led
    FROM worker w WHERE id = $2::text)`,
  asker: `(SELECT row_to_json(one) FROM (
    SELECT w.agency, w.team, w.roles, a.holds::text,
           ${receives('at')} AS receives
      FROM worker w JOIN agency a ON a.id = w.agency WHERE w.id = $2::text) AS one)`,
  granted: standingGrants(TO_CALLER),
  closed: TO_CALLER,
  support: `${WHOM} = ANY ((SELECT names || led FROM caller)::text[])`,
  opening: 'worker = $2::text',
  // Whoever may act for a person is a person.
  authority: 'false',
  hold: 'true',
});

/**
 * The same where a person asks ($2): what they may see of themselves rests on no row, and what they may see of another
 * on the authorities by which they act for them, and on nothing that the other has to do with anybody else. So what
 * somebody has agreed to over the years holds up neither their stopping it nor their own pages.
 */
export const PERSON_STANDING_SQL = statement({ caller: '', asker: 'NULL::json', granted: 'NULL::json', closed: 'false', support: 'false', opening: 'false', authority: 'representative = $2::text', hold: 'false' });

/** The same without a caller: all that stands about these people ($1), whomever it means. */
export const FACTS_SQL = statement({ caller: '', asker: 'NULL::json', granted: rowsOf('sharing_grant', grantColumns('sharing_grant'), { of: 'true' }), closed: 'true', support: 'true', opening: 'true', authority: 'true', hold: 'true' });

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
