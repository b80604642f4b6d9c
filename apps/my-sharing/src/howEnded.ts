import type { AgreementFragment } from './generated/operations.ts';

/** How something that the person said yes to ended: a key of the words that say so. */
export type HowEnded = 'stopped' | 'stoppedForYou' | 'stoppedByWorker' | 'gaveUp' | 'replaced' | 'notRight' | 'runOut';

const STOPPED = { PERSON: 'stopped', REPRESENTATIVE: 'stoppedForYou', WORKER: 'stoppedByWorker', TIME: 'runOut' } as const;

/** When it ended, and how; undefined while it has not. What a worker wrote down and nobody confirmed has run out, and can still be confirmed. */
export function howEnded({ state, endedAt, endedBy }: Pick<AgreementFragment, 'state' | 'endedAt' | 'endedBy'>): { readonly at: string; readonly how: HowEnded } | undefined {
  if (!endedAt || !endedBy) return undefined;
  const how = state === 'RENOUNCED' ? 'gaveUp' : state === 'SUPERSEDED' ? 'replaced' : state === 'INVALIDATED' ? 'notRight' : STOPPED[endedBy];
  return { at: endedAt, how };
}
