/** The one row of a field that shows one: null when it is withheld, and null when there is none. */
export const firstRow = <Row>(rows: readonly Row[] | null): Row | null => rows?.[0] ?? null;
