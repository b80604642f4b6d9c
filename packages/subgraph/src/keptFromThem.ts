import type { SubgraphContext } from './context.ts';

/** No row is kept from anybody. */
export const NOBODYS: ReadonlySet<string> = new Set();

/**
 * The ids of the rows that a controller keeps from the person whom they are about: for whoever asks as that person, or for
 * them, they are as if they were not there. Nobody else's reading depends on it.
 * @see Data Protection Act 2018, Schedules 2 and 3
 */
export async function keptFrom({ decision, restricted }: SubgraphContext): Promise<ReadonlySet<string>> {
  if (decision.caller.kind !== 'person') return NOBODYS;
  const ids = await restricted();
  return ids.size === 0 ? NOBODYS : ids;
}

/** Is this one of those rows? */
export const isKept = (row: object, kept: ReadonlySet<string>): boolean => 'id' in row && typeof row.id === 'string' && kept.has(row.id);
