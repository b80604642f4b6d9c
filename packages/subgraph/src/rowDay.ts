/** The table says of no row which day it is of: it is not there for a reader who sees the rows of some days alone. */
export const UNDATED = null;

/** Rows with a day or a moment in this column; any rows where there is none. */
export type DatedBy<Column extends string | null> = Column extends string ? { readonly [Name in Column]: Date | null } : unknown;

/** Rows carry the day they are of under this name, where it is asked for: it goes with them when they are copied, and into no answer. */
const DAY: unique symbol = Symbol('day');

interface Dated {
  readonly [DAY]?: Date | null;
}

/** The same row, with the day it is of. */
export const withDay = <Row extends object>(row: Row, day: Date | null): Row => ({ ...row, [DAY]: day });

/** The day that a loader said the row is of; null when it said none. */
export const dayOf = (row: object & Dated): Date | null => row[DAY] ?? null;

const CALENDAR = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day of a moment in Scotland, YYYY-MM-DD. A column of days is read as their midnight in UTC, which is the same day there. */
export const dayInScotland = (at: Date): string => CALENDAR.format(at);
