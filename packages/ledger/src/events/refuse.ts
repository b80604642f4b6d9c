import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { mustExist } from './mustExist.ts';
import { readCategories, readPurpose, readRecipient, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';

/** What the person does not want shared, with whom. */
export interface Refuse extends Act {
  /** Nothing said means every purpose. */
  readonly purpose?: string | null;
  readonly categories: readonly string[];
  readonly recipient: RecipientInput;
}

/** The person says no to a recipient. It beats every grant, older or newer, until the person takes it back by a grant that names it. */
export async function refuse(pool: Pool, { purpose, categories, recipient, ...act }: Refuse): Promise<Done> {
  const refused = {
    purpose: purpose === undefined || purpose === null ? null : readPurpose(purpose), categories: readCategories(categories), recipient: readRecipient(recipient),
  };
  return record(pool, act, { verb: 'refuse', ...refused }, async ({ client }) => {
    await mustExist(client, refused.recipient);
    return { kind: 'REFUSED', body: { refusal: { id: randomUUID(), ...refused } } };
  });
}
