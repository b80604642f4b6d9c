import { HouseError } from '@thegither/vocabulary';

const FORM = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z) (\S{1,200})$/;

/** SQL that writes a moment to the microsecond, as a cursor keeps it. */
export const microseconds = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Where a page ended: the moment and id of its last line. It names a row, so it leaves the house encrypted only. */
export const cursorAt = (moment: string, id: string): string => `${moment} ${id}`;

/** Reads a cursor; nothing for the first page. Throws BAD_REQUEST for a text that this file did not make. */
export function readCursor(cursor: string | null | undefined): { readonly moment: string | null; readonly id: string | null } {
  if (cursor === null || cursor === undefined) return { moment: null, id: null };
  const [, moment, id] = FORM.exec(cursor) ?? [];
  if (moment === undefined || id === undefined) throw new HouseError('BAD_REQUEST', 'That is no place in this list.');
  return { moment, id };
}
