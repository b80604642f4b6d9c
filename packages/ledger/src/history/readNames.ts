import type { Recipient } from '@thegither/consent';
import type { Db } from '../standing/readStanding.ts';

/** What an agency, a team or a worker is called, and where a team or worker belongs. Nobody who is supported is among them. */
export interface Called {
  readonly name: string;
  /** The agency's name; null for an agency itself. */
  readonly within: string | null;
}

const idOf = (recipient: Recipient): string => (recipient.kind === 'agency' ? recipient.agency : recipient.kind === 'team' ? recipient.team : recipient.worker);

/** What these are called, in their order; undefined for one that is not there. */
export async function readNames(db: Db, recipients: readonly Recipient[]): Promise<(Called | undefined)[]> {
  const { rows } = await db.query<Called & { kind: string; id: string }>(
    `SELECT 'agency' AS kind, id, name, NULL AS within FROM agency WHERE id = ANY ($1::text[])
     UNION ALL SELECT 'team', t.id, t.name, a.name FROM team t JOIN agency a ON a.id = t.agency WHERE t.id = ANY ($2::text[])
     UNION ALL SELECT 'worker', w.id, w.name, a.name FROM worker w JOIN agency a ON a.id = w.agency WHERE w.id = ANY ($3::text[])`,
    (['agency', 'team', 'worker'] as const).map((kind) => recipients.filter((one) => one.kind === kind).map(idOf)),
  );
  const found = new Map(rows.map(({ kind, id, name, within }) => [`${kind} ${id}`, { name, within }]));
  return recipients.map((one) => found.get(`${one.kind} ${idOf(one)}`));
}
