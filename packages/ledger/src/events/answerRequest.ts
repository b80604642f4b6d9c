import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { namesIn } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { neverAWorker } from './neverAWorker.ts';
import { onlyThePerson } from './onlyThePerson.ts';
import { readPurpose } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { openRequest } from './requests.ts';

/** Something about one request: which one. */
export interface OfRequest extends Act {
  readonly request: string;
}

/** The person says no to what they are asked, to all of it; it stands as a refusal. To agree, in whole or in part, is `giveGrant`. */
export async function refuseRequest(pool: Pool, { request, ...act }: OfRequest): Promise<Done> {
  neverAWorker(act);
  return record(pool, act, { verb: 'refuseRequest', request }, async (scene) => {
    const { recipient, purpose, categories } = await openRequest(scene, request);
    return {
      kind: 'REQUEST_REFUSED',
      body: { request, refusal: { id: randomUUID(), recipient, purpose: readPurpose(purpose), categories: namesIn(categories) } },
    };
  });
}

/** The person will answer later. Nobody who waits is told so, and the day on which it lapses stays. */
export async function putOffRequest(pool: Pool, { request, ...act }: OfRequest): Promise<Done> {
  onlyThePerson(act);
  return record(pool, act, { verb: 'putOffRequest', request }, async (scene) => {
    await openRequest(scene, request);
    return { kind: 'REQUEST_PUT_OFF', body: { request } };
  });
}

/** Whoever asked does not ask any more. By themselves alone. */
export async function cancelRequest(pool: Pool, { request, ...act }: OfRequest): Promise<Done> {
  return record(pool, act, { verb: 'cancelRequest', request }, async (scene) => {
    const { askedBy } = await openRequest(scene, request);
    if (act.actor.kind !== 'worker' || act.actor.id !== askedBy) throw new HouseError('FORBIDDEN', 'Only who asked can cancel it.');
    return { kind: 'REQUEST_CANCELLED', body: { request } };
  });
}
