import { rmSync } from 'node:fs';

/** Ends the run's PostgreSQL and takes its folder away. */
export default async function globalTeardown() {
  await globalThis.thegitherPostgres.stop();
  rmSync(globalThis.thegitherPostgresFolder, { recursive: true, force: true });
}
