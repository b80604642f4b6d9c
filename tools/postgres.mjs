// An empty PostgreSQL of its own for as long as this runs, for tools that need one: prints its address.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@thegither/local-postgres';

const folder = mkdtempSync(path.join(tmpdir(), 'thegither-tool-'));
const postgres = await startPostgres({ dataDir: folder, flags: ['-c', 'fsync=off', '-c', 'full_page_writes=off'] });
await postgres.ensureDatabase('migrations');
console.log(postgres.url(''));
const stop = async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
setInterval(() => undefined, 60_000);
