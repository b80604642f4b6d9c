import type { Grant } from './facts.ts';

/** A calendar day, YYYY-MM-DD. Days compare as text. */
export type Day = string;

/** One part of what grants open of a category: rows of these controllers alone, and of these days alone. What is not said does not limit. */
export interface Limit {
  /** Never empty. */
  readonly sources?: readonly string[];
  /** The first day whose rows are shared. */
  readonly from?: Day;
  /** The last day whose rows are shared. */
  readonly to?: Day;
}

/** Is the part limited to rows of some days? */
export const isDated = ({ from, to }: Limit): boolean => from !== undefined || to !== undefined;

/** What a grant opens of each of its categories: nothing said means every row. */
export const limitOf = ({ sources, dataFrom, dataTo }: Grant): Limit => ({
  ...(sources.length > 0 && { sources }), ...(typeof dataFrom === 'string' && { from: dataFrom }), ...(typeof dataTo === 'string' && { to: dataTo }),
});

const isWhole = (limit: Limit): boolean => limit.sources === undefined && !isDated(limit);

/** Does the grant open every row of its categories? */
export const opensEveryRow = (grant: Grant): boolean => isWhole(limitOf(grant));

const inOrder = (sources: readonly string[]): string[] => [...new Set(sources)].toSorted();

/** As text that is equal for equal parts, and in whose order parts are told. */
const textOf = ({ sources = [], from = '', to = '' }: Limit): string => [from, to, ...sources].join(' ');

/**
 * Several parts together, each once and always in the same order: a row is shared when one of them has it. Controllers
 * that are named without days are named together.
 */
export function together(limits: readonly Limit[]): Limit[] {
  const undated = limits.filter((limit) => !isDated(limit)).flatMap(({ sources = [] }) => sources);
  const dated = limits.filter(isDated).map((limit): Limit => (limit.sources === undefined ? limit : { ...limit, sources: inOrder(limit.sources) }));
  const each = new Map(dated.map((limit) => [textOf(limit), limit]));
  const inTheirOrder = [...each].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, limit]) => limit);
  return undated.length > 0 ? [{ sources: inOrder(undated) }, ...inTheirOrder] : inTheirOrder;
}
