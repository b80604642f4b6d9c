import type { Random } from '../../harness/random.ts';
import type { ProofHouse } from '../house/house.ts';

/** Makes trouble around one stop: the n-th. Whatever it does it has undone when it settles. */
export type Around = <Stopped>(stop: () => Promise<Stopped>, n: number) => Promise<Stopped>;

/** Trouble that a scenario makes. */
export interface Disturbance {
  readonly around: Around;
  /** Leaves the house as it was. */
  end(): Promise<void>;
}

/** Prepares it. */
export type Disturb = (house: ProofHouse, random: Random) => Promise<Disturbance>;

/** The gateway that trouble is made with; people act through the other one. */
export const TROUBLED = 1;

/** No trouble at all. */
export const undisturbed: Disturb = async () => ({ around: (stop) => stop(), end: async () => undefined });
