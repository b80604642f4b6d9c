import { parseSpineId, type SpineId } from '@thegither/vocabulary';

/** Every unreal person's spine begins so: "TEST" as hexadecimal digits can spell it. */
export const UNREAL = '7e57';

/**
 * The spine of an unreal person, by a rule that anybody can read: "7e57", then the letters of their name as
 * hexadecimal character codes, then zeros. Throws RangeError for a name that does not fit.
 */
export function unrealSpine(name: string): SpineId {
  const letters = Array.from(name, (letter) => letter.charCodeAt(0).toString(16)).join('');
  const spine = parseSpineId(`${UNREAL}${letters}`.padEnd(32, '0'));
  if (!spine) throw new RangeError('a spine is made from at most 14 plain letters');
  return spine;
}
