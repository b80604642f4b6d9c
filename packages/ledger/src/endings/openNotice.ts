import type { Pool } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import type { Actor } from '../events/event.ts';
import { heldBackHistory } from '../events/heldBackHistory.ts';
import { readId } from '../events/readInput.ts';
import { refuseInput } from '../events/refuseInput.ts';
import { MAY_ANSWER } from './mayAnswer.ts';

/** A notice, as whoever answers it comes to it: by its id alone. */
export interface OfEnding {
  readonly actor: Actor;
  /** 1 to 200 printable characters; the same key never does it twice. */
  readonly key: string;
  /** The notice. */
  readonly ending: string;
}

/** To whom a notice is, and on whose history it is answered. */
export interface OpenNotice {
  readonly id: string;
  /** The person's, or the one beside it for what is or was held back from them. */
  readonly person: string;
  readonly agency: string;
}

/**
 * The notice that this worker answers for their agency, by their account as it is now. Nobody has to support the person
 * any more, nor may they: the notice is what is left. Throws FORBIDDEN for who leads nothing, and INVALID_INPUT, in the
 * same words and by the same way, for a notice to another agency or team and for one that there is not.
 */
export async function openNotice(pool: Pool, { actor, ending }: Pick<OfEnding, 'actor' | 'ending'>): Promise<OpenNotice> {
  if (actor.kind !== 'worker') throw new HouseError('FORBIDDEN');
  const { rows: [found] } = await pool.query<{ leads: boolean; held: boolean | null } & { [K in keyof OpenNotice]: string | null }>(
    `SELECT w.roles && '{TEAM_LEAD,DATA_PROTECTION_LEAD}' AS leads, n.id, n.person, n.agency, n.held_back AS held
       FROM worker w LEFT JOIN ending_notice n ON n.id = $2::uuid AND ${MAY_ANSWER} WHERE w.id = $1`,
    [actor.id, readId(ending) ?? null],
  );
  if (!found?.leads) throw new HouseError('FORBIDDEN', 'A lead of the agency answers for it.');
  const { id, person, agency, held } = found;
  return id === null || person === null || agency === null ? refuseInput('There is no such notice to your agency.') : { id, agency, person: held ? heldBackHistory(person) : person };
}
