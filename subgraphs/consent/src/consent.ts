import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createLedger } from '@thegither/ledger';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { createCursors } from './cursors.ts';
import { consentResolvers } from './resolvers.ts';
import { consentRules } from './rules.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** What consent is given besides what every room is. */
export interface ConsentDeps extends RoomDeps {
  /** 32 bytes that every copy of this service shares, under which cursors are encrypted. Without it, cursors end with the process. */
  readonly cursorKey?: Buffer;
  /** SHA-256 (hexadecimal) of the operations that ask for everything about somebody: what they were not shown counts as asked by nobody. None when nothing is said. */
  readonly wholePersonOperations?: readonly string[];
  /** How long a stop waits after its commit, in milliseconds; the ledger's deadline when nothing is said. */
  readonly acknowledgeAfterMs?: number;
}

/** The consent room: who supports whom, what people agreed to and who looked, over the ledger. Its database is the ledger's. */
export const createConsent = ({ cursorKey = randomBytes(32), wholePersonOperations = [], acknowledgeAfterMs, ...deps }: ConsentDeps): Room =>
  createRoom(deps, {
    name: 'consent',
    typeDefs,
    openStore: ({ url, log }) => {
      // As every room waits for its database: whoever asks gives up before.
      const ledger = createLedger({ connectionString: url, acknowledgeAfterMs, connectWithinMs: 10_000, onConnectionLost: (err) => log.warn({ err }, 'a database connection broke') });
      return { ledger, ready: () => ledger.clock(), close: () => ledger.close() };
    },
    resolvers: ({ ledger }) => consentResolvers(ledger, createCursors(cursorKey), wholePersonOperations),
    rules: consentRules,
  });
