/** So many in so many seconds, counted from the first. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/**
 * How often somebody may ask. Counted by each gateway process for itself: with three of them a caller may ask up to
 * three times as often. Nothing is counted by network address, which a whole office may share; whoever has no valid token
 * reaches nothing but the schema.
 */
export interface Rates {
  /** Questions of one caller. One whose operation had to be planned counts as ten. */
  readonly questions: Rate;
  /** People whom one caller asked about, each question for itself: a caseload of 200 is 200. */
  readonly people: Rate;
  /** Questions of one caller about one and the same person, alone or in a list. */
  readonly looks: Rate;
  /** Questions about the schema that were not asked before, of everybody together, since they need no token. */
  readonly schema: Rate;
}

/** What a gateway allows that is not told otherwise: ten questions a second, a caseload of 200 every second, one person every half second. */
export const RATES: Rates = {
  questions: { points: 600, seconds: 60 }, people: { points: 12_000, seconds: 60 }, looks: { points: 120, seconds: 60 }, schema: { points: 60, seconds: 60 },
};

/** What a question counts more for when its operation had to be planned: that takes as long as answering ten. */
export const PLANNED = 9;
