import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, jest, test } from '@jest/globals';

/** One minute, asked slowly: the other core has tests to run. The whole is half an hour, and more often: npm run soak */
const SECONDS = Number(process.env.SOAK_SECONDS ?? 60);

jest.setTimeout(180_000 + 2_000 * SECONDS);

test('the house is asked for a while: its memory is flat, it keeps no descriptor, and no error comes of it', async () => {
  const soak = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', fileURLToPath(new URL('main.ts', import.meta.url)), '--seconds', String(SECONDS), '--rate', '5'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [soak.stdout, soak.stderr]) stream.on('data', (text: Buffer) => { written += text.toString(); });
  const [code] = await once(soak, 'close') as [number | null];
  process.stdout.write(`\n${written}`);
  expect({ code, written: written.split('\n').filter((line) => /^ {2}[A-Z_]+: /.test(line)) }).toEqual({ code: 0, written: [] });
});
