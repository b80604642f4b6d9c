import { HouseError } from '@thegither/vocabulary';

const DEFAULT_SIZE = 50;
const MOST = 100;

/**
 * How many unit groups a page may have.
 * @throws HouseError INVALID_INPUT for less than one or more than a hundred
 */
export function readSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_SIZE;
  if (size < 1 || size > MOST) throw new HouseError('INVALID_INPUT', `A page has 1 to ${MOST} unit groups.`);
  return size;
}

/**
 * Where the page before ended: the number of its last unit group; undefined for the beginning.
 * @throws HouseError INVALID_INPUT for any other text
 */
export function readPlace(after: string | null | undefined): string | undefined {
  if (after === null || after === undefined) return undefined;
  if (!/^\d{4}$/.test(after)) throw new HouseError('INVALID_INPUT', 'That is not where a page ended.');
  return after;
}

/**
 * What somebody looks for; undefined for nothing in particular. PostgreSQL has no text with a NUL in it.
 * @throws HouseError INVALID_INPUT for text that no list could have
 */
export function readText(text: string | null | undefined): string | undefined {
  if (text?.includes('\0')) throw new HouseError('INVALID_INPUT');
  return text ?? undefined;
}

/** A page out of up to one row more than it may have: the further row only tells that there is another page. */
export function pageOf<Row extends { readonly soc: string }>(rows: readonly Row[], size: number): { unitGroups: Row[]; next: string | null } {
  const unitGroups = rows.slice(0, size);
  return { unitGroups, next: rows.length > size ? unitGroups.at(-1)?.soc ?? null : null };
}
