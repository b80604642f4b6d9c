import { dayAfter, dayOf, personaNamed } from '@thegither/synthetic';
import { openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { seedEmployability } from '../../prisma/seed.ts';
import { createEmployability } from '../employability.ts';

/** The room's four categories. */
export const ALL = ['ACTION_PLAN', 'SUPPORT_RECEIVED', 'BARRIERS', 'WORK_SINCE'] as const;

/** A worker of the provider whose rows these are. */
export const PROVIDER: ClaimedCaller = { kind: 'worker', worker: 'somebody', agency: 'fife-pathways', roles: ['KEY_WORKER'] };

/** The room with the demo people in it. */
export interface OpenEmployability {
  readonly room: RoomUnderTest;
  readonly idOf: (key: string) => PersonId;
  /** The day that is so many days after the one on which the stories were told. */
  readonly on: (days: number) => string;
  /** Fields of one of the demo people who shares this with the caller. */
  see<Seen>(key: string, fields: string, shares: Shares, caller?: ClaimedCaller): Promise<Seen>;
}

/** Opens it over a database of its own. The stories are told today, since rules are judged by today. */
export async function openEmployability(): Promise<OpenEmployability> {
  const today = dayOf(Date.now());
  const room = await openRoom('employability', createEmployability, {
    migrations: new URL('../../prisma/migrations', import.meta.url), seed: (url, id) => seedEmployability(url, id, today),
  });
  const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);
  return {
    room, idOf,
    on: (days) => dayAfter(today, days),
    see: async <Seen>(key: string, fields: string, shares: Shares, caller?: ClaimedCaller) =>
      (await room.entities(fields, { [idOf(key)]: shares }, { caller }))[0] as Seen,
  };
}
