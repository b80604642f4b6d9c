import { lineOf, rebuildProjection } from '@thegither/ledger';
import { runCommand } from './runCommand.ts';
import { everySecond, figure } from './telling.ts';
import { withLedger } from './withLedger.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);

/**
 * `npm run ledger:rebuild`: drops what a ledger's tables say of people's sharing and writes anew what follows from the
 * events; the laptop's, or the one at LEDGER_OWNER_URL. Ends with status 1, and nothing changed, when a history is broken.
 */
async function main(): Promise<void> {
  await withLedger(process.env, 'LEDGER_OWNER_URL', async (url) => {
    const { people, rows, findings } = await rebuildProjection(url, {
      tell: (finding) => print(lineOf(finding)),
      tellProgress: everySecond((so) => print(`  ${figure(so.people)} people, ${figure(so.rows)} rows`)),
    });
    print(findings === 0 ? `ledger rebuilt: ${figure(people)} people, ${figure(rows)} rows` : `ledger not rebuilt, and nothing changed: ${figure(findings)} findings in its events`);
    if (findings > 0) process.exitCode = 1;
  });
}

await runCommand(main);
