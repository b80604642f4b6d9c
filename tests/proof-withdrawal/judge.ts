/** One category of one person that an answer told. Moments are milliseconds of the machine's monotonic clock. */
export interface Told {
  readonly person: string;
  readonly category: string;
  readonly asked: number;
  /** When a gateway began to write the answer; undefined when nobody saw it. */
  readonly written: number | undefined;
  /** When its first bytes were at the client. */
  readonly arrived: number;
}

/** The end of one category of one person, by whatever ended it. Moments as in `Told`. */
export interface Stop {
  readonly person: string;
  readonly category: string;
  /** When the acknowledgement began to be written: from here on nothing more may be. */
  readonly acknowledged: number;
  /** When the acknowledgement was at whoever stopped it. */
  readonly heard: number;
  /** When the category was about to be opened again: what is told after that may rest on the new yes. */
  readonly again: number;
}

/** A disclosure as the record has it. Times are milliseconds by the database's clock. */
export interface Disclosure {
  readonly person: string;
  readonly released: readonly string[];
  /** It came after the person's event of this position. */
  readonly after: number;
  /** When it was decided. */
  readonly at: number;
  /** When the server committed it; undefined where the server does not keep that. */
  readonly committed: number | undefined;
  readonly cites: readonly Cited[];
}

/** A grant that a disclosure cites, and how it ended, if it did. */
export interface Cited {
  readonly accessTo: number;
  readonly end: { readonly position: number; readonly at: number; readonly committed: number | undefined } | undefined;
}

/** A time in which one category of one person was closed for certain, by the database's clock. */
export interface Closed {
  readonly person: string;
  readonly category: string;
  readonly from: number;
  readonly to: number;
}

/** Why a disclosure is late. */
export type Late = 'POSITION_AFTER_THE_END' | 'COMMITTED_AFTER_THE_END' | 'DECIDED_AFTER_THE_END' | 'DECIDED_AFTER_ITS_TIME' | 'DECIDED_WHILE_CLOSED';

/** Is it late, and by which witness? Any one of them is enough. */
export function lateness({ person, released, after, at, committed, cites }: Disclosure, closed: readonly Closed[]): Late | undefined {
  for (const { accessTo, end } of cites) {
    if (at >= accessTo) return 'DECIDED_AFTER_ITS_TIME';
    if (!end) continue;
    if (after >= end.position) return 'POSITION_AFTER_THE_END';
    if (committed !== undefined && end.committed !== undefined && committed > end.committed) return 'COMMITTED_AFTER_THE_END';
    // An event's time is in whole milliseconds, cut off: within that one millisecond the order is for the others to say.
    if (at >= end.at + 1) return 'DECIDED_AFTER_THE_END';
  }
  return closed.some((one) => one.person === person && one.from <= at && at < one.to && released.includes(one.category)) ? 'DECIDED_WHILE_CLOSED' : undefined;
}

/** An answer whose bytes came after the end of what it tells was acknowledged. */
export interface Overtaken {
  /** True when it also began to be written after the acknowledgement did: that may never be. */
  readonly isLateWrite: boolean;
  /** By how many milliseconds it arrived after the acknowledgement; 0 or less when it arrived before that was heard. */
  readonly afterMs: number;
}

/** What was written, or arrived, between the acknowledgement of an end and the next yes. A write that nobody saw counts as begun when it arrived. */
export function overtaken(told: readonly Told[], stops: readonly Stop[]): Overtaken[] {
  const ends = new Map<string, Stop[]>();
  for (const stop of stops) ends.set(keyOf(stop), [...(ends.get(keyOf(stop)) ?? []), stop]);
  return told.flatMap((one) => (ends.get(keyOf(one)) ?? []).flatMap(({ acknowledged, heard, again }): Overtaken[] => {
    // Asked when the next yes was on its way, it cannot rest on the one before.
    if (one.asked >= again) return [];
    const written = one.written ?? one.arrived;
    const isLateWrite = written > acknowledged && written < again;
    const arrivedLate = one.arrived > heard && one.arrived < again;
    return isLateWrite || arrivedLate ? [{ isLateWrite, afterMs: one.arrived - heard }] : [];
  }));
}

const keyOf = ({ person, category }: { readonly person: string; readonly category: string }): string => `${person} ${category}`;

/** The time below which so much of a hundred lie; undefined for none. */
export function percentile(times: readonly number[], percent: number): number | undefined {
  return times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((times.length * percent) / 100) - 1)];
}
