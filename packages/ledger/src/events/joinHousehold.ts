import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { onlyThePerson } from './onlyThePerson.ts';
import { record, type Act, type Done } from './record.ts';

/** Which household the person agrees to be linked with. */
export interface JoinHousehold extends Act {
  /** A UUID; nothing about anybody can be read from it. */
  readonly household: string;
}

/** The person agrees to be linked with the people they live with. By the person alone: nobody is linked because another said so. */
export async function joinHousehold(pool: Pool, { household, ...act }: JoinHousehold): Promise<Done> {
  onlyThePerson(act);
  return record(pool, act, { verb: 'joinHousehold', household }, () => ({ kind: 'HOUSEHOLD_JOINED', body: { member: randomUUID(), household } }));
}
