import { HouseError } from '@thegither/vocabulary';
import type { Scene } from './record.ts';

/** Before something opens: all that stands about the person's sharing can be read. Throws INTERNAL. */
export function mustBeReadable({ facts }: Pick<Scene, 'facts'>): void {
  if (facts.unreadable) throw new HouseError('INTERNAL', 'What stands about sharing cannot be read, so nothing is opened.');
}
