import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { mustExist } from './mustExist.ts';
import { isOpenGrant } from './openGrant.ts';
import { isWithin, placesOf } from './places.ts';
import { readRecipient, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';

/** With whom the person shares nothing any more. */
export interface WithdrawFrom extends Act {
  readonly recipient: RecipientInput;
}

/**
 * The person takes back everything that is shared with a recipient and with whoever is part of it: an agency's teams and
 * workers, a team's workers. Answered alike where nothing was shared, so that a worker who does it for somebody learns
 * nothing. What is agreed to afterwards holds: to keep somebody out for good is `exclude`.
 * @see UK GDPR Article 7(3)
 */
export async function withdrawFrom(pool: Pool, { recipient, ...act }: WithdrawFrom): Promise<Done> {
  const from = readRecipient(recipient);
  return record(pool, act, { verb: 'withdrawFrom', recipient: from }, async ({ client, at, facts }) => {
    const whole = await mustExist(client, from);
    const open = facts.grants.filter((grant) => isOpenGrant(grant, at));
    const places = await placesOf(client, open.map((grant) => grant.recipient));
    const grants = open.filter((_, index) => { const place = places[index]; return place !== undefined && isWithin(place, whole); }).map(({ id }) => id);
    return { kind: 'WITHDRAWN_FROM', body: { withdrawal: randomUUID(), recipient: from, grants } };
  });
}
