import { setTimeout as pause } from 'node:timers/promises';
import type { ProofHouse } from '../house/house.ts';
import type { Around, Disturb, Disturbance } from './disturbance.ts';
import { openWire, type Wire } from './wire.ts';

/** Less than a gateway waits for the decision service: so that what is held arrives and is not given up before. */
const LONGEST_MS = 1_500;

/** The decision service with its connections going through a wire, until the trouble ends. */
async function throughWire(house: ProofHouse, around: (wire: Wire) => Around): Promise<Disturbance> {
  const wire = await openWire(house.ledgerUrl);
  await restart(house, { DATABASE_URL: wire.url });
  return {
    around: around(wire),
    async end() {
      await restart(house);
      await wire.close();
    },
  };
}

async function restart({ decisions }: ProofHouse, env: Readonly<Record<string, string>> = {}): Promise<void> {
  await decisions.kill();
  await decisions.start({ env });
}

/** Disclosures are committed, and the decision service hears of it only after the stop was acknowledged: its connections stand still. */
export const holdConnection: Disturb = (house, random) => throughWire(house, (wire) => async (stop) => {
  wire.holdCommits();
  try {
    const stopping = stop();
    await Promise.race([stopping, pause(LONGEST_MS)]);
    await pause(random.below(20));
    wire.letGo();
    return await stopping;
  } finally {
    wire.letGo();
  }
});

/** The server ends every connection of the decision service between a decision and its release, without it being told in time. */
export const endConnections: Disturb = (house, random) => throughWire(house, (wire) => async (stop) => {
  const stopping = stop();
  for (let times = 0; times < 3; times++) {
    await pause(random.below(40));
    await house.ledger.rows('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port = ANY ($1::int[])', [wire.ports()]);
  }
  return stopping;
});
