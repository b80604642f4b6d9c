import { isDated, maskOf, namesIn, without, EVERYTHING, type Limit, type Mask } from '@thegither/consent';
import DataLoader from 'dataloader';
import { asksForDays, mayRead, mayReadLabels, openIn, rowsFor, type PersonAccess, type RowOf } from './access.ts';
import type { SubgraphContext } from './context.ts';
import { NOBODYS, isKept, keptFrom } from './keptFromThem.ts';
import { perRequest } from './perRequest.ts';
import { dayOf, withDay, type DatedBy } from './rowDay.ts';

/** Every row of a room says whose it is: the person, and the agency that is its controller. */
export interface PersonRow {
  readonly person: string;
  readonly controller: string;
}

/** A row with words that somebody wrote freely: `labels` names the categories that the words may tell about. */
export interface LabelledRow extends PersonRow {
  readonly labels: readonly string[];
}

/** Part of a Prisma `where`: these people's rows, of these controllers and days alone where it says so, without those that are kept from the person. */
export interface PeopleWhere {
  readonly person: { in: string[] };
  readonly controller?: { in: string[] };
  readonly id?: { notIn: string[] };
  readonly AND?: object[];
}

/** As PeopleWhere, and without the rows that carry a label outside what these people share. */
export interface LabelledWhere extends PeopleWhere {
  readonly NOT?: { labels: { hasSome: string[] } };
}

/** The `where` for all people of a batch: they are grouped by what they share alike. */
export interface RowsWhere<Part extends PeopleWhere> {
  readonly OR: Part[];
}

/** The same `where` for another table that comes with the rows, whose day is in this column; null where it has none. */
export type WhereBy<Part extends PeopleWhere> = (column: string | null) => RowsWhere<Part>;

/** Asks a table: what it may narrow further by the caller, it takes from the request. */
export type Find<Row, Part extends PeopleWhere> = (where: RowsWhere<Part>, context: SubgraphContext, whereBy: WhereBy<Part>) => Promise<Row[]>;

/** Loads one person's rows. Null: withheld, or nobody in the decision. An empty list: shared, and there is nothing. */
export type LoadRows<Row> = (person: string, context: SubgraphContext) => Promise<Row[] | null>;

/** Loads the rows that hang from another, as LoadRows does. */
export type LoadBelow<Above, Row> = (above: Above, context: SubgraphContext) => Promise<Row[] | null>;

/** A row that others hang from. */
interface AboveRow extends PersonRow {
  readonly id: string;
}

/**
 * Rows that need these categories, by person: one query for a request and field, however many people it is about.
 * Whoever does not share is not in the query. `day` is the column that says which day a row is of: a reader who sees the
 * rows of some days sees it by that one. `find` gives the rows in the order in which they are shown.
 * @throws RangeError when a category is not in the register
 */
export const personRows = <Column extends string | null, Row extends PersonRow & DatedBy<Column>>(categories: readonly string[], day: Column, find: Find<Row, PeopleWhere>): LoadRows<Row> =>
  loadBy({ needs: maskOf(...categories), column: day, whereOf: peopleWhere, find, lets: () => true, accessOf: asDecided });

/**
 * As personRows, for rows with free text: a row is not there for a reader who may not see one of its labels. The query
 * leaves such rows out, and each row that comes is checked again, so that a label which the register does not know
 * withholds its row.
 */
export const labelledRows = <Column extends string | null, Row extends LabelledRow & DatedBy<Column>>(categories: readonly string[], day: Column, find: Find<Row, LabelledWhere>): LoadRows<Row> =>
  loadBy({ needs: maskOf(...categories), column: day, whereOf: labelledWhere, find, lets: labelsOpen, accessOf: asDecided });

/**
 * Rows that hang from another and have no day of their own: each is of the day of the row above, by whose loader it was
 * let in. All of a request are loaded at once, and sorted under theirs afterwards.
 */
export const rowsBelow = <Above extends AboveRow, Row extends PersonRow>(
  categories: readonly string[], find: Find<Row, PeopleWhere>, idAbove: (row: Row) => string,
): LoadBelow<Above, Row> => {
  const needs = maskOf(...categories);
  return below(needs, idAbove, loadBy({ needs, column: null, whereOf: peopleWhere, find, lets: () => true, accessOf: onAnyDay }), () => true);
};

/** As rowsBelow, for rows with free text. */
export const labelledRowsBelow = <Above extends AboveRow, Row extends LabelledRow>(
  categories: readonly string[], find: Find<Row, LabelledWhere>, idAbove: (row: Row) => string,
): LoadBelow<Above, Row> => {
  const needs = maskOf(...categories);
  return below(needs, idAbove, loadBy({ needs, column: null, whereOf: labelledWhere, find, lets: labelsOpen, accessOf: onAnyDay }), labelsOpen);
};

type AccessOf = (context: SubgraphContext, person: string) => PersonAccess | undefined;
type Lets<Row> = (row: Row, access: PersonAccess, of: RowOf) => boolean;

const asDecided: AccessOf = ({ decision }, person) => decision.of(person);

/** What is decided, as if every day were shared: the day is asked afterwards. */
const onAnyDay: AccessOf = ({ decision }, person) => {
  const access = decision.of(person);
  return access === undefined || !asksForDays(access) ? access : { ...access, limits: new Map([...access.limits].flatMap(([category, parts]) => withoutDays(category, parts))) };
};

function withoutDays(category: string, parts: readonly Limit[]): [string, readonly Limit[]][] {
  const sources = parts.map((part) => part.sources);
  return sources.includes(undefined) ? [] : [[category, sources.map((named) => ({ sources: named! }))]];
}

