import { Client } from 'pg';
import type { TestHouse } from '../harness/startHouse.ts';

/** The ledger of a test house, read and set by hand: what the house itself can never do. */
export interface TestLedger {
  /** The rows of a statement. */
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Resolves when the ledger has committed an event under this key. To be called before the act. */
  committed(key: string): Promise<void>;
  close(): Promise<void>;
}

const TELLS_OF_EVENTS = `
  CREATE FUNCTION tell_of_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('committed', NEW.key); RETURN NEW; END $$;
  CREATE TRIGGER tell_of_event AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION tell_of_event();
  LISTEN committed`;

/** Opens it, on one connection of its own. */
export async function openTestLedger(house: TestHouse): Promise<TestLedger> {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  await client.query(TELLS_OF_EVENTS);
  return {
    rows: async <Row extends object>(sql: string, values: readonly unknown[] = []) => (await client.query<Row>(sql, [...values])).rows,
    committed: (key) => new Promise((resolve) => {
      // PostgreSQL sends it with the commit and not before.
      client.on('notification', ({ payload }) => { if (payload === key) resolve(); });
    }),
    close: () => client.end(),
  };
}
