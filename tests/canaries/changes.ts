import { WORKERS } from '@thegither/synthetic';
import type { Begun } from './acts.ts';
import type { Act } from './expected.ts';
import { purposeOf, type Ask, type Lived } from './live.ts';
import type { CanaryHouse } from './openCanaryHouse.ts';
import type { Random } from '../harness/random.ts';

/** What is done about people while others ask. */
export interface Changes {
  /** Something random that somebody does to the person's sharing: at the gateway where they have an account, else in the ledger. */
  change(person: string): Promise<void>;
  /** A worker supports the person from now on, mostly not for long. */
  support(person: string): Promise<void>;
}

const SUPPORTING = WORKERS.filter(({ roles }) => !roles.includes('LEP_ANALYST') && !roles.includes('DATA_PROTECTION_LEAD') && !roles.includes('TEAM_LEAD'));

/** Makes them. What is done about one person is done one after the other, so that the model knows in which order. */
export function changesOf({ people, acts, questions }: CanaryHouse, ask: Ask, lived: Lived, random: Random): Changes {
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = (person: string, act: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(person) ?? Promise.resolve()).then(act, act);
    turns.set(person, turn.catch(() => undefined));
    return turn;
  };
  const inLedger = async (doing: () => Promise<boolean>): Promise<void> => {
    lived.inLedger++;
    if (await doing()) lived.changes++;
  };
  const atTheGateway = async (actor: string, person: string, many: readonly Act[]): Promise<void> => {
    lived.mutations++;
    const keys = many.map(() => acts.key());
    const asked = questions.mutation(many.map(({ verb, input }, index) => ({ field: verb, with: { input: { key: keys[index], person: people.idFor(actor, person), ...input } } })));
    const begun: Begun[] = many.map((act) => acts.begin({ ...act, actor }));
    await ask({ account: actor, purpose: purposeOf(random, actor) }, asked, async ({ data }) => {
      for (const [index, one] of begun.entries()) {
        // Whatever the answer shows: the ledger knows whether it happened.
        const happened = await acts.happened(keys[index]!);
        if (data?.[asked.root.fields[index]!.key] && !happened) throw new Error('the house said that it was done, and it was not');
        if (happened) {
          lived.changes++;
          one.done(await acts.subjectOf(keys[index]!));
        } else one.refused();
      }
    });
  };
  return {
    change: (person) => inTurn(person, async () => {
      const first = await acts.random(person);
      if (!people.accounts.includes(first.actor)) return inLedger(() => acts.inLedger(first));
      // One operation has one caller; the second act is whatever the first one's caller may try.
      return atTheGateway(first.actor, person, random.chance(90) ? [first] : [first, await acts.random(person)]);
    }),
    support: (person) => inTurn(person, () => inLedger(() => acts.support(person, random.of(SUPPORTING).id, random.chance(80) ? 500 + random.below(20_000) : undefined))),
  };
}
