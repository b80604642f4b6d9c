import { RELEASE_DEADLINE_MS } from '@thegither/vocabulary';
import { lateness, overtaken, percentile, type Told } from './judge.ts';
import type { Witnessed } from './runScenario.ts';
import type { Scenario } from './scenarios.ts';

/** What a scenario came to. */
export interface Verdict {
  readonly name: string;
  readonly stops: number;
  readonly reads: number;
  /** Reads that were told something which was stopped at some time. */
  readonly told: number;
  readonly disclosures: number;
  readonly late: number;
  readonly lateWrites: number;
  readonly arrivedAfter: number;
  readonly worstMs: number | undefined;
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  /** The 99th percentile of somebody whom nobody reads, where there was one. */
  readonly unreadP99: number | undefined;
  /** Codes that reads were refused with, and how often. */
  readonly codes: ReadonlyMap<string, number>;
  /** Why it did not hold, or proved nothing; none when it held. */
  readonly faults: readonly string[];
}

/** A stop that nobody had been told anything before proves nothing: so many of a hundred must have been. */
const MET_PERCENT = 50;
/** And of a hundred reads that were answered so many must have been told something that was stopped at some time. */
const TOLD_PERCENT = 5;
/** Fewer times say nothing about a 99th percentile. */
const TIMED_FROM = 100;
/** A stop is acknowledged a release's deadline after it has the person's lock, and readers may hold it up by so much: milliseconds. */
const HELD_UP_MS = 50;

/** Judges what was seen. */
export function verdictOn({ name }: Scenario, { stops, closed, answers, writes, record, broken, made, met, times, unread }: Witnessed): Verdict {
  const topics = new Set(stops.map(({ category }) => category));
  const told = answers.flatMap(({ question, asked, arrived, tells }): Told[] =>
    tells.filter(({ category }) => topics.has(category)).map((one) => ({ ...one, asked, written: writes.get(question), arrived: arrived! })));
  const telling = answers.filter(({ tells }) => tells.some(({ category }) => topics.has(category))).length;
  const answered = answers.filter(({ code, tells }) => code === undefined || tells.length > 0).length;
  const late = record.map((one) => lateness(one, closed)).filter((why) => why !== undefined);
  const after = overtaken(told, stops), lateWrites = after.filter(({ isLateWrite }) => isLateWrite).length;
  const arrived = after.map(({ afterMs }) => afterMs).filter((ms) => ms > 0);
  const unseen = told.filter(({ written }) => written === undefined).length;
  const misplaced = told.filter(({ written, asked, arrived }) => written !== undefined && (written < asked || written > arrived)).length;
  const p99 = percentile(times, 99), unreadP99 = percentile(unread, 99);
  const most = unreadP99 === undefined ? Infinity : Math.max(RELEASE_DEADLINE_MS, unreadP99) + HELD_UP_MS;
  return {
    name, stops: made, reads: answers.length, told: telling, disclosures: record.length, late: late.length, lateWrites,
    arrivedAfter: arrived.length, worstMs: arrived.length > 0 ? Math.max(...arrived) : undefined, p50: percentile(times, 50), p99, unreadP99, codes: counted(answers.flatMap(({ code }) => code ?? [])),
    faults: [
      ...(late.length > 0 ? [`LATE_DISCLOSURES: ${late.length}, ${[...counted(late)].map(([why, count]) => `${why} ${count}`).join(', ')}`] : []),
      ...(lateWrites > 0 ? [`LATE_WRITES: ${lateWrites} began after the acknowledgement`] : []),
      ...broken.map((promise) => `BROKEN_PROMISE: ${promise}`),
      ...(unseen > 0 ? [`UNSEEN_WRITES: ${unseen}, so nothing is known about when they began`] : []),
      ...(misplaced > 0 ? [`CLOCKS: ${misplaced} answers were written before they were asked or after they arrived, so the clocks cannot be compared`] : []),
      ...(record.length === 0 ? ['NOTHING_DISCLOSED'] : []),
      ...(made === 0 || (100 * met) / made < MET_PERCENT ? [`NOTHING_STOPPED: of ${made} stops ${met} met somebody who had been told`] : []),
      ...((100 * telling) / Math.max(answered, 1) < TOLD_PERCENT ? [`NOTHING_TOLD: of ${answered} reads that were answered ${telling} were told something`] : []),
      ...(times.length >= TIMED_FROM && p99! > most ? [`SLOW: the readers held a stop up for more than ${HELD_UP_MS} ms`] : []),
    ],
  };
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
