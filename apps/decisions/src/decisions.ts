import { createLedger } from '@thegither/ledger';
import { listen, type Listening } from '@thegither/service';
import type { DecisionsDeps } from './deps.ts';
import { openDoor } from './door.ts';

/** The decision service, ready to listen. */
export interface Decisions {
  listen(port?: number, host?: string): Promise<Listening>;
  /** Finishes what runs, then lets go of the ledger. */
  close(): Promise<void>;
}

/**
 * Makes the one service that reads the ledger, decides, signs and releases, and that alone holds the key for it. Without
 * the ledger every question is DECISIONS_UNAVAILABLE, and once the ledger is back they are answered again.
 */
export function createDecisions({ databaseUrl, seals, ...deps }: DecisionsDeps): Decisions {
  const ledger = createLedger({ connectionString: databaseUrl, seals, onConnectionLost: (err) => deps.log.warn({ err }, 'a connection to the ledger broke') });
  const door = openDoor({ ...deps, ledger });
  let listening: Listening | undefined;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= Promise.resolve(listening?.close()).then(() => ledger.close()));
  return {
    async listen(port = 0, host) {
      listening = await listen(door, { port, host });
      return { ...listening, close };
    },
    close,
  };
}
