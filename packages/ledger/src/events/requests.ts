import type { ClientBase } from 'pg';
import { fromInt8, maskOf, type Instant, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { instant } from '../standing/instant.ts';
import type { Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** A request of this person's as the projection gives it. */
export interface StandingRequest {
  readonly id: string;
  readonly recipientAgency: string | null;
  readonly recipientTeam: string | null;
  readonly recipientWorker: string | null;
  readonly askedBy: string;
  /** The agency of whoever asked, now; null when there is no such account any more. */
  readonly agency: string | null;
  readonly purpose: string;
  readonly categories: Mask;
  readonly lapsesAt: Instant;
  readonly state: string;
  /** When it was answered or cancelled; null while it is open. */
  readonly endedAt: Instant | null;
}

const OPEN: readonly string[] = ['ASKED', 'PUT_OFF'];

/** Does somebody wait for an answer still? */
export const isOpen = ({ state, lapsesAt }: Pick<StandingRequest, 'state' | 'lapsesAt'>, at: Instant): boolean => OPEN.includes(state) && at < lapsesAt;

/** Everything that this person was ever asked. Throws INTERNAL for a row that cannot be read. */
export async function requestsOf(client: ClientBase, person: string): Promise<StandingRequest[]> {
  const { rows } = await client.query<Omit<StandingRequest, 'categories'> & { readonly categories: string }>(
    `SELECT r.id, r.recipient_agency AS "recipientAgency", r.recipient_team AS "recipientTeam", r.recipient_worker AS "recipientWorker", r.asked_by AS "askedBy", w.agency,
            r.purpose, r.categories::text, ${instant('r.lapses_at')} AS "lapsesAt", r.state, ${instant('e.at')} AS "endedAt"
       FROM request r LEFT JOIN worker w ON w.id = r.asked_by LEFT JOIN event e ON e.id = r.ended_event WHERE r.person = $1`,
    [person],
  );
  return rows.map((row) => {
    const categories = fromInt8(row.categories);
    if (categories === undefined || categories === maskOf()) throw new HouseError('INTERNAL', 'a request in the ledger cannot be read');
    return { ...row, categories };
  });
}

/** A request that waits for this person's answer. Throws INVALID_INPUT for any other id, and when nobody waits any more. */
export async function openRequest({ client, at }: Scene, person: string, id: string): Promise<StandingRequest> {
  const request = (await requestsOf(client, person)).find((one) => one.id === id);
  if (!request) return refuseInput('This person was not asked that.');
  return isOpen(request, at) ? request : refuseInput('Nobody waits for an answer to that any more.');
}
