/** By what the list is in order. */
export const SORTS = ['name', 'stage', 'next', 'end'] as const;

/** How the next review stands. */
export const REVIEWS = ['overdue', 'due'] as const;

/** What somebody shares: something beyond how to reach them, nothing beyond it; or they were asked and have not answered. */
export const SHARINGS = ['some', 'nothing', 'waiting'] as const;

/** Asks for needs or areas, and leaves nobody out. */
export const ANY = 'any';

/** What the reader chose to see, as the address says it. */
export interface Filters {
  readonly sort: (typeof SORTS)[number];
  readonly stage: number | undefined;
  /** Code of a need, or 'any'. Nobody's needs are asked for while there is none. */
  readonly need: string | undefined;
  readonly review: (typeof REVIEWS)[number] | undefined;
  readonly sharing: (typeof SHARINGS)[number] | undefined;
  /** Name of an area, or 'any'. Where people live is not asked for while there is none. */
  readonly area: string | undefined;
  /** From 1. */
  readonly page: number;
}

/** How the list stands when nothing was chosen. */
export const UNFILTERED: Filters = { sort: 'name', stage: undefined, need: undefined, review: undefined, sharing: undefined, area: undefined, page: 1 };

const NEED = /^[A-Z][A-Z0-9_]{0,59}$/;
const MOST_STAGES = 5;
const LONGEST_AREA = 80;

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined => words.find((word) => word === text);
const countedTo = (most: number, text: string | undefined): number | undefined => (/^[1-9]\d{0,3}$/.test(text ?? '') && Number(text) <= most ? Number(text) : undefined);

/** Reads what an address says. What it does not know is as if it were not there. */
export function readFilters(query: Readonly<Record<string, string | undefined>>): Filters {
  const { need, area = '' } = query;
  return {
    sort: oneOf(SORTS, query.sort) ?? UNFILTERED.sort,
    stage: countedTo(MOST_STAGES, query.stage),
    need: need !== undefined && (need === ANY || NEED.test(need)) ? need : undefined,
    review: oneOf(REVIEWS, query.review),
    sharing: oneOf(SHARINGS, query.sharing),
    area: area !== '' && area.length <= LONGEST_AREA ? area : undefined,
    page: countedTo(9999, query.page) ?? 1,
  };
}

/** Is anybody left out by them? */
export const leavesOut = ({ stage, need, review, sharing, area }: Filters): boolean =>
  [stage, review, sharing, need === ANY ? undefined : need, area === ANY ? undefined : area].some((chosen) => chosen !== undefined);

/** The address of a list: no more in it than what differs from the plain one. */
export function caseloadAt(filters: Filters, after: string | null): string {
  const chosen = Object.entries({ ...filters, after: after ?? undefined }).filter(([name, value]) => value !== undefined && value !== UNFILTERED[name as keyof Filters]);
  const query = new URLSearchParams(Object.fromEntries(chosen.map(([name, value]) => [name, String(value)]))).toString();
  return query === '' ? '/caseload' : `/caseload?${query}`;
}
