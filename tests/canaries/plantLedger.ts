import { Client, escapeIdentifier } from 'pg';
import type { Canaries, Canary } from './canary.ts';
import type { People } from './people.ts';

/** What of the ledger a person's own page tells: to them and to oversight. */
const TOLD = ['sharing_grant', 'refusal', 'hold', 'exclusion'] as const;

/**
 * Makes canaries of what the ledger keeps about people: the ids of what they agreed to, refused, stopped and excluded,
 * and the codes by which an assignment is confirmed. Reasons and keys hold the words that the test says everywhere.
 * Gives the ways in which the schema tells them.
 */
export async function plantLedger(ledgerUrl: string, canaries: Canaries, people: People): Promise<(readonly [string, readonly (readonly string[])[]])[]> {
  const client = new Client({ connectionString: ledgerUrl });
  await client.connect();
  const about = (table: string, column: string, row: number, id: string, forAgency?: string): Canary =>
    ({ room: 'consent', table, column, row, of: undefined, person: people.inRoom('consent', id) ?? '', controller: '', labels: [], forAgency });
  try {
    for (const table of TOLD) {
      const { rows } = await client.query<{ id: string; person: string }>(`SELECT id, person FROM ${escapeIdentifier(table)}`);
      for (const [at, { id, person }] of rows.entries()) canaries.know(id, about(table, 'id', at, person));
    }
    const { rows: waiting } = await client.query<{ id: string; person: string }>("SELECT id, person FROM assignment WHERE state = 'PENDING' AND code IS NOT NULL");
    for (const [at, { id, person }] of waiting.entries()) {
      // No worker reads it, whoever they are: it confirms in the person's name.
      await client.query('UPDATE assignment SET code = $2 WHERE id = $1', [id, canaries.make('text', about('assignment', 'code', at, person, 'no agency'))]);
    }
    return [...TOLD.map((table) => [`consent ${table}  id`, [['MY_SHARING']]] as const), ['consent assignment  code', [['MY_SHARING']]]];
  } finally {
    await client.end();
  }
}

/** Whose every row of the ledger is, by its id. */
export async function ownersInLedger(ledgerUrl: string, people: People): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: ledgerUrl });
  await client.connect();
  try {
    const owners = new Map<string, string>();
    for (const table of [...TOLD, 'assignment', 'authority', 'disclosure', 'event', 'ending_notice']) {
      const { rows } = await client.query<{ id: string; person: string }>(`SELECT id, person FROM ${escapeIdentifier(table)}`);
      for (const { id, person } of rows) owners.set(id, people.inRoom('consent', person) ?? '');
    }
    return owners;
  } finally {
    await client.end();
  }
}
