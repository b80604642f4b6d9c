import { HouseError } from '@thegither/vocabulary';
import type { Act } from './record.ts';

/** What closes something is done by the person, or by a worker for them; never by another person. Throws FORBIDDEN. */
export function ownOrWorkers({ actor, person }: Act): void {
  if (actor.kind === 'person' && actor.id !== person) throw new HouseError('FORBIDDEN', 'Nobody changes what another person shares.');
}
