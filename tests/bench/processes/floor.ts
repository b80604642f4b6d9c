import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner, type FetchNode, type FlattenNode, type PlanNode } from '@apollo/query-planner';
import { createRequestSigner, importSigningKey, type SignRequest } from '@thegither/identity';
import { readBody } from '@thegither/service';
import { parse } from 'graphql';
import { Pool, type Dispatcher } from 'undici';
import { answerParent } from './answerParent.ts';

/** What JSON holds. */
type Json = Record<string, unknown>;

interface Question {
  readonly query: string;
  readonly variables: Json;
}

interface Start {
  readonly supergraphSdl: string;
  /** A least decision service, and the gateway's key; without it nobody is asked what may be told. */
  readonly decisions?: { readonly url: string; readonly signingKey: unknown };
}

/**
 * The least that a gateway in Node does: it has the plan, makes the plan's exchanges, reads the answers as JSON, puts them
 * together and writes them. Nothing is checked, and nobody is protected: it shows where everything else begins to cost.
 *
 * With a least decision service (`floorDecisions.ts`) it does what the promises cannot be without: it asks what may be
 * known before it asks the rooms, signs whatever it sends, takes each room its decision, and puts on the record whom it
 * tells about before it does.
 */
answerParent({
  async start({ supergraphSdl, decisions }: Start) {
    const supergraph = Supergraph.build(supergraphSdl);
    const sign = decisions && createRequestSigner({ key: importSigningKey(decisions.signingKey), now: Date.now, nonce: randomUUID });
    const planOf = planner(supergraph), ask = asker(supergraph, sign);
    const consult = decisions && sign && consulter(decisions.url, sign);
    const server = createServer((request, response) => void answer(request, response, (question, data) => {
      const node = planOf(question.query);
      return consult ? followAllowed(node, data, question.variables, ask, consult) : follow(node, data, question.variables, ask());
    }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  },
});

/** Plans each text once. */
function planner(supergraph: Supergraph): (text: string) => PlanNode {
  const queryPlanner = new QueryPlanner(supergraph);
  const plans = new Map<string, PlanNode>();
  return (text) => {
    let plan = plans.get(text);
    if (!plan) {
      const { node } = queryPlanner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(text)));
      if (!node || node.kind === 'Subscription') throw new Error('a question without a plan');
      plans.set(text, (plan = node));
    }
    return plan;
  };
}

/** How one fetch is asked. */
type Ask = (fetch: FetchNode, variables: Json) => Promise<Json>;

/** Asks rooms, each with its decision where there are some. */
function asker(supergraph: Supergraph, sign: SignRequest | undefined): (decisions?: ReadonlyMap<string, string>) => Ask {
  const doors = new Map([...supergraph.subgraphsMetadata()].map(({ name, url }) => [name, door(url, sign)]));
  return (decisions) => async ({ serviceName, operation, operationName }, variables) => {
    const decision = decisions?.get(serviceName);
    const { data } = await doors.get(serviceName)!({ query: operation, variables, operationName, ...(decision && { extensions: { decision } }) });
    return data as Json;
  };
}

/** The two questions to a decision service. */
interface Consult {
  decide(people: readonly unknown[], rooms: readonly string[]): Promise<ReadonlyMap<string, string>>;
  release(people: readonly unknown[]): Promise<void>;
}

function consulter(url: string, sign: SignRequest): Consult {
  const decide = door(`${url}/decide`, sign), release = door(`${url}/release`, sign);
  return {
    async decide(people, rooms) {
      const { signed } = await decide({ people, rooms });
      if (!Array.isArray(signed) || signed.length !== rooms.length) throw new Error('the least decision service did not decide');
      return new Map(rooms.map((room, i) => [room, signed[i] as string]));
    },
    async release(people) {
      const { released } = await release({ people });
      if (released !== people.length) throw new Error('the least decision service did not put everybody on the record');
    },
  };
}

/** Posts JSON to one address, and reads JSON. */
function door(url: string, sign: SignRequest | undefined): (about: Json) => Promise<Json> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 32 });
  return async (about) => {
    const body = JSON.stringify(about);
    const headers = { 'content-type': 'application/json', ...(await sign?.({ method: 'POST', path, body })) };
    return JSON.parse(await exchange(pool, { path, method: 'POST', body, headers })) as Json;
  };
}

const exchange = (pool: Pool, options: Dispatcher.DispatchOptions): Promise<string> => new Promise((resolve, reject) => {
  const chunks: Buffer[] = [];
  pool.dispatch(options, {
    onRequestStart: () => undefined,
    onResponseStart: () => undefined,
    onResponseData: (_, chunk) => void chunks.push(chunk),
    onResponseEnd: () => resolve(Buffer.concat(chunks).toString('utf8')),
    onResponseError: (_, error) => reject(error),
  });
});

async function answer(request: IncomingMessage, response: ServerResponse, find: (question: Question, data: Json) => Promise<unknown>): Promise<void> {
  const data: Json = {};
  await find(JSON.parse((await readBody(request, 1024 * 1024)).toString('utf8')) as Question, data);
  const body = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

/** First whom the question is about, then what may be known of them, the rest with that, and last the record. */
async function followAllowed(node: PlanNode, data: Json, variables: Json, ask: (decisions?: ReadonlyMap<string, string>) => Ask, consult: Consult): Promise<void> {
  if (node.kind !== 'Sequence') throw new Error('the questions of the benchmark are asked in steps');
  const [first, ...others] = node.nodes;
  await follow(first!, data, variables, ask());
  const joins = others.flatMap(joinsIn);
  const people = at(data, joins[0]!.path).map(({ id }) => id);
  const decisions = await consult.decide(people, joins.map(({ room }) => room));
  for (const other of others) await follow(other, data, variables, ask(decisions));
  await consult.release(people);
}

/** Where a plan asks rooms about people. */
function joinsIn(node: PlanNode): { readonly room: string; readonly path: FlattenNode['path'] }[] {
  if (node.kind === 'Flatten' && node.node.kind === 'Fetch') return [{ room: node.node.serviceName, path: node.path }];
  return node.kind === 'Parallel' || node.kind === 'Sequence' ? node.nodes.flatMap(joinsIn) : [];
}

async function follow(node: PlanNode, data: Json, variables: Json, ask: Ask): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const each of node.nodes) await follow(each, data, variables, ask);
      break;
    case 'Parallel':
      await Promise.all(node.nodes.map((each) => follow(each, data, variables, ask)));
      break;
    case 'Fetch':
      Object.assign(data, await ask(node, Object.fromEntries((node.variableUsages ?? []).map((name) => [name, variables[name]]))));
      break;
    case 'Flatten':
      if (node.node.kind === 'Fetch') await join(node.node, at(data, node.path), ask);
      break;
    default:
      throw new Error('the questions of the benchmark have no such step');
  }
}

/** What stands at a path of the plan; '@' steps into a list. */
const at = (data: Json, path: readonly (string | number)[]): Json[] =>
  path.reduce<unknown[]>((here, step) => (step === '@' ? here.flat() : here.map((each) => (each as Json)[step])), [data]) as Json[];

async function join(fetch: FetchNode, people: readonly Json[], ask: Ask): Promise<void> {
  const { _entities } = await ask(fetch, { representations: people.map(({ __typename, id }) => ({ __typename, id })) });
  for (const [i, entity] of (_entities as Json[]).entries()) Object.assign(people[i]!, entity);
}
