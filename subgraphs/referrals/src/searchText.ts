import { HouseError } from '@thegither/vocabulary';

/** Could a column hold this? PostgreSQL has no text with a NUL in it, and fails on one instead of finding nothing. */
export const isStorable = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

/**
 * What somebody looks for; undefined for nothing in particular.
 * @throws HouseError INVALID_INPUT for text that no service could have
 */
export function readText(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  if (!isStorable(text)) throw new HouseError('INVALID_INPUT');
  return text;
}
