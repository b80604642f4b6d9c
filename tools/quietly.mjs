// Runs a turbo task of all workspaces (`generate` makes the database clients and resolver types, `build` that and plain
// JavaScript of everything), from its cache where nothing changed, and says nothing but that it is at work: the commands
// begin with it, and `npm run token` prints one thing only.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const task = process.argv[2] ?? 'generate';
const turbo = spawn(process.execPath, [createRequire(import.meta.url).resolve('turbo/bin/turbo'), 'run', task, '--concurrency=2', '--output-logs=errors-only'], {
  stdio: ['ignore', 'pipe', 'pipe'],
  // Neither tool tells its vendor that it ran.
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' },
});
let output = '';
for (const stream of [turbo.stdout, turbo.stderr]) stream.on('data', (text) => { output += text; });
const slow = setTimeout(() => process.stderr.write('Getting ready: the first time takes about 15 seconds.\n'), 1500);
turbo.on('error', (error) => { output += `${error.message}\n`; });
turbo.on('close', (status) => {
  clearTimeout(slow);
  if (status !== 0) process.stderr.write(output);
  process.exit(status ?? 1);
});
