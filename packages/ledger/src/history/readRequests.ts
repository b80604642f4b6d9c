import { fromInt8, type Instant, type Mask, type Recipient } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** What somebody asked the person to share, as it stands now. */
export interface RequestLine {
  readonly id: string;
  /** Names, as people read them: who asked, and where they work. */
  readonly worker: string;
  readonly agency: string | null;
  /** The accounts of both, for whoever asks what of all this is theirs; the agency as it is now. */
  readonly askedBy: string;
  readonly agencyId: string | null;
  readonly recipient: Recipient;
  readonly purpose: string;
  readonly categories: Mask;
  /** What of them the person agreed to; null while there is no yes. */
  readonly agreed: Mask | null;
  readonly reason: string;
  readonly since: Instant;
  readonly lapses: Instant;
  /** When it was answered or cancelled; null while it was neither. */
  readonly ended: Instant | null;
  /** LAPSED: nobody answered in time. */
  readonly state: 'ASKED' | 'PUT_OFF' | 'AGREED' | 'PART_AGREED' | 'REFUSED' | 'CANCELLED' | 'LAPSED';
}

const STATES: readonly RequestLine['state'][] = ['ASKED', 'PUT_OFF', 'AGREED', 'PART_AGREED', 'REFUSED', 'CANCELLED'];

interface Row {
  readonly person: string;
  readonly id: string;
  readonly worker: string;
  readonly agency: string | null;
  readonly askedBy: string;
  readonly agencyId: string | null;
  readonly toAgency: string | null;
  readonly toTeam: string | null;
  readonly toWorker: string | null;
  readonly purpose: string;
  readonly categories: string;
  readonly agreed: string | null;
  readonly reason: string;
  readonly since: Instant;
  readonly lapses: Instant;
  readonly ended: Instant | null;
  readonly state: string;
  readonly over: boolean;
}

const unreadable = (): never => {
  throw new HouseError('INTERNAL', 'a request in the ledger cannot be read');
};

function recipientIn({ toAgency, toTeam, toWorker }: Row): Recipient {
  if (toAgency !== null) return { kind: 'agency', agency: toAgency };
  if (toTeam !== null) return { kind: 'team', team: toTeam };
  return toWorker === null ? unreadable() : { kind: 'worker', worker: toWorker };
}

function lineIn(row: Row): RequestLine {
  const { id, worker, agency, askedBy, agencyId, purpose, reason, since, lapses, ended } = row;
  const state = STATES.find((one) => one === row.state) ?? unreadable();
  const isOpen = state === 'ASKED' || state === 'PUT_OFF';
  return {
    id, worker, agency, askedBy, agencyId, purpose, reason, since, lapses, ended, recipient: recipientIn(row), categories: fromInt8(row.categories) ?? unreadable(),
    agreed: row.agreed === null ? null : fromInt8(row.agreed) ?? unreadable(),
    state: isOpen && row.over ? 'LAPSED' : state,
  };
}

/** What these people were asked, latest first: an entry for everybody. Somebody whose account is gone is still named by it. */
export async function readRequests(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, RequestLine[]>> {
  const { rows } = await db.query<Row>(
    `SELECT r.person, r.id, coalesce(w.name, r.asked_by) AS worker, r.asked_by AS "askedBy", a.name AS agency, a.id AS "agencyId", r.recipient_agency AS "toAgency", r.recipient_team AS "toTeam",
            r.recipient_worker AS "toWorker", r.purpose, r.categories::text, r.agreed::text, r.reason, ${instant('e.at')} AS since, ${instant('r.lapses_at')} AS lapses, ${instant('answer.at')} AS ended, r.state,
            r.lapses_at <= clock_timestamp() AS over
       FROM request r JOIN event e ON e.id = r.opened_event LEFT JOIN worker w ON w.id = r.asked_by LEFT JOIN agency a ON a.id = w.agency LEFT JOIN event answer ON answer.id = r.ended_event
      WHERE r.person = ANY ($1::text[]) ORDER BY e.at DESC, e.position DESC`,
    [people],
  );
  const lines = new Map<string, RequestLine[]>(people.map((person) => [person, []]));
  for (const row of rows) lines.get(row.person)?.push(lineIn(row));
  return lines;
}
