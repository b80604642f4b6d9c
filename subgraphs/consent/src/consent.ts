import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createLedger, type Seals } from '@thegither/ledger';
import { createRoom, nothingKept, type Room, type RoomDeps } from '@thegither/subgraph';
import { createCursors } from './cursors.ts';
import { consentResolvers } from './resolvers.ts';
import { consentRules } from './rules.ts';
import { watchOpenings } from './watchOpenings.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** What consent is given besides what every room is. */
export interface ConsentDeps extends RoomDeps {
  /** Opens what disclosures say: people read who looked at them. */
  readonly seals: Seals;
  /** 32 bytes that every copy of this service shares, under which cursors are encrypted. Without it, cursors end with the process. */
  readonly cursorKey?: Buffer;
  /** SHA-256 (hexadecimal) of the operations that ask for everything about somebody: what they were not shown counts as asked by nobody. None when nothing is said. */
  readonly wholePersonOperations?: readonly string[];
  /** How long a stop waits after its commit, in milliseconds; the ledger's deadline when nothing is said. */
  readonly acknowledgeAfterMs?: number;
}

/** The consent room: who supports whom, what people agreed to and who looked, over the ledger. Its database is the ledger's. */
export const createConsent = ({ seals, cursorKey = randomBytes(32), wholePersonOperations = [], acknowledgeAfterMs, ...deps }: ConsentDeps): Room =>
  createRoom(deps, {
    name: 'consent',
    typeDefs,
    openStore: ({ url, log }) => {
      // As every room waits for its database: whoever asks gives up before.
      const ledger = createLedger({ connectionString: url, seals, acknowledgeAfterMs, connectWithinMs: 10_000, onConnectionLost: (err) => log.warn({ err }, 'a database connection broke') });
      return { ledger, ready: () => ledger.clock(), restricted: nothingKept, close: () => ledger.close() };
    },
    resolvers: ({ ledger }) => consentResolvers(deps.watch ? watchOpenings(ledger, deps.watch.metrics) : ledger, createCursors(cursorKey), wholePersonOperations),
    rules: consentRules,
  });
