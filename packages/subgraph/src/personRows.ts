import { maskOf, namesIn, without, EVERYTHING, type Mask } from '@thegither/consent';
import DataLoader from 'dataloader';
import { controllersFor, mayRead, mayReadLabels, openIn, type PersonAccess } from './access.ts';
import type { SubgraphContext } from './context.ts';
import { perRequest } from './perRequest.ts';

/** Every row of a room says whose it is: the person, and the agency that is its controller. */
export interface PersonRow {
  readonly person: string;
  readonly controller: string;
}

/** A row with words that somebody wrote freely: `labels` names the categories that the words may tell about. */
export interface LabelledRow extends PersonRow {
  readonly labels: readonly string[];
}

/** Part of a Prisma `where`: these people's rows, of these controllers alone where it says so. */
export interface PeopleWhere {
  readonly person: { in: string[] };
  readonly controller?: { in: string[] };
}

/** As PeopleWhere, and without the rows that carry a label outside what these people share. */
export interface LabelledWhere extends PeopleWhere {
  readonly NOT?: { labels: { hasSome: string[] } };
}

/** The `where` for all people of a batch: they are grouped by what they share alike. */
export interface RowsWhere<Part extends PeopleWhere> {
  readonly OR: Part[];
}

/** Asks a table: what it may narrow further by the caller, it takes from the request. */
export type Find<Row, Part extends PeopleWhere> = (where: RowsWhere<Part>, context: SubgraphContext) => Promise<Row[]>;

/** Loads one person's rows. Null: withheld, or nobody in the decision. An empty list: shared, and there is nothing. */
export type LoadRows<Row> = (person: string, context: SubgraphContext) => Promise<Row[] | null>;

/**
 * Rows that need these categories, by person: one query for a request and field, however many people it is about.
 * Whoever does not share is not in the query. `find` gives the rows in the order in which they are shown.
 * @throws RangeError when a category is not in the register
 */
export const personRows = <Row extends PersonRow>(categories: readonly string[], find: Find<Row, PeopleWhere>): LoadRows<Row> =>
  loadBy(maskOf(...categories), peopleWhere, find);

/**
 * As personRows, for rows with free text: a row is not there for a reader who may not see one of its labels. The query
 * leaves such rows out, and each row that comes is checked again, so that a label which the register does not know
 * withholds its row.
 */
export const labelledRows = <Row extends LabelledRow>(categories: readonly string[], find: Find<Row, LabelledWhere>): LoadRows<Row> =>
  loadBy(maskOf(...categories), labelledWhere, async (where, context) =>
    (await find(where, context)).filter((row) => labelsOpen(row, context.decision.of(row.person))));

function loadBy<Row extends PersonRow, Part extends PeopleWhere>(
  needs: Mask,
  whereOf: (access: PersonAccess, needs: Mask) => Omit<Part, 'person'>,
  find: Find<Row, Part>,
): LoadRows<Row> {
  const loaderOf = perRequest((context) => {
    const accessOf = (person: string): PersonAccess | undefined => context.decision.of(person);
    return new DataLoader<string, Row[] | null>(async (people) => {
      const open = people.filter((person) => isOpen(accessOf(person), needs));
      const rows = open.length === 0 ? [] : await find({ OR: grouped<Part>(open, (person) => whereOf(accessOf(person)!, needs)) }, context);
      const byPerson = new Map<string, Row[]>(open.map((person) => [person, []]));
      for (const row of rows) if (rowOpen(row, accessOf(row.person), needs)) byPerson.get(row.person)?.push(row);
      return people.map((person) => byPerson.get(person) ?? null);
    });
  });
  return (person, context) => loaderOf(context).load(person);
}

const isOpen = (access: PersonAccess | undefined, needs: Mask): boolean => access !== undefined && controllersFor(access, needs) !== undefined;

// What the query promised is checked on each row: a `find` that forgets the `where` tells nothing.
const rowOpen = (row: PersonRow, access: PersonAccess | undefined, needs: Mask): boolean => access !== undefined && mayRead(access, needs, row.controller);

const labelsOpen = (row: LabelledRow, access: PersonAccess | undefined): boolean =>
  access !== undefined && mayReadLabels(access, row.labels, row.controller);

function peopleWhere(access: PersonAccess, needs: Mask): Omit<PeopleWhere, 'person'> {
  const controllers = controllersFor(access, needs);
  return controllers === 'any' ? {} : { controller: { in: [...(controllers ?? [])] } };
}

function labelledWhere(access: PersonAccess, needs: Mask): Omit<LabelledWhere, 'person'> {
  const closed = namesIn(without(EVERYTHING, openIn(access)));
  return { ...peopleWhere(access, needs), ...(closed.length > 0 && { NOT: { labels: { hasSome: closed } } }) };
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
