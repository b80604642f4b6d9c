import { NOTHING } from '@thegither/consent';
import { type Execution, type Ports, createExecution } from '@thegither/execution';
import { graphql, parse } from 'graphql';
import type { Made } from './generate.ts';
import type { Answered, Stock } from './stock.ts';

/** Our executor over the same supergraph and the same subgraphs, with nothing personal in them. */
export function startOurs({ supergraphSdl, schemas }: Stock): { execution: Execution; run(made: Made): Promise<Answered> } {
  const halves = new Map([...schemas.keys()].map((name) => [name, { subgraph: name, guarded: false, url: `http://${name}.invalid/` }]));
  const execution = createExecution({ supergraphSdl, halves, needs: () => NOTHING, argumentNeeds: () => () => NOTHING });
  const ports: Omit<Ports, 'variables'> = {
    identifiers: { issue: () => { throw new Error('nobody is here'); }, open: () => undefined },
    clientAudience: 'test',
    decisions: { decide: async () => { throw new Error('nobody is here'); }, of: () => undefined },
    words: () => ({ NO_PURPOSE: NOTHING, OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING }),
    transport: async ({ subgraph, query, variables, operationName }) => {
      // By way of JSON, as over a network: no object of one side is ever held by the other.
      const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
      const answer = await graphql({ schema: schemas.get(subgraph)!, source: query, variableValues: sent, operationName });
      return JSON.parse(JSON.stringify(answer));
    },
  };
  const run = async ({ query, variables }: Made): Promise<Answered> => {
    const run = execution.analyse(parse(query), 'Made', variables).start({ ...ports, variables });
    await run.fetch();
    const { data, errors } = run.answer();
    return { data, paths: errors.map(({ path }) => path) };
  };
  return { execution, run };
}
