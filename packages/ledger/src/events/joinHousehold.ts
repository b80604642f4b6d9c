import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { householdOf } from './householdOf.ts';
import { onlyThePerson } from './onlyThePerson.ts';
import { readHousehold } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Which household the person agrees to be linked with. */
export interface JoinHousehold extends Act {
  /** A UUID that another member passed on; nothing about anybody can be read from it. Nothing said begins a new household. */
  readonly household?: string | null;
}

/**
 * The person agrees to be linked with the people they live with. By the person alone: nobody is linked because another
 * said so. Whoever is linked leaves first: a person plans with one household. Nobody learns here whether a household has
 * anybody else in it: an id that nobody uses is joined like any other.
 */
export async function joinHousehold(pool: Pool, { household, ...act }: JoinHousehold): Promise<Done> {
  onlyThePerson(act);
  const named = readHousehold(household);
  return record(pool, act, { verb: 'joinHousehold', household: named }, async ({ client }) => {
    if (await householdOf(client, act.person)) return refuseInput('This person is linked with a household already; leave it first.');
    return { kind: 'HOUSEHOLD_JOINED', body: { member: randomUUID(), household: named ?? randomUUID() } };
  });
}
