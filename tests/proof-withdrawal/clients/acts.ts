import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Kind, parse, print } from 'graphql';
import type { ProofHouse } from '../house/house.ts';
import { now } from '../house/now.ts';
import { seenBy } from '../subjects.ts';
import { exchange } from './exchange.ts';

/** What a person does themselves. */
export type Verb = 'giveGrant' | 'withdrawGrant' | 'pauseGrant' | 'stopAll' | 'resumeSharing' | 'exclude' | 'endExclusion' | 'endAssignment';

/** A change that was acknowledged, by the machine's monotonic clock. */
export interface Done {
  readonly eventId: string;
  /** When it was first asked for. */
  readonly sent: number;
  /** When a gateway began to write the acknowledgement. */
  readonly acknowledged: number;
  /** When it was here. */
  readonly heard: number;
}

/** Does it as the person, through the gateway of that number, and repeats it under the same key while the house cannot. */
export type Acts = (persona: string, verb: Verb, input: object, gateway: number) => Promise<Done>;

const PATIENCE_MS = 60_000;
/** What an outage looks like from outside: worth asking again. */
const AWAY = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_ERROR', 'DECISIONS_UNAVAILABLE', 'DEADLINE_PASSED', 'TOO_MANY_REQUESTS', 'INTERNAL']);

type Body = { readonly data?: Readonly<Record<string, { readonly eventId: string } | null>> | null; readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };

/** Opens the people's own way into the house. */
export function createActs(house: ProofHouse): Acts {
  const agent = new Agent({ keepAlive: true });
  const inputs = inputsOfMutations();
  return async (persona, verb, input, gateway) => {
    const query = `mutation ($input: ${inputs.get(verb)!}) { ${verb}(input: $input) { eventId } }`;
    const variables = { input: { key: randomUUID(), person: seenBy(persona, persona), ...input } };
    const sent = now();
    for (;;) {
      const answer = await exchange({ url: house.gateways[gateway]!.url, agent, token: await house.tokenFor(persona), body: { query, variables } });
      const { data, errors } = answer.isWhole ? (JSON.parse(answer.text) as Body) : {};
      const done = data?.[verb];
      if (done) return { eventId: done.eventId, sent, acknowledged: await writeOf(house, answer.question), heard: answer.arrived! };
      const code = errors?.[0]?.extensions.code;
      if ((code !== undefined && !AWAY.has(code)) || now() - sent > PATIENCE_MS) throw new Error(`${verb} was not done: ${code ?? 'no answer'}`);
      await pause(20);
    }
  };
}

/** The type of each mutation's input, as the consent room publishes it. */
function inputsOfMutations(): Map<string, string> {
  const { definitions } = parse(readFileSync(new URL('../../../subgraphs/consent/schema.graphql', import.meta.url), 'utf8'));
  const mutations = definitions.flatMap((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === 'Mutation' ? (one.fields ?? []) : []));
  return new Map(mutations.map((field) => [field.name.value, print(field.arguments![0]!.type)]));
}

/** When a gateway began to write an answer that is here already: its word may be a little later than the answer. */
async function writeOf(house: ProofHouse, question: number): Promise<number> {
  for (const until = now() + PATIENCE_MS; now() < until; await pause(1)) {
    const at = house.writes.get(question);
    if (at !== undefined) return at;
  }
  throw new Error('no gateway said when it wrote an acknowledgement');
}
