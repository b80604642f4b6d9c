import type { Spent } from '../processes/answerParent.ts';

/** A process whose spending is watched, whoever wrote it. */
export interface Spender {
  readonly pid: number;
  begin(): Promise<void>;
  /** What it spent since it began. */
  end(): Promise<Spent>;
  /** Ends it, and waits. */
  stop(): Promise<void>;
}

/** What processes spend while something is done. */
export async function spentBy<Done>(spenders: readonly Spender[], work: () => Promise<Done>): Promise<{ done: Done; spent: Spent[] }> {
  await Promise.all(spenders.map((spender) => spender.begin()));
  const done = await work();
  return { done, spent: await Promise.all(spenders.map((spender) => spender.end())) };
}
