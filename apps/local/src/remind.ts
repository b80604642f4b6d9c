import path from 'node:path';
import { createLedger, everyHour, ledgerAs, remindToFile } from '@thegither/ledger';
import { dataFolderAt } from './dataFolder.ts';
import { runCommand } from './runCommand.ts';
import { sealsOf } from './sealsOf.ts';
import { figure } from './telling.ts';
import { withLedger } from './withLedger.ts';

/**
 * `npm run remind`: what a house does every hour, for the laptop's ledger or the one at CONSENT_DATABASE_URL with
 * LEDGER_SEAL_KEYS. Agencies are told that sharing with them ended; people are reminded, into REMINDERS_FILE. Ends with
 * status 1 when something is left for the next run.
 */
async function main(): Promise<void> {
  await withLedger(process.env, 'CONSENT_DATABASE_URL', async (url, isOurs) => {
    const file = process.env.REMINDERS_FILE ?? path.join(dataFolderAt(process.env).path, 'reminders.jsonl');
    const ledger = createLedger({ connectionString: isOurs ? ledgerAs('consent', url) : url, seals: sealsOf(process.env, isOurs) });
    try {
      const { endings, reminders, isWhole } = await everyHour(ledger, remindToFile(file));
      process.stdout.write(`${figure(endings.noted)} endings noted, ${figure(endings.failed)} could not be\n${figure(reminders.sent)} reminders sent, ${figure(reminders.failed)} could not be\n`);
      if (!isWhole) process.exitCode = 1;
    } finally {
      await ledger.close();
    }
  });
}

await runCommand(main);
