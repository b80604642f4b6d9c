import { makeSecrets } from './makeSecrets.ts';

// `npm run secrets > infra/.env`: a new set, to a file or a secret store, never to a terminal that keeps what it showed.
if (process.stdout.isTTY) {
  process.stderr.write('Secrets are written to a file or another program: npm run --silent secrets > infra/.env\n');
  process.exitCode = 2;
} else for (const [name, value] of Object.entries(makeSecrets())) process.stdout.write(`${name}='${value}'\n`);
