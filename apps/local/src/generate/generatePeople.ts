import { setImmediate as breathe } from 'node:timers/promises';
import type { Identifiers } from '@thegither/identity';
import { seedRegister } from '@thegither/ledger';
import { dayOf, personAt, staffFor } from '@thegither/synthetic';
import type { SpineId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { copyLines } from '../copy/copyInto.ts';
import type { HouseDatabases } from '../prepareDatabases.ts';
import { HOLDERS, addText, type Holder, type Text, type When } from './makeText.ts';
import { readTables, type Table } from './readTables.ts';
import { refuseOthers } from './refuseOthers.ts';

/** Whom to make, and where to put them. */
export interface Generation {
  readonly databases: HouseDatabases;
  readonly identifiers: Identifiers;
  readonly count: number;
  readonly seed: number;
  /** Also beside people who were not made here. */
  readonly beside?: boolean;
  /** What "now" is to their stories, in milliseconds since 1970. */
  readonly at: number;
  /** Told after every so many people. */
  readonly tell?: (people: number, rows: number) => void;
}

/** How much was written, by holder and table: rows. */
export type Written = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A holder's database, open, in one transaction for all that is written. */
interface Open {
  readonly holder: Holder;
  readonly client: Client;
  readonly tables: ReadonlyMap<string, Table>;
  readonly idOf: (spine: SpineId) => ReturnType<Identifiers['issue']>;
}

const BATCH = 1000;
/** Between so many people the databases get their turn. */
const BREATH = 10;

/**
 * Puts so many generated people into a house's databases, with the workers who support them: the same people, with the
 * same ids under the same keys, for the same seed and day. Every database takes all of them or, when it throws, none.
 * @throws HouseError CONFIGURATION where somebody else is in the databases: see refuseOthers
 */
export async function generatePeople({ databases, identifiers, count, seed, beside = false, at, tell = () => undefined }: Generation): Promise<Written> {
  const when: When = { seed, at, today: dayOf(at) };
  const opened: Open[] = [];
  const written = new Map<string, Map<string, number>>();
  try {
    for (const holder of HOLDERS) opened.push(await open(holder, databases, identifiers));
    for (const { client, holder, tables } of opened) await refuseOthers(client, holder, tables, identifiers, seed, beside);
    await seedRegister(databases.ledger, staffFor(count));
    let writing: Promise<unknown> = Promise.resolve(), rows = 0;
    for (let first = 0; first < count; first += BATCH) {
      const last = Math.min(first + BATCH, count);
      const made = await makeBatch(opened, when, first, last);
      await writing;
      // While this batch is written the next is made.
      writing = Promise.all(opened.map((one) => writeBatch(one, made.get(one)!)));
      writing.catch(() => undefined);
      for (const [{ holder: { name } }, texts] of made) rows += addCounts(written, name, texts);
      tell(last, rows);
    }
    await writing;
    for (const { client } of opened) await client.query('COMMIT');
    for (const { client } of opened) await client.query('ANALYZE');
    return written;
  } finally {
    // What was not committed is gone with the connection.
    await Promise.all(opened.map(({ client }) => client.end()));
  }
}

async function open(holder: Holder, databases: HouseDatabases, identifiers: Identifiers): Promise<Open> {
  const client = new Client({ connectionString: holder.name === 'ledger' ? databases.ledger : databases.rooms[holder.name] });
  await client.connect();
  const tables = await readTables(client);
  await client.query('BEGIN');
  return { holder, client, tables, idOf: (spine) => identifiers.issue(holder.audience, spine) };
}

async function makeBatch(opened: readonly Open[], when: When, first: number, last: number): Promise<ReadonlyMap<Open, Map<string, Text>>> {
  const made = new Map(opened.map((one) => [one, new Map<string, Text>()]));
  for (let place = first; place < last; place += 1) {
    const person = personAt(when.seed, place);
    const story = person.story(when.today);
    // Every room asks for the story: it is told once.
    const told = { ...person, story: () => story };
    for (const [{ holder, tables, idOf }, texts] of made) addText(texts, holder, tables, told, idOf, when);
    if (place % BREATH === 0) await breathe();
  }
  return made;
}

async function writeBatch({ client, tables }: Open, texts: ReadonlyMap<string, Text>): Promise<void> {
  for (const [name, { lines }] of texts) if (lines.length > 0) await copyLines(client, tables.get(name)!, lines);
}

function addCounts(written: Map<string, Map<string, number>>, name: string, texts: ReadonlyMap<string, Text>): number {
  const counts = written.get(name) ?? new Map<string, number>();
  written.set(name, counts);
  let all = 0;
  for (const [table, { rows }] of texts) {
    counts.set(table, (counts.get(table) ?? 0) + rows);
    all += rows;
  }
  return all;
}
