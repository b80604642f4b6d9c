import { DOMAINS, ERRORS, categoryNamed, type Domain, type ErrorCode, type FetchUse, type SharingState } from '@thegither/vocabulary';

declare const category: unique symbol;

/** The name of a category of the register, or "other": made by `categoryLabel` alone. */
export type CategoryLabel = string & { readonly [category]: true };

/** A subgraph of the house by name; a partner's is "other" until the vocabulary lists it. */
export type SubgraphLabel = Domain | 'other';

/**
 * Everything that a number or a span may be told apart by, and every value that it may have. Nothing here can name a
 * person, a worker, a token, an address or the words of a caller, and whatever is not here does not compile.
 */
export interface Labels {
  /** Of an operation; "none" for what was refused before it could be read. */
  readonly kind: 'query' | 'mutation' | 'stream' | 'none';
  readonly code: ErrorCode | 'OK';
  readonly subgraph: SubgraphLabel;
  readonly use: FetchUse;
  /** What came of a question to another service, or of a step. */
  readonly outcome: 'OK' | 'RELEASED' | 'CHANGED' | 'LATE' | ErrorCode;
  readonly category: CategoryLabel;
  /** Why a part was withheld, as the caller reads it: never what the person said or did. */
  readonly reason: Exclude<SharingState, 'SHARED' | 'SHARED_OWN_ONLY'>;
  readonly step: (typeof STEPS)[number];
  readonly question: 'decide' | 'release' | 'marks' | 'keys' | 'none';
  /** How a circuit breaker stands. */
  readonly breaker: 'closed' | 'open' | 'half-open';
}

/** One of the names. */
export type LabelName = keyof Labels;

/** The steps of the corridor, the whole of a question, and what another service does for it. */
export const STEPS = ['question', 'identify', 'analyse', 'decide', 'fetch', 'release', 'shape', 'serve'] as const;

const CODES = new Set<string>(Object.keys(ERRORS));
const oneOf = (...values: readonly string[]): ReadonlySet<string> => new Set(values);

// Types are gone when the program runs: what a careless cast let through is stopped here.
const VALUES: { readonly [Name in LabelName]: { has(value: string): boolean } } = {
  kind: oneOf('query', 'mutation', 'stream', 'none'),
  code: oneOf('OK', ...CODES),
  subgraph: oneOf(...DOMAINS, 'other'),
  use: oneOf('query', 'mutation', 'joined'),
  outcome: oneOf('OK', 'RELEASED', 'CHANGED', 'LATE', ...CODES),
  category: { has: (value) => value === 'other' || categoryNamed(value) !== undefined },
  reason: oneOf('NOT_SHARED', 'UNAVAILABLE', 'OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'NO_PURPOSE'),
  step: oneOf(...STEPS),
  question: oneOf('decide', 'release', 'marks', 'keys', 'none'),
  breaker: oneOf('closed', 'open', 'half-open'),
};

/** The value if it is on the list, "other" if not, whatever the compiler was told. */
export const safeLabel = (name: LabelName, value: unknown): string => (typeof value === 'string' && VALUES[name].has(value) ? value : 'other');

/** Is it a label at all? */
export const isLabelName = (name: string): name is LabelName => Object.hasOwn(VALUES, name);

const isDomain = (name: string): name is Domain => VALUES.subgraph.has(name) && name !== 'other';

/** The label of a subgraph by the name under which it is configured. */
export const subgraphLabel = (name: string): SubgraphLabel => (isDomain(name) ? name : 'other');

/** The label of a category by its name. */
export const categoryLabel = (name: string): CategoryLabel => (categoryNamed(name) ? name : 'other') as CategoryLabel;