function below<Above extends AboveRow, Row extends PersonRow>(needs: Mask, idAbove: (row: Row) => string, load: LoadRows<Row>, lets: Lets<Row>): LoadBelow<Above, Row> {
  return async (above, context) => {
    const rows = await load(above.person, context), access = context.decision.of(above.person);
    if (rows === null || access === undefined) return null;
    const mine = rows.filter((row) => idAbove(row) === above.id);
    if (!asksForDays(access)) return mine;
    const day = dayOf(above);
    return mine.filter((row) => mayRead(access, needs, { controller: row.controller, day }) && lets(row, access, { controller: row.controller, day })).map((row) => withDay(row, day));
  };
}

interface Loading<Row, Part extends PeopleWhere> {
  readonly needs: Mask;
  readonly column: string | null;
  readonly whereOf: WhereOf<Part>;
  readonly find: Find<Row, Part>;
  readonly lets: Lets<Row>;
  readonly accessOf: AccessOf;
}

type WhereOf<Part extends PeopleWhere> = (access: PersonAccess, needs: Mask, column: string | null) => Omit<Part, 'person'>;

function loadBy<Row extends PersonRow, Part extends PeopleWhere>({ needs, column, whereOf, find, lets, accessOf }: Loading<Row, Part>): LoadRows<Row> {
  const loaderOf = perRequest((context) => new DataLoader<string, Row[] | null>(async (people) => {
    const of = (person: string): PersonAccess | undefined => accessOf(context, person);
    const open = people.filter((person) => isOpen(of(person), needs));
    if (open.length === 0) return people.map(() => null);
    const kept = await keptFrom(context);
    const whereBy: WhereBy<Part> = (day) => ({ OR: grouped<Part>(open, (person) => ({ ...whereOf(of(person)!, needs, day), ...(kept !== NOBODYS && { id: { notIn: [...kept] } }) })) });
    const byPerson = new Map<string, Row[]>(open.map((person) => [person, []]));
    for (const row of await find(whereBy(column), context, whereBy)) {
      const shown = isKept(row, kept) ? undefined : ifOpen(row, of(row.person));
      if (shown) byPerson.get(row.person)?.push(shown);
    }
    return people.map((person) => byPerson.get(person) ?? null);
  }));
  // What the query promised is checked on each row: a `find` that forgets the `where` tells nothing.
  const ifOpen = (row: Row, access: PersonAccess | undefined): Row | undefined => {
    if (access === undefined) return undefined;
    const day = asksForDays(access) ? dayIn(row, column) : null;
    const known = { controller: row.controller, day };
    if (!mayRead(access, needs, known) || !lets(row, access, known)) return undefined;
    return day === null ? row : withDay(row, day);
  };
  return (person, context) => loaderOf(context).load(person);
}

const isOpen = (access: PersonAccess | undefined, needs: Mask): boolean => access !== undefined && rowsFor(access, needs) !== undefined;

const labelsOpen = (row: LabelledRow, access: PersonAccess, of: RowOf): boolean => mayReadLabels(access, row.labels, of);

function dayIn(row: object, column: string | null): Date | null {
  const value = column === null ? null : (row as Readonly<Record<string, unknown>>)[column];
  return value instanceof Date ? value : null;
}

function peopleWhere(access: PersonAccess, needs: Mask, column: string | null): Omit<PeopleWhere, 'person'> {
  const limited = (rowsFor(access, needs) ?? [[]]).filter((rows) => rows !== 'every');
  const byController = limited.filter((parts) => !parts.some(isDated)).map((parts) => [...new Set(parts.flatMap(({ sources = [] }) => sources))]);
  const byDay = limited.filter((parts) => parts.some(isDated)).map((parts) => ({ OR: parts.filter((part) => column !== null || !isDated(part)).map((part) => partWhere(part, column ?? '')) }));
  return {
    ...(byController.length > 0 && { controller: { in: byController.reduce((some, others) => some.filter((one) => others.includes(one))) } }),
    ...(byDay.length > 0 && { AND: byDay }),
  };
}

const HOUR_MS = 3_600_000;
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

// A day of moments begins in Scotland up to an hour before it does in UTC: the query has all of it, and each row is checked.
const partWhere = ({ sources, from, to }: Limit, column: string): object => ({
  ...(sources && { controller: { in: [...sources] } }),
  ...((from ?? to) !== undefined && { [column]: {
    ...(from !== undefined && { gte: new Date(midnight(from) - HOUR_MS) }), ...(to !== undefined && { lt: new Date(midnight(to) + 24 * HOUR_MS) }),
  } }),
});

function labelledWhere(access: PersonAccess, needs: Mask, column: string | null): Omit<LabelledWhere, 'person'> {
  const closed = namesIn(without(EVERYTHING, openIn(access)));
  return { ...peopleWhere(access, needs, column), ...(closed.length > 0 && { NOT: { labels: { hasSome: closed } } }) };
}

/** People who share alike stand in one part of the query. */
function grouped<Part extends PeopleWhere>(people: readonly string[], whereOf: (person: string) => Omit<Part, 'person'>): Part[] {
  const groups = new Map<string, { people: string[]; where: Omit<Part, 'person'> }>();
  for (const person of people) {
    const where = whereOf(person);
    const key = JSON.stringify(where);
    const group = groups.get(key);
    if (group) group.people.push(person);
    else groups.set(key, { people: [person], where });
  }
  return [...groups.values()].map(({ people, where }) => ({ ...where, person: { in: people } }) as Part);
}
