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
  /** Names that are given to fields, with every fragment written out: each one at the root is a fetch of its own. */
  readonly aliases: number;
  readonly directives: number;
  /** How often validation has to compare two fields of the same place with each other: it grows with the square of how often they stand there. */
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

/** What a gateway allows that is not told otherwise. */
export const LIMITS: Limits = {
  body: 1024 * 1024, tokens: 5_000, depth: 25, fields: 4_000, aliases: 150, directives: 100, comparisons: 100_000, listItems: MOST_PEOPLE,
  cost: 4_000_000, schemaCost: 200_000, headersMs: 10_000, requestMs: 20_000,
};

/** A limit that is about what a question says. */
export type QuestionLimit = Exclude<keyof Limits, 'body' | 'headersMs' | 'requestMs'>;

const WORDS: Readonly<Record<QuestionLimit, string>> = {
  tokens: 'words and signs', depth: 'levels inside each other', fields: 'fields, its fragments written out', aliases: 'aliases', directives: 'directives',
  comparisons: 'comparisons of fields that stand in one place', listItems: 'items in its lists', cost: 'fields in its answer', schemaCost: 'fields in an answer about the schema',
};

/** The refusal of a question that is over a limit: it says which, and repeats nothing of the question. */
export const overLimit = (limit: QuestionLimit, limits: Limits): HouseError => new HouseError('BAD_REQUEST', `A question has at most ${limits[limit]} ${WORDS[limit]}.`);

/** Throws BAD_REQUEST for more than a limit allows; what is no number at all is more. */
export function holdTo(limit: QuestionLimit, limits: Limits, amount: number): void {
  if (!(amount <= limits[limit])) throw overLimit(limit, limits);
}
