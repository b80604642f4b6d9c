import { HouseError } from '@thegither/vocabulary';
import { isStorable } from './searchText.ts';

/** A place in the directory: the service that the page before ended with. Services stand by name, then by id. */
export interface Place {
  readonly name: string;
  readonly id: string;
}

const DEFAULT_SIZE = 50;
const MOST = 100;

/**
 * How many services a page may have.
 * @throws HouseError INVALID_INPUT for less than one or more than a hundred
 */
export function readSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_SIZE;
  if (size < 1 || size > MOST) throw new HouseError('INVALID_INPUT', `A page has 1 to ${MOST} services.`);
  return size;
}

/** A place as text for the reader to hand back. It is about a service, not a person, so it needs no secrecy. */
const writePlace = ({ name, id }: Place): string => Buffer.from(JSON.stringify([name, id]), 'utf8').toString('base64url');

/**
 * Reads a place that writePlace wrote; undefined for the beginning.
 * @throws HouseError INVALID_INPUT for any other text
 */
export function readPlace(after: string | null | undefined): Place | undefined {
  if (after === null || after === undefined) return undefined;
  const [name, id] = parsed(after);
  if (!isStorable(name) || !isStorable(id)) throw notOurs();
  return { name, id };
}

function parsed(after: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch (cause) {
    throw notOurs(cause);
  }
}

const notOurs = (cause?: unknown): HouseError => new HouseError('INVALID_INPUT', 'That is not where a page ended.', { cause });

/** A page out of up to one row more than it may have: the further row only tells that there is another page. */
export function pageOf<Row extends Place>(rows: readonly Row[], size: number): { services: Row[]; next: string | null } {
  const services = rows.slice(0, size);
  const last = services.at(-1);
  return { services, next: rows.length > size && last ? writePlace(last) : null };
}
