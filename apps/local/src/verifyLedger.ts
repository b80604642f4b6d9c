import { ledgerAs, lineOf, verifyLedger } from '@thegither/ledger';
import { runCommand } from './runCommand.ts';
import { sealsOf } from './sealsOf.ts';
import { everySecond, figure } from './telling.ts';
import { withLedger } from './withLedger.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);

/** `npm run ledger:verify`: checks a ledger's whole record, the laptop's or the one at LEDGER_VERIFY_DATABASE_URL with LEDGER_SEAL_KEYS. Ends with status 1 when anything is found. */
async function main(): Promise<void> {
  await withLedger(process.env, 'LEDGER_VERIFY_DATABASE_URL', async (url, isOurs) => {
    const begun = performance.now();
    const rate = (people: number): string => `${figure(people / ((performance.now() - begun) / 1_000))} people a second`;
    const { events, people, disclosures, findings } = await verifyLedger(isOurs ? ledgerAs('verify', url) : url, {
      seals: sealsOf(process.env, isOurs),
      tell: (finding) => print(lineOf(finding)),
      tellProgress: everySecond((so) => print(`  ${figure(so.people)} people, ${rate(so.people)}`)),
    });
    print(`  ${rate(people)}`);
    print(`ledger verified: ${figure(events)} events, ${figure(people)} people, ${figure(disclosures)} disclosures, ${figure(findings)} findings`);
    if (findings > 0) process.exitCode = 1;
  });
}

await runCommand(main);
