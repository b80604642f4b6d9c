import { REGISTER } from '@thegither/vocabulary';

/** What a service tells of whoever is referred there, where nobody can say. The register knows no such category, so it withholds. */
export const UNKNOWN = 'UNKNOWN';

/** What every referral tells: the field needs it itself. */
export const ALWAYS = 'SUPPORT_RECEIVED';

const ORDER = [...REGISTER.map(({ name }) => name), UNKNOWN];

/**
 * The categories that a referral to a service tells, as the directory writes them: each once, in the register's order,
 * joined by "+". Being referred somewhere that answers several needs may be for any of them, so it tells all. Whatever
 * the register does not know counts as UNKNOWN.
 */
export function writeTells(categories: Iterable<string>): string {
  const told = new Set([...categories].map((category) => (ORDER.includes(category) ? category : UNKNOWN)));
  const beyond = ORDER.filter((category) => told.has(category) && category !== ALWAYS);
  return beyond.length > 0 ? beyond.join('+') : ALWAYS;
}

/** The labels of a referral to a service that tells this. */
export const readTells = (tells: string): string[] => tells.split('+');
