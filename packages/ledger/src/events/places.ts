import type { ClientBase } from 'pg';
import type { Recipient } from '@thegither/consent';

/** Where a recipient stands: a worker in a team and an agency, a team in an agency. */
export interface Place {
  readonly recipient: Recipient;
  readonly agency: string;
  readonly team: string | null;
}

/** Is everybody whom `inner` means meant by `outer` as well? */
export function isWithin(inner: Place, { recipient: outer }: Place): boolean {
  if (outer.kind === 'agency') return inner.agency === outer.agency;
  if (outer.kind === 'team') return inner.recipient.kind !== 'agency' && inner.team === outer.team;
  return inner.recipient.kind === 'worker' && inner.recipient.worker === outer.worker;
}

/** Is there anybody whom both mean? */
export const touches = (a: Place, b: Place): boolean => isWithin(a, b) || isWithin(b, a);

interface Found { readonly kind: Recipient['kind']; readonly id: string; readonly agency: string; readonly team: string | null }

const idOf = (recipient: Recipient): string => {
  if (recipient.kind === 'agency') return recipient.agency;
  return recipient.kind === 'team' ? recipient.team : recipient.worker;
};

const idsOf = (recipients: readonly Recipient[], kind: Recipient['kind']): string[] => recipients.filter((one) => one.kind === kind).map(idOf);

/** Where these recipients stand now, each in its place; undefined for one that does not exist. */
export async function placesOf(client: ClientBase, recipients: readonly Recipient[]): Promise<(Place | undefined)[]> {
  const { rows } = await client.query<Found>(
    `SELECT 'agency' AS kind, id, id AS agency, NULL AS team FROM agency WHERE id = ANY ($1::text[])
     UNION ALL SELECT 'team', id, agency, id FROM team WHERE id = ANY ($2::text[])
     UNION ALL SELECT 'worker', id, agency, team FROM worker WHERE id = ANY ($3::text[])`,
    [idsOf(recipients, 'agency'), idsOf(recipients, 'team'), idsOf(recipients, 'worker')],
  );
  return recipients.map((recipient) => {
    const row = rows.find(({ kind, id }) => kind === recipient.kind && id === idOf(recipient));
    return row && { recipient, agency: row.agency, team: row.team };
  });
}
