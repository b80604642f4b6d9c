import { readConfig } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import { z } from 'zod';
import { importFeed } from './import/importFeed.ts';
import { readArguments } from './import/readArguments.ts';
import { printReport } from './import/report.ts';

const config = z.object({ DATABASE_URL: z.url().default('postgresql://postgres@127.0.0.1:5432/referrals') });

try {
  const { feed, trial } = readArguments(process.argv.slice(2));
  const { DATABASE_URL } = readConfig(config, process.env);
  const report = await importFeed({ databaseUrl: DATABASE_URL, from: feed, trial, today: new Date().toISOString().slice(0, 10) });
  process.stdout.write(printReport(report));
} catch (cause) {
  // Nothing of a feed or of a database is repeated: only our own errors have words that were written for people.
  process.stderr.write(`${cause instanceof HouseError ? cause.message : 'It could not be written. Nothing was changed.'}\n`);
  process.exitCode = 1;
}
