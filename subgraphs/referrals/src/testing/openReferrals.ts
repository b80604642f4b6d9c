import { personaNamed } from '@thegither/synthetic';
import { openRoom, type RoomUnderTest } from '@thegither/subgraph/testing';
import type { PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { seedReferrals } from '../../prisma/seed.ts';
import { createReferrals } from '../referrals.ts';

/** Where the room's migrations are. */
export const MIGRATIONS = new URL('../../prisma/migrations', import.meta.url);

/** The referrals room over a database of its own with the demo people, and a way behind its back. */
export interface ReferralsUnderTest extends RoomUnderTest {
  /** A demo person's id here. */
  persona(key: string): PersonId;
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** Opens it. */
export async function openReferrals(): Promise<ReferralsUnderTest> {
  const room = await openRoom('referrals', createReferrals, { migrations: MIGRATIONS, seed: seedReferrals });
  const db = new Client({ connectionString: room.databaseUrl });
  await db.connect();
  return {
    ...room,
    persona: (key) => room.idOf(personaNamed(key)!.spine),
    sql: async (text, values) => (await db.query<Record<string, unknown>>(text, values)).rows,
    async close() {
      await db.end();
      await room.close();
    },
  };
}
