import type { Pool } from 'pg';
import { householdOf } from './householdOf.ts';
import { onlyThePerson } from './onlyThePerson.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/**
 * The person is linked with their household no more: from the commit on nobody reads them in it. By the person alone, as
 * joining is; that they were in it stays in their own history. Throws INVALID_INPUT when they are linked with none.
 */
export async function leaveHousehold(pool: Pool, act: Act): Promise<Done> {
  onlyThePerson(act);
  return record(pool, act, { verb: 'leaveHousehold' }, async ({ client }) => {
    const link = await householdOf(client, act.person);
    return link ? { kind: 'HOUSEHOLD_LEFT', body: link } : refuseInput('This person is linked with no household.');
  });
}
