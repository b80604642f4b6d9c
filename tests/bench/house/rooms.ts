import { TOPIC_ROOMS } from './records.ts';

/** The rooms of the benchmark: those of the house: a door, and seven that hold records. */
export const ROOMS = ['consent', ...TOPIC_ROOMS] as const;
