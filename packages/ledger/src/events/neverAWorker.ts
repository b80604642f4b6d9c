import { HouseError } from '@thegither/vocabulary';
import type { Act } from './record.ts';

/** The person's own to say, or that of somebody who acts for them, which `record` sees to; never a worker's. Throws FORBIDDEN. */
export function neverAWorker({ actor }: Act): void {
  if (actor.kind !== 'person') throw new HouseError('FORBIDDEN', 'Only the person can do this, or somebody who acts for them.');
}
