/** How many random cases each property is tried on; `npm run mutants` takes fewer of each, for every mutant. */
export const PROPERTY_RUNS = 1500;

/** How many random cases are put to Cedar: one is one person, one question and one category. */
export const CEDAR_CASES = 20_000;
