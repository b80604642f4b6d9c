import type { SubgraphAnswer, SubgraphRequest } from '@thegither/execution';
import type { SignRequest } from '@thegither/identity';
import type { Tracing } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import type { Dispatcher } from 'undici';
import { postSigned } from './postSigned.ts';

/** Asks a subgraph, with the signed decision in the body and our signature over the whole request. Throws SUBGRAPH_UNAVAILABLE. */
export type FetchSubgraph = (request: SubgraphRequest, decision: string) => Promise<SubgraphAnswer>;

/** Reaches subgraphs over HTTP, each through its own pool of kept connections. */
export function reachSubgraphs({ poolFor, sign, timeoutMs, tracing }: { poolFor: (origin: string) => Dispatcher; sign: SignRequest; timeoutMs: number; tracing: Tracing }): FetchSubgraph {
  // The addresses stand in the supergraph: each is read once.
  const addresses = new Map<string, URL>();
  const addressOf = (url: string): URL => {
    const address = addresses.get(url) ?? new URL(url);
    addresses.set(url, address);
    return address;
  };
  return async ({ url, use, query, variables, operationName }, decision) => {
    const { origin, pathname } = addressOf(url);
    const answer = await postSigned({
      pool: poolFor(origin), path: pathname, sign, headers: tracing.headers(), timeoutMs, otherwise: 'SUBGRAPH_UNAVAILABLE',
      body: JSON.stringify({ query, variables, operationName, extensions: { decision } }),
      repeatable: use !== 'mutation',
      // A stock Apollo Server says 400 beside the errors of a question that it could read and not run.
      answers: [200, 400],
    });
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw new HouseError('SUBGRAPH_UNAVAILABLE');
    return answer;
  };
}
