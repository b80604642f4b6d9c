import type { Instant } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { CHALLENGE_OUTCOMES, type ChallengeOutcome } from '../events/event.ts';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** A look that the person did not recognise, and what came of it. */
export interface ChallengeLine {
  readonly id: string;
  readonly disclosure: string;
  /** Names, as people read them; null for a look of the person's own. */
  readonly worker: string | null;
  readonly agency: string | null;
  /** The account whose look it was. */
  readonly account: string | null;
  readonly lookedAt: Instant;
  /** What the person says of it. */
  readonly words: string | null;
  readonly since: Instant;
  readonly state: 'OPEN' | 'CLOSED';
  /** All three are null while it is open. */
  readonly outcome: ChallengeOutcome | null;
  readonly answer: string | null;
  readonly answered: Instant | null;
}

/** A challenge that waits for an answer: no personal data beyond the id. */
export interface ChallengeOpen {
  readonly challenge: string;
  readonly person: string;
  readonly since: Instant;
  /** Is the month over within which the person is answered? @see UK GDPR Article 12(3) */
  readonly overdue: boolean;
}

interface Row extends Omit<ChallengeLine, 'state' | 'outcome'> {
  readonly person: string;
  readonly state: string;
  readonly outcome: string | null;
}

/** What these people challenged, latest first: an entry for everybody. Somebody whose account is gone is still named by it. */
export async function readChallenges(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, ChallengeLine[]>> {
  const { rows } = await db.query<Row>(
    `SELECT c.person, c.id, c.disclosure, coalesce(w.name, c.worker) AS worker, coalesce(a.name, c.agency) AS agency, c.worker AS account, ${instant('c.looked_at')} AS "lookedAt", c.words,
            ${instant('e.at')} AS since, c.state, c.outcome, c.answer, ${instant('closed.at')} AS answered
       FROM challenge c JOIN event e ON e.id = c.opened_event LEFT JOIN event closed ON closed.id = c.ended_event
       LEFT JOIN worker w ON w.id = c.worker LEFT JOIN agency a ON a.id = c.agency
      WHERE c.person = ANY ($1::text[]) ORDER BY e.at DESC, e.position DESC`,
    [people]);
  const lines = new Map<string, ChallengeLine[]>(people.map((person) => [person, []]));
  for (const { person, ...row } of rows) lines.get(person)?.push(lineIn(row));
  return lines;
}

function lineIn({ state, outcome, ...row }: Omit<Row, 'person'>): ChallengeLine {
  const ended = outcome === null ? null : CHALLENGE_OUTCOMES.find((one) => one === outcome);
  if ((state !== 'OPEN' && state !== 'CLOSED') || ended === undefined) throw new HouseError('INTERNAL', 'a challenge in the ledger cannot be read');
  return { ...row, state, outcome: ended };
}

/** Every challenge that waits, oldest first, but of looks of this worker's own. */
export async function readChallengesOpen(db: Db, lead: string): Promise<ChallengeOpen[]> {
  const { rows } = await db.query<ChallengeOpen>(
    `SELECT c.id AS challenge, c.person, ${instant('e.at')} AS since, e.at + interval '1 month' < clock_timestamp() AS overdue
       FROM challenge c JOIN event e ON e.id = c.opened_event WHERE c.state = 'OPEN' AND c.worker IS DISTINCT FROM $1 ORDER BY e.at, c.id`, [lead]);
  return rows;
}
