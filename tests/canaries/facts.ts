/** When something was sent to the house, and when the house had said that it stands: in between, nobody outside can know. Milliseconds on the test's clock. */
export interface Span {
  readonly sent: number;
  /** Infinity while nobody knows whether it happened. */
  readonly acknowledged: number;
}

/** An agency, a team or a worker, by its id: no two have the same. */
export type Whom = { readonly kind: 'agency' | 'team' | 'worker'; readonly id: string };

interface Fact {
  readonly begun: Span;
  /** Set when it was ended by something that the person or a worker did. */
  ended?: Span;
}

/** A worker supports the person. */
export interface Support extends Fact {
  readonly worker: string;
  readonly purposes: readonly string[];
  /** Exclusive end by the clock; Infinity for none. */
  readonly until: number;
  /** Its id in the ledger. */
  readonly id: string;
  /** It opens nothing before. */
  confirmed?: Span;
}

/** The person agreed. */
export interface Yes extends Fact {
  readonly whom: Whom;
  readonly purpose: string;
  readonly categories: readonly string[];
  /** Controllers whose rows alone are shared; empty for any. */
  readonly sources: readonly string[];
}

/** The person said no. */
export interface No extends Fact {
  readonly whom: Whom;
  /** Null for every purpose. */
  readonly purpose: string | null;
  readonly categories: readonly string[];
}

/** The person stopped everything. */
export type Stop = Fact;

/** The person keeps somebody out. */
export interface Out extends Fact {
  readonly whom: Whom;
}

/** Everything that happened to one person's sharing, as the test knows it: nothing is forgotten, so that any moment can be judged later. */
export interface Facts {
  readonly supports: Support[];
  readonly yeses: Yes[];
  readonly noes: No[];
  readonly stops: Stop[];
  readonly outs: Out[];
}

/** Nothing happened yet. */
export const noFacts = (): Facts => ({ supports: [], yeses: [], noes: [], stops: [], outs: [] });

/** Everything in it that began or ended within a time, as the moments at which what holds may have changed. */
export function momentsIn({ supports, yeses, noes, stops, outs }: Facts, from: number, to: number): number[] {
  const spans = [...supports, ...yeses, ...noes, ...stops, ...outs].flatMap(({ begun, ended }) => [begun.sent, begun.acknowledged, ...(ended ? [ended.sent, ended.acknowledged] : [])]);
  const clocks = supports.flatMap(({ confirmed, until }) => [...(confirmed ? [confirmed.sent, confirmed.acknowledged] : []), until]);
  return [from, ...[...spans, ...clocks].filter((moment) => moment > from && moment < to), to];
}
