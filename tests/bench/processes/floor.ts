import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner, type FetchNode, type PlanNode } from '@apollo/query-planner';
import { readBody } from '@thegither/service';
import { parse } from 'graphql';
import { Pool } from 'undici';
import { answerParent } from './answerParent.ts';

/** What JSON holds. */
type Json = Record<string, unknown>;

interface Question {
  readonly query: string;
  readonly variables: Json;
}

/**
 * The least that a gateway in Node does: it has the plan, makes the plan's exchanges, reads the answers as JSON, puts them
 * together and writes them. Nothing is checked, and nobody is protected: it shows where everything else begins to cost.
 */
answerParent({
  async start({ supergraphSdl }: { supergraphSdl: string }) {
    const planOf = planner(supergraphSdl);
    const server = createServer((request, response) => void answer(request, response, planOf));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  },
});

/** How one fetch is sent. */
type Send = (fetch: FetchNode, variables: Json) => Promise<Json>;

interface Planned {
  readonly node: PlanNode;
  readonly send: Send;
}

/** Plans each text once. */
function planner(supergraphSdl: string): (text: string) => Planned {
  const supergraph = Supergraph.build(supergraphSdl);
  const queryPlanner = new QueryPlanner(supergraph);
  const send = sender(new Map([...supergraph.subgraphsMetadata()].map(({ name, url }) => [name, url])));
  const plans = new Map<string, Planned>();
  return (text) => {
    let plan = plans.get(text);
    if (!plan) {
      const { node } = queryPlanner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(text)));
      if (!node || node.kind === 'Subscription') throw new Error('a question without a plan');
      plans.set(text, (plan = { node, send }));
    }
    return plan;
  };
}

function sender(urls: ReadonlyMap<string, string>): Send {
  const doors = new Map([...urls].map(([name, url]) => [name, { pool: new Pool(new URL(url).origin, { connections: 32 }), path: new URL(url).pathname }]));
  return async ({ serviceName, operation, operationName }, variables) => {
    const { pool, path } = doors.get(serviceName)!;
    const text = await exchange(pool, path, JSON.stringify({ query: operation, variables, operationName }));
    return (JSON.parse(text) as { readonly data: Json }).data;
  };
}

const exchange = (pool: Pool, path: string, body: string): Promise<string> => new Promise((resolve, reject) => {
  const chunks: Buffer[] = [];
  pool.dispatch({ path, method: 'POST', body, headers: { 'content-type': 'application/json' } }, {
    onRequestStart: () => undefined,
    onResponseStart: () => undefined,
    onResponseData: (_, chunk) => void chunks.push(chunk),
    onResponseEnd: () => resolve(Buffer.concat(chunks).toString('utf8')),
    onResponseError: (_, error) => reject(error),
  });
});

async function answer(request: IncomingMessage, response: ServerResponse, planOf: (text: string) => Planned): Promise<void> {
  const { query, variables } = JSON.parse((await readBody(request, 1024 * 1024)).toString('utf8')) as Question;
  const data: Json = {};
  await follow(planOf(query), data, variables);
  const body = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

async function follow({ node, send }: Planned, data: Json, variables: Json): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const each of node.nodes) await follow({ node: each, send }, data, variables);
      break;
    case 'Parallel':
      await Promise.all(node.nodes.map((each) => follow({ node: each, send }, data, variables)));
      break;
    case 'Fetch':
      Object.assign(data, await send(node, Object.fromEntries((node.variableUsages ?? []).map((name) => [name, variables[name]]))));
      break;
    case 'Flatten':
      if (node.node.kind === 'Fetch') await join(node.node, at(data, node.path), send);
      break;
    default:
      throw new Error('the questions of the benchmark have no such step');
  }
}

/** What stands at a path of the plan; '@' steps into a list. */
const at = (data: Json, path: readonly (string | number)[]): Json[] =>
  path.reduce<unknown[]>((here, step) => (step === '@' ? here.flat() : here.map((each) => (each as Json)[step])), [data]) as Json[];

async function join(fetch: FetchNode, people: readonly Json[], send: Send): Promise<void> {
  const { _entities } = await send(fetch, { representations: people.map(({ __typename, id }) => ({ __typename, id })) });
  for (const [i, entity] of (_entities as Json[]).entries()) Object.assign(people[i]!, entity);
}
