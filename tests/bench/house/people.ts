import { createHash } from 'node:crypto';
import { parseSpineId, type SpineId } from '@thegither/vocabulary';

/** What the people of one part of the benchmark share: each contender of ours has people of its own, so that one ledger serves them all. */
export const SHARINGS = ['everything', 'mixture', 'nothing'] as const;

/** One of them. */
export type Sharing = (typeof SHARINGS)[number];

/** Workers with a full caseload, for each kind of sharing. */
export const WORKERS = 10;

/** People in one worker's caseload. */
export const CASELOAD = 200;

/** People of each kind of sharing. */
export const PEOPLE = WORKERS * CASELOAD;

/** A number from a text: the same on every machine and in every run. */
export const numberFrom = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE();

/** The spine id of somebody invented. */
export function spineOf(text: string): SpineId {
  const spine = parseSpineId(createHash('sha256').update(`nobody: ${text}`).digest('hex').slice(0, 32));
  if (!spine) throw new Error('a spine id is 32 hexadecimal digits');
  return spine;
}

/** Somebody in a caseload of the benchmark; `place` from 0. */
export const spineIn = (sharing: Sharing, place: number): SpineId => spineOf(`${sharing} ${place}`);

/** The worker who supports the person at that place. */
export const workerAt = (sharing: Sharing, place: number): string => `${sharing}-${Math.floor(place / CASELOAD)}`;
