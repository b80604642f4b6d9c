import type { SessionContext } from '@thegither/pages';
import { HouseError, parsePersonId, type PersonId } from '@thegither/vocabulary';

/** Whom the address is about. What cannot be anybody's id is nobody whom the reader knows, like any other. @throws HouseError UNKNOWN_PERSON */
export function personIn(c: SessionContext): PersonId {
  const id = parsePersonId(c.req.param('id'));
  if (!id) throw new HouseError('UNKNOWN_PERSON');
  return id;
}
