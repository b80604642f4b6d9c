import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { heldBackSql } from '../history/heldBackSql.ts';
import { sameLine, type LineColumns } from '../history/sameLine.ts';
import type { MadeChallenge } from './event.ts';
import { onlyThePerson } from './onlyThePerson.ts';
import { readId, readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Which look the person does not recognise, and what they say of it. */
export interface ChallengeLook extends Act {
  /** The id of a line of who looked, or of any disclosure that the line stands for. */
  readonly disclosure: string;
  readonly words?: string | null;
}

interface Look {
  readonly worker: string | null;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly kind: string;
  readonly at: Date;
}

/**
 * The person says of a look: I don't recognise this. A worker's lists of one day are one line, so one of them stands for
 * all. One challenge of a line waits at a time; after its answer the person may challenge again. A look that is held back
 * from the person, or is about somebody else, is answered in the same words as one that there is not.
 */
export async function challengeLook(pool: Pool, { disclosure, words, ...act }: ChallengeLook): Promise<Done> {
  onlyThePerson(act);
  const wanted = { disclosure: readId(disclosure) ?? refuseInput('There is no such look.'), words: words === undefined || words === null ? null : readWords(words) };
  return record(pool, act, { verb: 'challengeLook', ...wanted }, async ({ client }) => {
    const look = await lookOf(client, act.person, wanted.disclosure);
    if (!look) return refuseInput('There is no such look.');
    if (await isChallenged(client, act.person, wanted.disclosure)) return refuseInput('You have asked about that look already, and it is being looked into.');
    const challenge: MadeChallenge = { id: randomUUID(), ...wanted, look: { ...look, at: look.at.toISOString() } };
    return { kind: 'LOOK_CHALLENGED', body: { challenge } };
  });
}

async function lookOf(client: ClientBase, person: string, disclosure: string): Promise<Look | undefined> {
  const { rows } = await client.query<Look>(`SELECT worker, agency, purpose, kind, at FROM disclosure d WHERE d.id = $1 AND d.person = $2 AND NOT ${heldBackSql('d')}`, [disclosure, person]);
  return rows[0];
}

async function isChallenged(client: ClientBase, person: string, disclosure: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM challenge c JOIN disclosure d ON d.id = $1 WHERE c.person = $2 AND c.state = 'OPEN' AND (c.disclosure = d.id OR ${sameLine({ ...columnsOf('c'), at: 'c.looked_at' }, columnsOf('d'))}) LIMIT 1`,
    [disclosure, person]);
  return (rowCount ?? 0) > 0;
}

const columnsOf = (row: string): LineColumns => ({ kind: `${row}.kind`, worker: `${row}.worker`, agency: `${row}.agency`, purpose: `${row}.purpose`, at: `${row}.at` });
