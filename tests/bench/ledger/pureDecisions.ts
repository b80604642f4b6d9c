import { ceilingFor, decide, type PersonFacts } from '@thegither/consent';
import { createLedger } from '@thegither/ledger';
import type { PersonId } from '@thegither/vocabulary';
import { AGENCY, PURPOSE } from '../house/agency.ts';

const WARM = 500;

/** The rule of the house alone, for a caseload, with facts as the ledger gives them: milliseconds for each of so many rounds. */
export async function pureDecisions(databaseUrl: string, people: readonly PersonId[], worker: string, rounds: number): Promise<number[]> {
  const ledger = createLedger({ connectionString: databaseUrl });
  try {
    const facts: readonly PersonFacts[] = [...(await ledger.readFacts(people)).values()];
    const { asker, at } = await ledger.decide({ kind: 'worker', worker, agency: AGENCY }, PURPOSE, []);
    const times: number[] = [];
    for (let round = -WARM; round < rounds; round += 1) {
      const begun = performance.now();
      // As the decision service does it: what does not depend on the person, once.
      const asked = { asker, purpose: PURPOSE, at } as const;
      const ceiling = ceilingFor(asked);
      for (const one of facts) decide(one, asked, ceiling);
      if (round >= 0) times.push(performance.now() - begun);
    }
    return times;
  } finally {
    await ledger.close();
  }
}
