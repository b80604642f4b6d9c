import { covers, isDated, maskOf, overlaps, union, type Limit, type Mask } from '@thegither/consent';
import { REGISTER, categoryNamed } from '@thegither/vocabulary';
import { dayInScotland } from './rowDay.ts';

/**
 * What one person shares with the caller of this request, in the register's own bits.
 * `granted`: every row, or those of one of the category's `limits` alone where it has some.
 * `own`: only rows whose controller is `agency`, the caller's own.
 */
export interface PersonAccess {
  readonly granted: Mask;
  readonly own: Mask;
  /** Category name -> the only rows that `granted` opens, by controller and day. Absent: any. */
  readonly limits: ReadonlyMap<string, readonly Limit[]>;
  /** The caller's agency; undefined when the person themselves asks. */
  readonly agency: string | undefined;
}

/** What is known of a row before it is read: whose it is and of which day. A row without a controller is nobody's own; one without a day is of no day. */
export interface RowOf {
  readonly controller: string | undefined;
  readonly day: Date | null;
}

/** Which rows of one category are open: every one, or those that one of the parts has. */
export type OpenRows = 'every' | readonly Limit[];

/** Everything that is open to the caller about this person, whichever rows. */
export const openIn = (access: PersonAccess): Mask => union(access.granted, access.own);

/** Does something that this person shares depend on the day of a row? */
export const asksForDays = ({ limits }: PersonAccess): boolean => [...limits.values()].some((parts) => parts.some(isDated));

/**
 * Which rows each needed category opens: a row has to be open in all of them. Undefined withholds: one of them is not
 * shared at all.
 */
export function rowsFor(access: PersonAccess, needs: Mask): readonly OpenRows[] | undefined {
  if (!covers(openIn(access), needs)) return undefined;
  return REGISTER.filter(({ bit }) => overlaps(needs, (1n << BigInt(bit)) as Mask)).map(({ bit, name }) => rowsOfOne(access, (1n << BigInt(bit)) as Mask, name));
}

function rowsOfOne(access: PersonAccess, category: Mask, name: string): OpenRows {
  const own = overlaps(access.own, category) && access.agency !== undefined ? [{ sources: [access.agency] }] : [];
  if (!overlaps(access.granted, category)) return own;
  const limits = access.limits.get(name);
  return limits === undefined ? 'every' : [...limits, ...own];
}

/** May this row be read, where all of these categories are needed? */
export function mayRead(access: PersonAccess, needs: Mask, row: RowOf): boolean {
  const open = rowsFor(access, needs);
  return open !== undefined && open.every((rows) => rows === 'every' || rows.some((part) => has(part, row)));
}

/**
 * May words with these labels be read, in this row? A label that the register does not know withholds them: nobody can
 * say who may see it.
 */
export const mayReadLabels = (access: PersonAccess, labels: readonly string[], row: RowOf): boolean =>
  labels.every((label) => categoryNamed(label) !== undefined && mayRead(access, maskOf(label), row));

function has(part: Limit, { controller, day }: RowOf): boolean {
  const { sources, from, to } = part;
  if (sources !== undefined && (controller === undefined || !sources.includes(controller))) return false;
  if (!isDated(part)) return true;
  if (day === null) return false;
  const on = dayInScotland(day);
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}
