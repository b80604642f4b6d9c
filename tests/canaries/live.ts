import { PERSONAS, WORKERS, workerNamed } from '@thegither/synthetic';
import { PURPOSES } from '@thegither/vocabulary';
import { changesOf } from './changes.ts';
import { askBadly, breakARoom } from './mishaps.ts';
import type { Asker } from './model.ts';
import type { GraphqlBody } from '../harness/startHouse.ts';
import type { CanaryHouse } from './openCanaryHouse.ts';
import type { Question } from './questions.ts';
import type { Random } from '../harness/random.ts';

/** What was done. */
export interface Lived {
  /** Questions and mutations: everything that the gateway was asked, but what is malformed. */
  operations: number;
  queries: number;
  mutations: number;
  /** Acts of people who have no account, in the ledger itself. */
  inLedger: number;
  /** Changes that the house said it made, at the gateway or in the ledger. */
  changes: number;
  /** Questions that could not be answered as they were, and rooms that were made to fail. */
  malformed: number;
  faults: number;
  /** Code of the first error of each operation's answer, or OK: how often. */
  readonly codes: Map<string, number>;
}

/** Asks the gateway, lets the judge look at the answer, and counts it; `settle` comes before the judge does. */
export type Ask = (asker: Asker, question: Question, settle?: (body: GraphqlBody<Record<string, unknown>>) => Promise<void>) => Promise<void>;

const AT_ONCE = 6;
const NO_PURPOSE = [null, null, 'CURIOSITY'] as const;

/** For what an account asks: mostly its work, sometimes anything. */
export function purposeOf(random: Random, account: string): string | null {
  if (random.chance(5)) return random.of(NO_PURPOSE);
  if (account === 'shona') return random.chance(80) ? 'AUDIT' : random.of(PURPOSES);
  return random.chance(80) ? 'EMPLOYABILITY_SUPPORT' : random.of(PURPOSES);
}

/** Lives in the house for so many operations: all workers and people ask and change at random, several at once, and the judge hears everything. */
export async function live(canaryHouse: CanaryHouse, operations: number, random: Random): Promise<Lived> {
  const { house, people, questions, model, waiting } = canaryHouse;
  const lived: Lived = { operations: 0, queries: 0, mutations: 0, inLedger: 0, changes: 0, malformed: 0, faults: 0, codes: new Map() };

  const ask: Ask = async (asker, question, settle) => {
    lived.operations++;
    const from = performance.now();
    const running = waiting.get(asker.account) ?? new Set();
    waiting.set(asker.account, running.add(from));
    try {
      const { body, text } = await house.ask(asker.account, question.text, question.variables, { purpose: asker.purpose, ...(question.name === undefined ? {} : { operationName: question.name }) });
      const to = performance.now();
      await settle?.(body);
      canaryHouse.judge.answer({ asker, question, from, to }, body, text);
      const code = body.errors?.[0]?.extensions.code ?? 'OK';
      lived.codes.set(code, (lived.codes.get(code) ?? 0) + 1);
    } finally {
      running.delete(from);
    }
  };
  const changes = changesOf(canaryHouse, ask, lived, random);

  const anybody = (): string => random.of(people.all).key;
  const supportedBy = (account: string): readonly string[] => people.all.filter(({ key }) => model.of(key).supports.some(({ worker }) => worker === account)).map(({ key }) => key);
  /** Whom an account asks about: mostly those whom they may know. */
  const idsFor = (account: string): string[] => {
    const supported = supportedBy(account);
    const whom = (): string => (random.chance(85) && supported.length > 0 ? random.of(supported) : PERSONAS.some(({ key }) => key === account) && random.chance(60) ? account : anybody());
    return Array.from({ length: 1 + random.below(5) }, () => people.idFor(random.chance(2) ? random.of(people.accounts) : account, whom()));
  };
  const query = (): Promise<void> => {
    lived.queries++;
    const account = random.chance(70) ? random.of(WORKERS).id : random.of(people.accounts);
    const ids = idsFor(account);
    return ask({ account, purpose: purposeOf(random, account) }, random.chance(3) ? questions.everything({ field: 'people', with: { ids: [...new Set(ids)] } }) : questions.query(workerNamed(account) ? 'worker' : 'person', ids));
  };
  const one = async (): Promise<void> => {
    if (random.chance(2)) {
      lived.faults++;
      breakARoom(canaryHouse, random);
    }
    if (random.chance(3)) {
      lived.malformed++;
      await askBadly(canaryHouse, random);
    }
    if (random.chance(75)) return query();
    return random.chance(92) ? changes.change(anybody()) : changes.support(anybody());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (lived.operations < operations) {
      await one();
      if (lived.operations % 500 === 0) canaryHouse.judge.nothingIn('the numbers', await canaryHouse.numbers());
    }
  }));
  canaryHouse.judge.nothingIn('the numbers', await canaryHouse.numbers());
  return lived;
}
