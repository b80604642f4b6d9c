import { isDated, maskOf, toHex, without, type Limit, type PersonDecision } from '@thegither/consent';
import type { ClaimedDays, ClaimedPerson } from '@thegither/vocabulary';

/** The controllers whose rows of any day are shared; undefined when rows are shared by their day alone. */
const sourcesIn = (limits: readonly Limit[]): readonly string[] | undefined => limits.find((limit) => !isDated(limit))?.sources;

const daysOf = ({ from, to, sources }: Limit): ClaimedDays => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(sources && { sources }) });

/**
 * What one person shares, as a subgraph is told. Rows that are shared by their day stand apart from `granted` and only add
 * to it: a category of which nothing else is shared is not in `granted`, so that a subgraph which passes them over, or
 * has never heard of them, withholds.
 */
export function claimedPerson({ granted, own, limits }: Pick<PersonDecision, 'granted' | 'own' | 'limits'>): ClaimedPerson {
  if (limits.size === 0) return { granted: toHex(granted), own: toHex(own) };
  const sources: Record<string, readonly string[]> = {}, dated: Record<string, readonly ClaimedDays[]> = {};
  for (const [category, parts] of limits) {
    const named = sourcesIn(parts), days = parts.filter(isDated).map(daysOf);
    if (named) sources[category] = named;
    if (days.length > 0) dated[category] = days;
  }
  const byDayAlone = Object.keys(dated).filter((category) => sources[category] === undefined);
  return {
    granted: toHex(without(granted, maskOf(...byDayAlone))), own: toHex(own),
    ...(Object.keys(sources).length > 0 && { sources }), ...(Object.keys(dated).length > 0 && { dated }),
  };
}
