import { Pool } from 'pg';
import { createLedger as createSound, type Ledger, type LedgerOptions } from '../ledger.ts';
import { NO_SEALS } from '../seal/noSeals.ts';
import type { Decided, Decisions } from '../release/decideAll.ts';
import { disclose } from '../release/disclose.ts';

// The rest of what a decision service takes from this package.
export { importSealKeys } from '../seal/sealKeys.ts';
export { createSeals } from '../seal/seals.ts';

/**
 * The ledger with its second decision taken out: a release writes the record on the word of the first decision, without
 * the people's locks, and says RELEASED. It stands in the place of `@thegither/ledger` in a decision service that is
 * otherwise the product's own, to show that the proof of withdrawal can fail.
 */
export function createLedger(options: LedgerOptions): Ledger {
  const sound = createSound(options);
  const pool = new Pool({ connectionString: options.connectionString, max: 10 });
  const first = new Map<string, { readonly decisions: Decisions; readonly now: Decided }>();
  return {
    ...sound,
    async decide(caller, purpose, people) {
      const decisions = await sound.decide(caller, purpose, people);
      for (const now of decisions.people) first.set(keyOf(now), { decisions, now });
      return decisions;
    },
    async release(told) {
      const people = told.people.map((shown) => ({ shown, ...first.get(keyOf(shown))! }));
      const at = await sound.clock();
      const client = await pool.connect();
      try {
        await disclose(client, options.seals ?? NO_SEALS, told, { ...people[0]!.decisions, at }, people);
      } finally {
        client.release();
      }
      return { status: 'RELEASED', at };
    },
  };
}

const keyOf = ({ person, fingerprint }: Pick<Decided, 'person' | 'fingerprint'>): string => `${person} ${fingerprint}`;
