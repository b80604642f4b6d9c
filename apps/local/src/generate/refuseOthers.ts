import type { Identifiers } from '@thegither/identity';
import { PERSONAS, generatedBy } from '@thegither/synthetic';
import { HouseError, parsePersonId, type PersonId } from '@thegither/vocabulary';
import { escapeIdentifier, type ClientBase } from 'pg';
import type { Holder } from './makeText.ts';
import type { Table } from './readTables.ts';

const DEMO: ReadonlySet<string> = new Set(PERSONAS.map(({ spine }) => spine));

/**
 * Refuses a database in which somebody is who is neither of the demonstration nor generated, unless people are to be put
 * beside them; and one in which people of the same seed are already, beside or not.
 * @throws HouseError CONFIGURATION, which says neither whom nor how many
 */
export async function refuseOthers(client: ClientBase, holder: Holder, tables: ReadonlyMap<string, Table>, identifiers: Identifiers, seed: number, beside: boolean): Promise<void> {
  for (const person of await peopleIn(client, tables)) {
    const made = madeBy(identifiers, holder.audience, person);
    if (made === seed) throw new HouseError('CONFIGURATION', 'The people of this seed are in the databases already: choose another with --seed, or begin anew with `npm run reset`.');
    if (made === undefined && !beside) {
      throw new HouseError('CONFIGURATION', 'There are people in the databases who were not made here. If made-up people shall really stand beside them, say --beside.');
    }
  }
}

/** The seed of a generated person, null for somebody of the demonstration, undefined for anybody else. */
function madeBy(identifiers: Identifiers, audience: string, id: PersonId): number | null | undefined {
  const spine = identifiers.open(audience, id);
  if (!spine) return undefined;
  return DEMO.has(spine) ? null : generatedBy(spine)?.seed;
}

async function peopleIn(client: ClientBase, tables: ReadonlyMap<string, Table>): Promise<PersonId[]> {
  const personal = [...tables.values()].filter(({ columns }) => columns.includes('person'));
  const branches = personal.map(({ schema, table }) => `SELECT person FROM ${escapeIdentifier(schema)}.${escapeIdentifier(table)}`);
  const { rows } = await client.query<{ person: string }>(branches.join(' UNION '));
  return rows.map(({ person }) => {
    const id = parsePersonId(person);
    if (!id) throw new HouseError('CONFIGURATION', 'There are people in the databases whose ids are of no form that is known here.');
    return id;
  });
}
