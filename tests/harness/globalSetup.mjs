import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

/** Starts one embedded PostgreSQL for the whole run. Durability is off: nothing here outlives the run. */
export default async function globalSetup() {
  const root = path.resolve(import.meta.dirname, '../..');
  const out = path.join(root, 'node_modules/.cache/local-postgres.mjs');
  buildSync({ entryPoints: [path.join(root, 'packages/local-postgres/src/index.ts')], bundle: true, packages: 'external', outfile: out, format: 'esm', platform: 'node', target: 'node20' });
  const { startPostgres } = await import(pathToFileURL(out).href);
  const postgres = await startPostgres({ dataDir: mkdtempSync(path.join(tmpdir(), 'thegither-test-')), flags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=400'] });
  globalThis.thegitherPostgres = postgres;
  process.env.TEST_POSTGRES = postgres.url('');
}
