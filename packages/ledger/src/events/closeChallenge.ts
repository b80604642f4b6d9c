import type { Pool } from 'pg';
import { CHALLENGE_OUTCOMES } from './event.ts';
import { mustOversee } from './mustOversee.ts';
import { readId, readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** How a challenge is answered, and what the person is told. */
export interface CloseChallenge extends Act {
  readonly challenge: string;
  /** EXPECTED, MISTAKE or MISUSE. */
  readonly outcome: string;
  /** For the person to read. */
  readonly words: string;
}

/**
 * A data protection lead answers what a person asked about a look: never the one whose look it was. Answered once, it
 * stays; the person may ask again.
 */
export async function closeChallenge(pool: Pool, { challenge, outcome, words, ...act }: CloseChallenge): Promise<Done> {
  const wanted = { challenge: readId(challenge), outcome: CHALLENGE_OUTCOMES.find((one) => one === outcome) ?? refuseInput('There is no such outcome.'), words: readWords(words) };
  return record(pool, act, { verb: 'closeChallenge', ...wanted }, async ({ client }) => {
    await mustOversee(client, act.actor);
    const { rows: [found] } = await client.query<{ id: string; worker: string | null; state: string }>('SELECT id, worker, state FROM challenge WHERE id = $1 AND person = $2', [wanted.challenge, act.person]);
    // To the one whose look it was there is no challenge, whatever they check otherwise.
    if (!found || found.worker === act.actor.id) return refuseInput('This person has not asked about such a look.');
    if (found.state !== 'OPEN') return refuseInput('That has been answered already.');
    return { kind: 'CHALLENGE_CLOSED', body: { challenge: found.id, outcome: wanted.outcome, words: wanted.words } };
  });
}
