import { createIdentifiers } from '@thegither/identity';
import { explainCode } from '@thegither/local-postgres';
import { refuseInProduction } from '@thegither/service';
import { DAY_MS } from '@thegither/synthetic';
import { Client } from 'pg';
import { dataFolderAt, openDataFolder } from './dataFolder.ts';
import { openDatabases } from './databases.ts';
import { generatePeople, type Written } from './generate/generatePeople.ts';
import { readOptions } from './generate/readOptions.ts';
import { keepKeys } from './houseKeys.ts';
import { prepareDatabases, type HouseDatabases } from './prepareDatabases.ts';
import { claimHouse, tellStopped } from './runningHouse.ts';
import { sentenceOf } from './sentenceOf.ts';
import { telling } from './steps.ts';
import { figure } from './telling.ts';

const print = (text: string) => void process.stdout.write(text);

/** `npm run generate:people -- --count 100000 --seed 7`: puts generated people into the databases of `npm start`. */
async function main(): Promise<void> {
  refuseInProduction('generated people', process.env);
  const { count, seed, beside } = readOptions(process.argv.slice(2));
  const folder = dataFolderAt(process.env);
  openDataFolder(folder);
  await claimHouse(folder);
  const opened = await openDatabases(folder, process.env);
  try {
    const identifiers = createIdentifiers(keepKeys(folder.keys).identifiers);
    const databases = await prepareDatabases((name) => opened.database(name), identifiers, telling(print, () => performance.now()));
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    const tell = everySecond((people, rows) => {
      const rate = people / seconds();
      print(`  ${figure(people)} of ${figure(count)} people, ${figure(rows)} rows, ${figure(rate)} people a second, ${figure((count - people) / rate)} s to go\n`);
    });
    // From midnight on: what is generated twice on one day is the same.
    const written = await generatePeople({ databases, identifiers, count, seed, beside, at: Math.floor(Date.now() / DAY_MS) * DAY_MS, tell });
    print(`${await summary(written, databases)}${figure(count)} people of seed ${seed} in ${seconds().toFixed(1)} s: ${figure(count / seconds())} people and ${figure(rowsOf(written) / seconds())} rows a second.\n`);
  } finally {
    await opened.stop();
    tellStopped(folder);
  }
}

const rowsOf = (written: Written): number => [...written.values()].flatMap((tables) => [...tables.values()]).reduce((all, rows) => all + rows, 0);

function everySecond(tell: (people: number, rows: number) => void): (people: number, rows: number) => void {
  let told = performance.now();
  return (people, rows) => {
    if (performance.now() - told < 1000) return;
    told = performance.now();
    tell(people, rows);
  };
}

async function summary(written: Written, { ledger, rooms }: HouseDatabases): Promise<string> {
  const lines = await Promise.all([...written].map(async ([name, tables]) => {
    const rows = [...tables.values()].reduce((all, each) => all + each, 0);
    return `  ${name.padEnd(18)}${figure(rows).padStart(12)} rows in ${String(tables.size).padStart(2)} tables, ${(await sizeOf(name === 'ledger' ? ledger : rooms[name as keyof typeof rooms])).padStart(8)}\n`;
  }));
  return lines.join('');
}

async function sizeOf(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ size: string }>('SELECT pg_size_pretty(pg_database_size(current_database())) AS size');
    return rows[0]!.size;
  } finally {
    await client.end();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${sentenceOf(error, process.env) ?? sentenceOf(explainCode(error), process.env) ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = 1;
}
