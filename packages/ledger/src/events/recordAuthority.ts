import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import { endOfAuthority } from './endOfAuthority.ts';
import { readAuthority, readKind, type AuthorityInput } from './readAuthority.ts';
import { readDay, readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';

/** Who acts for the person by a document of law, as a worker saw it. */
export interface RecordAuthority extends Act, AuthorityInput {
  /** ATTORNEY, GUARDIAN, INTERVENTION_ORDER or PARENT. */
  readonly kind: string;
  /** Why it is recorded. */
  readonly reason: string;
  /** Which document was seen, for example the number of its certificate. */
  readonly document: string;
  /** The last day, if the document has one. */
  readonly until?: string | null;
  /** Of a parent: the day on which the child becomes twelve, and decides themselves. */
  readonly twelfthBirthday?: string | null;
}

/**
 * A worker writes down that somebody acts for the person, and which document they saw. It opens nothing before a second one
 * has confirmed it. Answered alike whoever acts for the person already. May this worker do it about this person? That is
 * the caller's to check.
 * @see Adults with Incapacity (Scotland) Act 2000 Parts 2 and 6
 */
export async function recordAuthority(pool: Pool, { representative, powers, categories, kind, reason, document, until, twelfthBirthday, ...act }: RecordAuthority): Promise<Done> {
  if (act.actor.kind !== 'worker') throw new HouseError('FORBIDDEN', 'Only a worker records a document that they saw.');
  const given = { ...readAuthority({ representative, powers, categories }, act.person), kind: readKind(kind) };
  const seen = { reason: readWords(reason), document: readWords(document) };
  const days = { until: readDay(until), twelfthBirthday: readDay(twelfthBirthday) };
  return record(pool, act, { verb: 'recordAuthority', ...given, ...seen, ...days }, async ({ client, at }) => ({
    kind: 'AUTHORITY_RECORDED',
    body: { authority: { id: randomUUID(), ...given, from: new Date(at).toISOString(), to: await endOfAuthority(client, { kind: given.kind, ...days }, at), seen } },
  }));
}
