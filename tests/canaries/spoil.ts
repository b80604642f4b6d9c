import { Client, escapeIdentifier } from 'pg';
import { identifiers } from '../harness/twins.ts';
import type { Canary } from './canary.ts';
import type { CanaryHouse } from './openCanaryHouse.ts';

/**
 * Writes a canary into every column of a person's rows that should hold a code of a list, as a program might that is not
 * ours: what reads it finds no such code, and says so. Columns that the database itself closes stay as they are. Gives
 * how many took it.
 */
export async function spoilCodes({ house, planted, canaries, people, tellOnlyThem }: CanaryHouse, person: string): Promise<number> {
  let spoilt = 0;
  for (const [room, url] of Object.entries(house.databases.rooms)) {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      // Keys to lists of codes are not looked at.
      await client.query('SET session_replication_role = replica');
      for (const { column: at, because } of planted.find((one) => one.room === room)!.bare) {
        if (because !== 'CODE') continue;
        const [table = '', column = ''] = at.split('.');
        const canary: Canary = { room, table, column, of: undefined, row: 0, person, controller: '', labels: [], forAgency: undefined };
        tellOnlyThem([canary]);
        const word = canaries.make('text', canary);
        spoilt += await client.query(`UPDATE ${escapeIdentifier(table)} SET ${escapeIdentifier(column)} = $1 WHERE person = $2`, [word, identifiers.issue(room, people.named(person).spine)]).then(({ rowCount }) => rowCount ?? 0, () => 0);
      }
    } finally {
      await client.end();
    }
  }
  return spoilt;
}
