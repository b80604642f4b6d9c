import { NOTHING } from '@thegither/consent';
import { type Execution, type Ports, createExecution } from '@thegither/execution';
import { type GraphQLSchema, execute, parse, validate } from 'graphql';
import type { Made } from './generate/makeOperation.ts';
import { chance } from './random.ts';
import type { Answered, Stock } from './stock.ts';
import type { Changes } from './world/serve.ts';

/** Our executor over the same supergraph and the same subgraphs, with nothing personal in them. */
export interface Ours {
  readonly execution: Execution;
  run(made: Made, n: number): Promise<Answered>;
}

// To validate every question takes as long as to answer it.
const VALIDATED = 3;
// In turns of the event loop.
const LATEST = 4;

/** Starts it. The questions of every third operation are validated by the subgraphs, as real ones do. */
export function startOurs({ supergraphSdl, schemas }: Pick<Stock, 'supergraphSdl' | 'schemas'>): Ours {
  const halves = new Map([...schemas.keys()].map((name) => [name, { subgraph: name, guarded: false, url: `http://${name}.invalid/` }]));
  const execution = createExecution({ supergraphSdl, halves, needs: () => NOTHING, argumentNeeds: () => () => NOTHING });
  const ports: Omit<Ports, 'variables' | 'transport'> = {
    identifiers: { issue: () => { throw new Error('nobody is here'); }, issueAll: () => [], open: () => undefined },
    clientAudience: 'test',
    decisions: { decide: async () => { throw new Error('nobody is here'); }, of: () => undefined },
    words: () => ({ NO_PURPOSE: NOTHING, OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING }),
  };
  const transport = (changes: Changes, validated: boolean): Ports['transport'] => async ({ subgraph, query, variables, operationName }) => {
    const schema = schemas.get(subgraph)!;
    // By way of JSON, as over a network: no object of one side is ever held by the other.
    const sent = throughJson(variables) as Record<string, unknown>;
    await late(`${subgraph} ${query}`);
    const answer = await execute({ schema, document: read(schema, query, validated), variableValues: sent, operationName, contextValue: changes });
    return throughJson(answer) as Awaited<ReturnType<Ports['transport']>>;
  };
  const run = async ({ query, variables, operationName }: Made, n: number): Promise<Answered> => {
    const changes: Changes = { writes: [] };
    const run = execution.analyse(parse(query), operationName, variables).start({ ...ports, variables, transport: transport(changes, n % VALIDATED === 0) });
    await run.fetch();
    const { data, errors } = run.answer();
    return { data, paths: errors.map(({ path }) => path), writes: changes.writes };
  };
  return { execution, run };
}

/** Some answers come late: what was asked at once is then answered in another order, and a mutation that does not wait for the one before it is overtaken. */
async function late(question: string): Promise<void> {
  for (let turns = Math.floor(chance('late', question) * LATEST); turns > 0; turns--) await new Promise((resolve) => { setImmediate(resolve); });
}

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function read(schema: GraphQLSchema, query: string, validated: boolean) {
  const document = parse(query);
  const [wrong] = validated ? validate(schema, document, undefined, { maxErrors: 1 }) : [];
  if (wrong) throw new Error(`a subgraph cannot read ${query}`, { cause: wrong });
  return document;
}
