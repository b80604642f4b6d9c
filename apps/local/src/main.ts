import { untilStopped } from '@thegither/service';
import { dataFolderAt } from './dataFolder.ts';
import { findRunningHouse, type Addresses } from './runningHouse.ts';
import { sentenceOf } from './sentenceOf.ts';
import { startLocalHouse } from './startLocalHouse.ts';
import { telling } from './steps.ts';

const print = (text: string) => void process.stdout.write(text);

/** `npm start`: opens the house on this laptop and keeps it open until Ctrl-C. */
async function main(): Promise<void> {
  const stopped = untilStopped();
  const running = await findRunningHouse(dataFolderAt(process.env));
  if (running) return print(`The house is already running (process ${running.pid}).\n${doors(running)}`);

  const begun = performance.now();
  print('Opening the house.\n');
  const opening = startLocalHouse(process.env, telling(print, () => performance.now()));
  // Ctrl-C while it opens ends the process at once: nothing is being served yet, and PostgreSQL ends with us.
  const house = await Promise.race([opening, stopped.then(() => undefined)]);
  if (!house) return print('\nStopped before it was open.\n');
  print(`Open after ${((performance.now() - begun) / 1000).toFixed(1)} s. Ctrl-C closes it.\n${doors(house)}`);

  await stopped;
  print('\nClosing.\n');
  await house.stop();
}

const doors = ({ gatewayUrl, issuerUrls, appUrls }: Addresses): string => `
${appUrls ? `  My sharing         ${appUrls.mySharing}   for people: sign in as Morag
  workspace          ${appUrls.workspace}   for workers: sign in as Isla, her key worker
` : ''}  try GraphQL        ${new URL('/', gatewayUrl).href}
  GraphQL            ${gatewayUrl}
  tokens of workers  ${issuerUrls.workers}
  tokens of people   ${issuerUrls.people}

Ask how Morag is doing, as her key worker Isla, in another terminal:
  npm run ask
The whole story, in which she takes one topic back:
  npm run demo
By hand:
  curl -s ${gatewayUrl} -H "authorization: Bearer $(npm run --silent token -- --as isla)" -H 'purpose: EMPLOYABILITY_SUPPORT' -H 'content-type: application/json' -d '{"query":"{ caseload { edges { person { id name { knownAs } } } } }"}'
`;

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentenceOf(error, process.env) ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
