import path from 'node:path';
import { createLedger, ledgerAs, remindToFile } from '@thegither/ledger';
import { dataFolderAt } from './dataFolder.ts';
import { runCommand } from './runCommand.ts';
import { figure } from './telling.ts';
import { withLedger } from './withLedger.ts';

/** `npm run remind`: reminds everybody of whom something ends soon or still stands, of the laptop's ledger or the one at CONSENT_DATABASE_URL, into REMINDERS_FILE. Run it every hour. Ends with status 1 when one could not be sent. */
async function main(): Promise<void> {
  await withLedger(process.env, 'CONSENT_DATABASE_URL', async (url, isOurs) => {
    const file = process.env.REMINDERS_FILE ?? path.join(dataFolderAt(process.env).path, 'reminders.jsonl');
    const ledger = createLedger({ connectionString: isOurs ? ledgerAs('consent', url) : url });
    try {
      const { sent, failed } = await ledger.remind(remindToFile(file));
      process.stdout.write(`${figure(sent)} reminders sent, ${figure(failed)} could not be\n`);
      if (failed > 0) process.exitCode = 1;
    } finally {
      await ledger.close();
    }
  });
}

await runCommand(main);
