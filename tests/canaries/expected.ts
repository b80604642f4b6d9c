import { agree } from './agree.ts';
import type { Facts, Span, Whom, Yes } from './facts.ts';

/** Something that somebody does to a person's sharing. */
export interface Act {
  readonly verb: string;
  readonly person: string;
  /** The account that does it: the person's own key, or a worker. */
  readonly actor: string;
  /** As the ledger takes it, without person and key. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Which yes is taken back: the model knows it by what it says, not by its id. */
  readonly taken?: string;
}

/** A recipient as the house takes it. */
export const inputOf = ({ kind, id }: Whom): Record<string, string> => ({ [kind]: id });
/** And read back. */
export const whomIn = (input: unknown): Whom => {
  const [[kind, id] = ['agency', '']] = Object.entries(input as Record<string, string>);
  return { kind: kind as Whom['kind'], id };
};

/** What will hold, if it is done; an act that makes nothing that opens or shuts has no part in it. */
export function expectOf({ verb, input, taken }: Act, facts: Facts, begun: Span): void {
  switch (verb) {
    case 'giveGrant': {
      const { recipient, purpose, categories, sources } = input as { recipient: object; purpose: string; categories: readonly string[]; sources?: readonly string[] | null };
      return agree(facts, { whom: whomIn(recipient), purpose, categories, sources: sources ?? [], begun });
    }
    case 'refuse': {
      const { recipient, purpose, categories } = input as { recipient: object; purpose?: string | null; categories: readonly string[] };
      return void facts.noes.push({ whom: whomIn(recipient), purpose: purpose ?? null, categories, begun });
    }
    case 'withdrawGrant': {
      const yes = facts.yeses.find((one) => !one.ended && wordsOf(one) === taken);
      if (yes) yes.ended = begun;
      return;
    }
    case 'stopAll': return void facts.stops.push({ begun });
    case 'resumeSharing': return facts.stops.filter(({ ended }) => !ended).forEach((stop) => { stop.ended = begun; });
    case 'exclude': return void facts.outs.push({ whom: whomIn(input.recipient), begun });
    case 'confirmAssignment': {
      const support = facts.supports.find(({ id, confirmed }) => id === input.assignment && !confirmed);
      if (support) support.confirmed = begun;
      return;
    }
    default:
  }
}

/** It never happened. */
export function undo(facts: Facts, begun: Span): void {
  for (const list of [facts.supports, facts.yeses, facts.noes, facts.stops, facts.outs]) {
    for (const fact of list) if (fact.ended === begun) fact.ended = undefined;
    for (const [at, fact] of [...list.entries()].toReversed()) if (fact.begun === begun) list.splice(at, 1);
  }
  for (const support of facts.supports) if (support.confirmed === begun) support.confirmed = undefined;
}

/** What a yes says, whatever its id: two that say the same open the same. */
export const wordsOf = ({ whom, purpose, categories, sources }: Pick<Yes, 'whom' | 'purpose' | 'categories' | 'sources'>): string =>
  [whom.kind, whom.id, purpose, ...[...categories].toSorted(), '/', ...[...sources].toSorted()].join(' ');
