import { createLedger, createSeals, everyHour, importSealKeys, remindToFile } from '@thegither/ledger';
import { createLog, readConfig } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import { z } from 'zod';

/**
 * The hourly run as a process that ends, with status 1 when something is left for the next. DATABASE_URL and
 * LEDGER_SEAL_KEYS as the consent service has them; REMINDERS_FILE: where reminders are written for whoever carries them
 * on. Nothing but figures is logged.
 */
const config = z.object({
  DATABASE_URL: z.string(),
  LEDGER_SEAL_KEYS: z.string().transform((text) => createSeals(importSealKeys(text))),
  REMINDERS_FILE: z.string(),
});

const log = createLog({ service: 'every-hour' });
try {
  const { DATABASE_URL: connectionString, LEDGER_SEAL_KEYS: seals, REMINDERS_FILE: file } = readConfig(config, process.env);
  const ledger = createLedger({ connectionString, seals, connections: 2, connectWithinMs: 10_000 });
  try {
    const { endings, reminders, isWhole } = await everyHour(ledger, remindToFile(file));
    log.info({ count: endings.noted }, 'agencies were told that sharing ended');
    log.info({ count: reminders.sent }, 'reminders were written');
    if (!isWhole) {
      log.error({ count: endings.failed + reminders.failed }, 'something is left for the next run');
      process.exitCode = 1;
    }
  } finally {
    await ledger.close();
  }
} catch (err) {
  if (!(err instanceof HouseError)) throw err;
  log.error({ err }, 'the hourly run did nothing');
  process.exitCode = 1;
}
