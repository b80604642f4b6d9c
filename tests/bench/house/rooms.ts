import { TOPIC_ROOMS } from './records.ts';

/** The rooms of the benchmark: a door, and five that hold records. */
export const ROOMS = ['consent', ...TOPIC_ROOMS] as const;
