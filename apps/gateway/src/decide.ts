import { fromHex, NOTHING, type Ceiling, type Mask } from '@thegither/consent';
import type * as Execution from '@thegither/execution';
import { HouseError, MOST_PEOPLE, type CallerWords, type DecidedPerson, type FetchUse, type SignFor, type SpineId } from '@thegither/vocabulary';
import type { Corridor } from './corridor.ts';
import { LEDGER } from './ledgerAudience.ts';
import { bearerToken } from './bearerToken.ts';
import type { Question } from './question.ts';
import { signaturesFor } from './signatures.ts';

/** What is decided about one person, fixed until a release finds that it changed. */
export interface Decided extends Execution.Decided {
  /** The decision service's mark of everything it depended on. */
  readonly fingerprint: string;
}

/** The decisions of one request: asked for once in each wave, never kept beyond the request. */
export interface Decisions {
  decide(people: readonly SpineId[]): Promise<void>;
  of(person: SpineId): Decided | undefined;
  words(): Ceiling['words'];
  /** The signed decision to send along to a subgraph. */
  signedFor(subgraph: string, use: FetchUse): Promise<string>;
  /** Takes over what a release found to have changed; answers who it was. */
  replace(people: readonly DecidedPerson[], words: CallerWords, signed: readonly string[]): Set<SpineId>;
  /** Nobody of these is shown anything any more in this request. */
  withhold(people: Iterable<SpineId>): void;
  /** What is to be signed for this operation. */
  readonly sign: readonly SignFor[];
}

const UNDECIDED_WORDS: Ceiling['words'] = { OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING, NO_PURPOSE: NOTHING };

/** Begins the decisions of a request. Nobody is decided about yet, so everybody is withheld. */
export function decideFor(question: Question, operation: Execution.Operation, corridor: Corridor): Decisions {
  const { identifiers, decisionService } = corridor;
  const people = new Map<SpineId, Decided>();
  const signatures = signaturesFor(operation);
  let words = UNDECIDED_WORDS;
  let asked: Promise<void> | undefined;

  const spineOf = (id: DecidedPerson['id']): SpineId => {
    const spine = identifiers.open(LEDGER, id);
    if (!spine) throw new HouseError('DECISIONS_UNAVAILABLE');
    return spine;
  };

  async function ask(wanted: readonly SpineId[], sign?: readonly SignFor[]): Promise<void> {
    // Those decided before are asked about again, so that one signed decision covers everybody a fetch may name. What was
    // decided about them stays, unless they are wanted anew (after a mutation): any other change shows at the release.
    const anew = new Set(wanted);
    const everybody = [...new Set([...people.keys(), ...wanted])];
    if (everybody.length > MOST_PEOPLE) throw new HouseError('BAD_REQUEST', `A question is about ${MOST_PEOPLE} people at most.`);
    const ids = identifiers.issueAll(LEDGER, everybody);
    const toSign = sign ?? signatures.wantedNow(everybody.length);
    const answer = await decisionService.decide({
      request: question.request, token: bearerToken(question.authorization), purpose: question.purpose ?? null,
      mutation: operation.kind === 'mutation', people: ids, sign: toSign,
    });
    // The same text is the same person; another may be, while the keys of ids change.
    const about = answer.people.map(({ id }, index) => (id === ids[index] ? everybody[index]! : spineOf(id)));
    if (about.length !== everybody.length || about.some((person, index) => person !== everybody[index])) throw new HouseError('DECISIONS_UNAVAILABLE');
    for (const [index, decided] of answer.people.entries()) {
      const person = about[index]!;
      if (anew.has(person) || !people.has(person)) people.set(person, readDecided(decided));
    }
    words = readWords(answer.words);
    signatures.keep(toSign, answer.signed);
  }

  // One after the other: each question covers those before it, and so does what is signed.
  const decide = (wanted: readonly SpineId[], sign?: readonly SignFor[]): Promise<void> => (asked = asked ? asked.then(() => ask(wanted, sign)) : ask(wanted, sign));

  return {
    sign: signatures.all,
    decide: (wanted) => decide(wanted),
    of: (person) => people.get(person),
    words: () => words,
    async signedFor(subgraph, use) {
      await (asked ?? decide([]));
      let compact = signatures.take(subgraph, use);
      if (compact === undefined) {
        // A hop that is about nobody, or a root field later in the plan: signed when it comes to it.
        await decide([], signatures.all.filter((one) => one.subgraph === subgraph && one.use === use));
        compact = signatures.take(subgraph, use);
      }
      if (!compact) throw new HouseError('DECISIONS_UNAVAILABLE');
      return compact;
    },
    replace(changed, newWords, compact) {
      const who = new Set(changed.map((decided) => spineOf(decided.id)));
      for (const decided of changed) people.set(spineOf(decided.id), readDecided(decided));
      words = readWords(newWords);
      signatures.keep(signatures.all, compact);
      return who;
    },
    withhold(whom) {
      for (const person of whom) people.set(person, { known: false, addressable: false, granted: NOTHING, own: NOTHING, fingerprint: '' });
    },
  };
}

const readMask = (text: string): Mask => {
  const mask = fromHex(text);
  if (mask === undefined) throw new HouseError('DECISIONS_UNAVAILABLE');
  return mask;
};

const readDecided = ({ known, addressable, granted, own, fingerprint }: DecidedPerson): Decided =>
  ({ known, addressable, granted: readMask(granted), own: readMask(own), fingerprint });

const readWords = (words: CallerWords): Ceiling['words'] => ({
  OUTSIDE_AGREEMENT: readMask(words.OUTSIDE_AGREEMENT), ROLE_LIMIT: readMask(words.ROLE_LIMIT), NO_PURPOSE: readMask(words.NO_PURPOSE),
});
