/** Lets a release and its answer finish before something takes the whole process for a while. */
export interface Standstill {
  /** Called before a release is asked for. Waits while the process stands still. */
  enter(request: string): Promise<void>;
  /** The answer is out, or there will be none. */
  leave(request: string): void;
  /** Does work that lets nothing else happen meanwhile, when no answer is on its way; one such work after the other. */
  during<Result>(work: () => Result | Promise<Result>): Promise<Result>;
}

/**
 * An answer has to be out soon after its release, or it is dropped. Reading a supergraph takes longer than that, and
 * nothing else runs in a process meanwhile: so no release begins before such work is done, and the work does not begin
 * before every answer that was released is out. Questions go on until then, and wait just before their release.
 */
export function createStandstill(): Standstill {
  const onTheirWay = new Set<string>();
  const waitingForOut: (() => void)[] = [];
  const waitingToEnter: (() => void)[] = [];
  let works = 0;
  let lastWork: Promise<unknown> = Promise.resolve();

  const allOut = (): Promise<void> => new Promise((resolve) => {
    if (onTheirWay.size === 0) resolve();
    else waitingForOut.push(resolve);
  });

  async function take<Result>(before: Promise<unknown>, work: () => Result | Promise<Result>): Promise<Result> {
    works++;
    try {
      await before;
      await allOut();
      return await work();
    } finally {
      works--;
      // Before the next work looks whether anybody is on their way: those who waited for this one go first.
      for (const goOn of waitingToEnter.splice(0)) goOn();
    }
  }

  return {
    async enter(request) {
      if (works > 0 && !onTheirWay.has(request)) {
        await new Promise<void>((resolve) => {
          waitingToEnter.push(() => {
            onTheirWay.add(request);
            resolve();
          });
        });
      }
      onTheirWay.add(request);
    },
    leave(request) {
      if (onTheirWay.delete(request) && onTheirWay.size === 0) for (const out of waitingForOut.splice(0)) out();
    },
    during(work) {
      const done = take(lastWork, work);
      lastWork = done.catch(() => undefined);
      return done;
    },
  };
}
