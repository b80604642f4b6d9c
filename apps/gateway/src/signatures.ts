import { toHex } from '@thegither/consent';
import type { Operation } from '@thegither/execution';
import { HouseError, type FetchUse, type SignFor } from '@thegither/vocabulary';

/** The signed decisions of one request: which are wanted when, and those that came. */
export interface Signatures {
  /** Everything that the operation's fetches want. */
  readonly all: readonly SignFor[];
  /**
   * What to have signed along with a question about so many people: root fields that were not sent yet, and the hops as
   * soon as there is somebody to hop for; those of a mutation when it was sent. A signature costs more than a
   * decision, and one that nobody uses is made in vain.
   */
  wantedNow(people: number): readonly SignFor[];
  /** Takes in what was signed, in the order of what was asked. Throws DECISIONS_UNAVAILABLE when it is less or more. */
  keep(asked: readonly SignFor[], compact: readonly string[]): void;
  /** The latest for that fetch, to be sent now; undefined while there is none. */
  take(subgraph: string, use: FetchUse): string | undefined;
}

/** Begins the signatures of one run of an operation. */
export function signaturesFor({ kind, fetches }: Operation): Signatures {
  const all: SignFor[] = fetches.map(({ subgraph, use, needs }) => ({ subgraph, use, needs: toHex(needs) }));
  const signed = new Map<string, string>();
  const taken = new Set<string>();
  const isWaiting = ({ subgraph, use }: SignFor): boolean => use !== 'joined' && !taken.has(nameOf(subgraph, use));
  return {
    all,
    wantedNow(people) {
      const hops = people > 0 && (kind === 'query' || !all.some((one) => one.use === 'mutation' && isWaiting(one)));
      return all.filter((one) => (one.use === 'joined' ? hops : isWaiting(one)));
    },
    keep(asked, compact) {
      if (compact.length !== asked.length) throw new HouseError('DECISIONS_UNAVAILABLE');
      asked.forEach(({ subgraph, use }, index) => signed.set(nameOf(subgraph, use), compact[index]!));
    },
    take(subgraph, use) {
      taken.add(nameOf(subgraph, use));
      return signed.get(nameOf(subgraph, use));
    },
  };
}

const nameOf = (subgraph: string, use: FetchUse): string => `${use} ${subgraph}`;
