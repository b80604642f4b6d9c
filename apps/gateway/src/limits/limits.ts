import { HouseError, MOST_PEOPLE } from '@thegither/vocabulary';

/**
 * How much one question may ask. They are held before anything expensive is done with it: first the body and the tokens,
 * then what a walk through its text finds, then validation and planning. A whole person, for everybody of a caseload of
 * 200, is within all of them.
 */
export interface Limits {
  /** The largest body, in bytes. */
  readonly body: number;
  /** Words and signs of the document. */
  readonly tokens: number;
  /** Selections inside each other, fragments counted; and lists and objects inside each other in what is given along. */
  readonly depth: number;
  /** Fields and fragments, with every fragment written out where it is used: what the planner has to plan. */
  readonly fields: number;
  /** Different fields at the root, by the names that they have in the answer: a mutation sends each of them by itself. */
  readonly roots: number;
  /** Places of the answer where somebody stands, however many people stand in each: each place is planned for in every subgraph that is asked there. */
  readonly people: number;
  /** Names that are given to fields, with every fragment written out. */
  readonly aliases: number;
  readonly directives: number;
  /** How often validation has to compare two fields or two fragments of the same place with each other: it grows with the square of how often they stand there. */
  readonly comparisons: number;
  /** Items of all lists together, in the text and in the variables: how many people are named. */
  readonly listItems: number;
  /** Fields that the answer can have: each field times the lists around it, by their `first`, by the ids that were given, or by a guess. */
  readonly cost: number;
  /** The same for a question about the schema, which anybody may ask without a token. */
  readonly schemaCost: number;
  /** Milliseconds in which the headers of a request must be here, and all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
}

/**
 * What a gateway allows that is not told otherwise. Planning is the dearest work that one question can cause, and
 * nothing else runs in the process meanwhile: the dearest question that is let in keeps it for less than 200 ms. Measured
 * over the whole house with `node --conditions=source --import tsx tests/bench/planning.ts`, in processor time on two busy
 * cores (Node 20): 180 ms for six changes that each answer with something of every subgraph, one of them with a whole
 * person; 135 ms for six people alike; 60 ms for one whole person; 85 ms for 141 fragments in one place; 60 ms for 99
 * aliases with all that is below them. Each further person at the root costs 16 to 50 ms, what 50 aliases below a person
 * cost: so it is people who are counted. Fifty of them at the root took a second.
 */
export const LIMITS: Limits = {
  body: 1024 * 1024, tokens: 5_000, depth: 25, fields: 2_000, roots: 30, people: 6, aliases: 100, directives: 100, comparisons: 10_000, listItems: MOST_PEOPLE,
  cost: 4_000_000, schemaCost: 200_000, headersMs: 10_000, requestMs: 20_000,
};

/** A limit that is about what a question says. */
export type QuestionLimit = Exclude<keyof Limits, 'body' | 'headersMs' | 'requestMs'>;

const WORDS: Readonly<Record<QuestionLimit, string>> = {
  tokens: 'words and signs', depth: 'levels inside each other', fields: 'fields, its fragments written out', roots: 'fields at its root', people: 'places where people stand', aliases: 'aliases', directives: 'directives',
  comparisons: 'comparisons of fields and fragments that stand in one place', listItems: 'items in its lists', cost: 'fields in its answer', schemaCost: 'fields in an answer about the schema',
};

/** The refusal of a question that is over a limit: it says which, and repeats nothing of the question. */
export const overLimit = (limit: QuestionLimit, limits: Limits): HouseError => new HouseError('BAD_REQUEST', `A question has at most ${limits[limit]} ${WORDS[limit]}.`);

/** Throws BAD_REQUEST for more than a limit allows; what is no number at all is more. */
export function holdTo(limit: QuestionLimit, limits: Limits, amount: number): void {
  if (!(amount <= limits[limit])) throw overLimit(limit, limits);
}
