import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { connected } from './connected.ts';
import { reachPostgres } from './reachPostgres.ts';
import { startPostgres } from './startPostgres.ts';

// Starting a server takes seconds on a busy machine.
jest.setTimeout(60_000);

let parent: string;
beforeEach(() => { parent = mkdtempSync(path.join(tmpdir(), 'thegither-reach-')); });
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('a server that another keeps is reached and not taken over', async () => {
  const dataDir = path.join(parent, 'data');
  expect(await reachPostgres(dataDir)).toBeUndefined();
  const server = await startPostgres({ dataDir, flags: ['-c', 'fsync=off'] });
  const reached = await reachPostgres(dataDir);
  expect(reached?.('postgres')).toBe(server.url('postgres'));
  await connected(reached!('postgres'), async (client) => { await client.query('SELECT 1'); });
  await server.stop();
  expect(await reachPostgres(dataDir)).toBeUndefined();
});
