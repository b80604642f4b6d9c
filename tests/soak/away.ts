import type { Sample } from './judge.ts';

/** Rooms that can be taken away. */
export const AWAY = ['housing', 'careers', 'justice'] as const;

/** What of a sample the house itself knows. */
export type Seen = Pick<Sample, 'heldKb' | 'rssKb' | 'descriptors' | 'lagMs'>;
