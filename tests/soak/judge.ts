/** What was seen of the house at a moment. */
export interface Sample {
  /** Seconds since the load began. */
  readonly at: number;
  /** How much had been asked by then. */
  readonly operations: number;
  /** What its objects and buffers held right after a garbage collection, in kilobytes. */
  readonly heldKb: number;
  /** Its resident memory, in kilobytes. */
  readonly rssKb: number;
  /** Open descriptors; undefined where the system does not say. */
  readonly descriptors: number | undefined;
  /** How late its event loop was since the sample before, at the 99th percentile, in milliseconds. */
  readonly lagMs: number;
}

/** Something that must not be, with its figures. */
export interface Fault {
  readonly reason: 'MEMORY_GROWS' | 'RESIDENT_MEMORY_GROWS' | 'DESCRIPTORS_GROW' | 'ERRORS' | 'TOO_BUSY' | 'NOTHING_TOLD';
  readonly says: string;
}

/** How something went over the judged part of a run. */
export interface Course {
  /** The least of the first window, and of the last. */
  readonly first: number;
  readonly last: number;
  /** Median slope between the least of any two windows, in what 1,000 operations add. */
  readonly slope: number;
}

const WINDOWS = 8;
/** The first part of a run is for what fills up once: compiled code, pools, plans of questions. */
const WARM_UP = 1 / 3;

/** Something grows when both are passed: so much for each 1,000 operations, and so much in all over the judged part. Memory in kilobytes. */
export const MOST = {
  held: { slope: 300, rise: 12 * 1024 }, rss: { slope: 1_500, rise: 64 * 1024 },
  // Pools fill up to as many connections as there were questions at once, and those of HTTP have two ends in one process.
  descriptors: { slope: 2, rise: 40 },
};

/** The least of each window after the warm-up, and how it moved. The least, since what is being answered just then is held too; the median of slopes, so that one window says little. Throws RangeError for fewer samples than windows. */
export function courseOf(samples: readonly Sample[], of: (sample: Sample) => number): Course {
  const judged = samples.slice(Math.floor(samples.length * WARM_UP));
  if (judged.length < WINDOWS) throw new RangeError(`a course has at least ${WINDOWS} samples after its first third`);
  const windows = Array.from({ length: WINDOWS }, (_, at) => judged.slice(Math.floor((at * judged.length) / WINDOWS), Math.floor(((at + 1) * judged.length) / WINDOWS)));
  const least = windows.map((window) => window.toSorted((one, other) => of(one) - of(other))[0]!);
  const slopes = least.flatMap((from, at) => least.slice(at + 1).filter(({ operations }) => operations > from.operations).map((to) => (1_000 * (of(to) - of(from))) / (to.operations - from.operations)));
  return { first: of(least[0]!), last: of(least.at(-1)!), slope: slopes.length === 0 ? 0 : slopes.toSorted((one, other) => one - other)[Math.floor(slopes.length / 2)]! };
}

/** Everything that must not be: memory or descriptors whose course has a slope and a rise over the judged part that are both above MOST; an error that nothing explains; more than one answer in fifty that was late because the machine was busy; no answer that told anything. */
export function judge(samples: readonly Sample[], { errors, told, busy }: { readonly errors: ReadonlyMap<string, number>; readonly told: number; readonly busy: number }): Fault[] {
  const faults: Fault[] = [];
  const judged = samples.slice(Math.floor(samples.length * WARM_UP));
  const grow = (reason: Fault['reason'], what: string, of: (sample: Sample) => number, most: { slope: number; rise: number }): void => {
    const { slope } = courseOf(samples, of);
    const rise = (slope * (judged.at(-1)!.operations - judged[0]!.operations)) / 1_000;
    if (slope > most.slope && rise > most.rise) faults.push({ reason, says: `${what}: ${slope.toFixed(1)} more for each 1,000 operations (at most ${most.slope}), ${rise.toFixed(0)} in all (at most ${most.rise})` });
  };
  grow('MEMORY_GROWS', 'kilobytes held after collection', ({ heldKb }) => heldKb, MOST.held);
  grow('RESIDENT_MEMORY_GROWS', 'kilobytes resident', ({ rssKb }) => rssKb, MOST.rss);
  if (samples.every(({ descriptors }) => descriptors !== undefined)) grow('DESCRIPTORS_GROW', 'open descriptors', ({ descriptors }) => descriptors!, MOST.descriptors);
  if (errors.size > 0) faults.push({ reason: 'ERRORS', says: [...errors].map(([what, times]) => `${what}, ${times} times`).join('; ') });
  const { operations } = samples.at(-1)!;
  if (busy > operations / 50) faults.push({ reason: 'TOO_BUSY', says: `${busy} of ${operations} answers were late: on this machine nothing can be said` });
  if (told === 0) faults.push({ reason: 'NOTHING_TOLD', says: 'no answer told anything' });
  return faults;
}
