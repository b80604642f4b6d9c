import { HouseError } from '@thegither/vocabulary';
import type { Act } from './record.ts';

/** What opens something is the person's own act: nobody else can do it, whatever they may see. Throws FORBIDDEN. */
export function onlyThePerson({ actor, person }: Act): void {
  if (actor.kind !== 'person' || actor.id !== person) throw new HouseError('FORBIDDEN', 'Only the person can do this.');
}
