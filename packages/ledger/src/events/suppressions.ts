import type { ClientBase } from 'pg';
import type { Recipient } from '@thegither/consent';
import { heldBackHistory } from './heldBackHistory.ts';
import { refuseInput } from './refuseInput.ts';

/** A suppression as an act meets it, under the lock of its history. */
export interface StandingSuppression {
  readonly recipient: Recipient;
  readonly proposedBy: string;
  readonly state: 'PROPOSED' | 'APPROVED';
  /** ISO text; null while nobody has approved it. */
  readonly coversFrom: string | null;
  readonly renews: string | null;
  /** By the ledger's clock, or by an act. */
  readonly isOver: boolean;
}

interface Row {
  readonly recipient_agency: string | null;
  readonly recipient_worker: string | null;
  readonly proposed_by: string;
  readonly state: string;
  readonly covers_from: Date | null;
  readonly renews: string | null;
  readonly over: boolean;
}

/** A suppression about this person. Throws INVALID_INPUT for any other id. */
export async function suppressionOf(client: ClientBase, person: string, id: string): Promise<StandingSuppression> {
  const { rows: [row] } = await client.query<Row>(
    'SELECT recipient_agency, recipient_worker, proposed_by, state, covers_from, renews, until <= clock_timestamp() AS over FROM suppression WHERE id = $1 AND person = $2', [id, heldBackHistory(person)]);
  if (!row) return refuseInput('There is no such suppression.');
  return {
    recipient: row.recipient_worker === null ? { kind: 'agency', agency: row.recipient_agency ?? '' } : { kind: 'worker', worker: row.recipient_worker },
    proposedBy: row.proposed_by, state: row.state === 'APPROVED' ? 'APPROVED' : 'PROPOSED', coversFrom: row.covers_from?.toISOString() ?? null, renews: row.renews, isOver: row.over,
  };
}
