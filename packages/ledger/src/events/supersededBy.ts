import { randomUUID } from 'node:crypto';
import type { Recipient } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import type { Supersession } from './event.ts';
import { placesOf, type Place } from './places.ts';
import type { Scene } from './record.ts';
import { supersede } from './supersede.ts';

/** What the person agrees to now, as far as it meets what they said before. */
export interface Agreement {
  readonly place: Place;
  readonly purpose: Purpose;
  readonly categories: readonly string[];
  /** The grant that is being agreed to, when it is on record already. */
  readonly confirms?: string;
}

/** What of the person's earlier words ends or is narrowed by name when they agree to this: see `supersede`. */
export async function supersededBy({ client, at, facts }: Scene, { place, purpose, categories, confirms }: Agreement): Promise<Supersession> {
  const grants = facts.grants.filter((grant) => at < grant.to && grant.id !== confirms);
  const places = await placesOf(client, [...facts.refusals, ...grants].map(({ recipient }): Recipient => recipient));
  return supersede({
    place, purpose, categories, newId: randomUUID,
    refusals: facts.refusals.map((refusal, index) => ({ refusal, place: places[index] })),
    grants: grants.map((grant, index) => ({ grant, place: places[facts.refusals.length + index] })),
  });
}
