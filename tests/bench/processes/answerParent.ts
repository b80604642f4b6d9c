/** What a process of the benchmark can be asked over its channel, by name. */
export type Answers = Readonly<Record<string, (about: never) => unknown>>;

/** One question over the channel. */
export interface Asked {
  readonly id: number;
  readonly ask: string;
  readonly about: unknown;
}

/** What a process spent between two questions. */
export interface Spent {
  /** Processor time of all its threads, in milliseconds. */
  readonly cpuMs: number;
  /** The most memory that was seen, in megabytes. */
  readonly peakMb: number;
}

const LOOK_EVERY_MS = 250;

/**
 * Answers the process that started this one, one question after the other, until that one is gone. Besides what is given
 * here everybody answers `begin` and `end`: what was spent between them.
 */
export function answerParent(answers: Answers): void {
  const all: Readonly<Record<string, (about: never) => unknown>> = { ...spending(), ...answers };
  process.on('message', async ({ id, ask, about }: Asked) => {
    try {
      process.send?.({ id, answer: await all[ask]!(about as never) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) });
    }
  });
  // An ordinary end, so that a profile is written.
  process.on('disconnect', () => process.exit(0));
}

function spending(): Answers {
  let before = process.cpuUsage();
  let peak = 0;
  let looking: NodeJS.Timeout | undefined;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  return {
    begin() {
      peak = 0;
      looking = setInterval(look, LOOK_EVERY_MS).unref();
      before = process.cpuUsage();
    },
    end(): Spent {
      const { user, system } = process.cpuUsage(before);
      clearInterval(looking);
      look();
      return { cpuMs: (user + system) / 1000, peakMb: peak / 1024 / 1024 };
    },
  };
}
