// Makes the database clients and resolver types that the sources import (`turbo run generate`, cached), and says nothing
// but that it is at work: `npm start` and the commands begin with it, and `npm run token` prints one thing only.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
const work = spawn(process.execPath, [turbo, 'run', 'generate', '--concurrency=2', '--output-logs=errors-only'], {
  stdio: ['ignore', 'pipe', 'pipe'],
  // Neither tool tells its vendor that it ran.
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' },
});
let output = '';
for (const stream of [work.stdout, work.stderr]) stream.on('data', (text) => { output += text; });
const slow = setTimeout(() => process.stderr.write('Making the database clients, the first time only: about 15 seconds.\n'), 1500);
work.on('error', (error) => { output += `${error.message}\n`; });
work.on('close', (status) => {
  clearTimeout(slow);
  if (status !== 0) process.stderr.write(output);
  process.exit(status ?? 1);
});
