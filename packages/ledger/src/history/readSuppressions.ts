import type { Instant, Recipient } from '@thegither/consent';
import { HouseError, parsePurpose, type Purpose } from '@thegither/vocabulary';
import { SUPPRESSION_GROUNDS, type SuppressionGround } from '../events/event.ts';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** Whose looks are held back from whom, or are to be. For data protection leads alone. */
export interface SuppressionLine {
  readonly id: string;
  readonly person: string;
  readonly recipient: Recipient;
  /** None for any. */
  readonly purposes: readonly Purpose[];
  readonly ground: SuppressionGround;
  readonly reason: string;
  /** Accounts. */
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly state: 'PROPOSED' | 'APPROVED';
  readonly since: Instant;
  /** Looks from then on; null before it is approved. */
  readonly covers: Instant | null;
  readonly until: Instant;
  readonly renews: string | null;
}

interface Row extends Omit<SuppressionLine, 'recipient' | 'purposes' | 'ground' | 'state'> {
  readonly worker: string | null;
  readonly agency: string | null;
  readonly purposes: readonly string[] | null;
  readonly ground: string;
  readonly state: string;
}

/** Everything that is held back now, or waits for a second one, by the day on which it ends. */
export async function readSuppressions(db: Db): Promise<SuppressionLine[]> {
  const { rows } = await db.query<Row>(
    `SELECT s.id, s.about AS person, s.recipient_worker AS worker, s.recipient_agency AS agency, s.purposes, s.ground, s.reason, s.proposed_by AS "proposedBy", s.approved_by AS "approvedBy", s.state,
            ${instant('e.at')} AS since, ${instant('s.covers_from')} AS covers, ${instant('s.until')} AS until, s.renews
       FROM suppression s JOIN event e ON e.id = s.opened_event WHERE clock_timestamp() < s.until ORDER BY s.until, s.id`);
  return rows.map(lineIn);
}

const unreadable = (): never => {
  throw new HouseError('INTERNAL', 'a suppression in the ledger cannot be read');
};

function lineIn({ worker, agency, purposes, ground, state, ...row }: Row): SuppressionLine {
  return {
    ...row, recipient: worker === null ? { kind: 'agency', agency: agency ?? unreadable() } : { kind: 'worker', worker },
    purposes: (purposes ?? []).map((text) => parsePurpose(text) ?? unreadable()), ground: SUPPRESSION_GROUNDS.find((one) => one === ground) ?? unreadable(),
    state: state === 'APPROVED' || state === 'PROPOSED' ? state : unreadable(),
  };
}
