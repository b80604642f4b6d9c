import { randomUUID } from 'node:crypto';
import { signDecision, signRequest, type SigningKey } from '@thegither/identity';
import { claimsFor } from '@thegither/subgraph/testing';
import type { DecisionClaims, Domain, SpineId } from '@thegither/vocabulary';
import { claimsIn } from '../harness/claimsIn.ts';
import { fieldsOf, readReachable, type Reachable } from '../harness/reachable.ts';
import { openRecords, type Records } from '../harness/records.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { identifiers, openSharing, somebody, type Sharing } from '../harness/twins.ts';

/** What a decision says, where it is not the valid one that opens nothing. */
export type Decided = NonNullable<Parameters<typeof claimsFor>[2]>;

/** One question to a room: its text and what its decision says. */
export interface Question extends Decided {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** What came back, letter for letter. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** How somebody with the house's keys, or with others, would sign. */
export interface Keys {
  readonly decisions: SigningKey;
  readonly gateway: SigningKey;
}

/** A request, ready to be posted: once, or again. */
export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The house's rooms as somebody reaches them who goes around the gateway. */
export interface Direct {
  readonly house: TestHouse;
  readonly keys: Keys;
  readonly sharing: Sharing;
  readonly records: Records;
  readonly reachable: Reachable;
  /** The claims of a valid decision for a room, by the house's own decision service. */
  claims(room: Domain, decided: Decided): DecisionClaims;
  /** A question as the gateway would send it. */
  sign(room: Domain, question: Question): Signed;
  /** The fields of a person that a room has, by its own schema, with everything below them. */
  fields(room: Domain): string;
  /** The question for everything that a room holds of these people, in its own ids. */
  everything(room: Domain, people: readonly SpineId[]): Pick<Question, 'query' | 'variables'>;
  post(room: Domain, signed: Signed, more?: { readonly method?: string; readonly path?: string }): Promise<Answer>;
  close(): Promise<void>;
}

/** A body with its decision, signed as a request now by whoever holds this key. */
export function signBody(body: string, key: SigningKey, { path = '/', at = Date.now() }: { readonly path?: string; readonly at?: number } = {}): Signed {
  return { body, headers: { 'content-type': 'application/json', ...signRequest({ method: 'POST', path, body }, key, at, randomUUID()) } };
}

/** The body of a question with that decision. */
export const bodyOf = ({ query, variables, operationName }: Pick<Question, 'query' | 'variables' | 'operationName'>, decision: unknown): string =>
  JSON.stringify({ query, variables, operationName, extensions: { decision } });

/** Opens a house and learns from its own traffic what its decisions look like. */
export async function openDirect(): Promise<Direct> {
  const house = await startHouse({ through: 'all', patience: PATIENT });
  const [records, reachable] = await Promise.all([openRecords(house.databases), readReachable(house)]);
  const sharing = openSharing(house.ledgerUrl);
  const issuer = await issuerOf(house);
  const { decisions, gateway } = house.keys;
  const fields = (room: Domain): string => reachable.select('once', fieldsOf(room).filter((name) => name !== 'id'));
  const claims: Direct['claims'] = (room, { claims: changed, ...decided }) => claimsFor(room, gateway.publicJwk, { ...decided, claims: { iss: issuer, ...changed } });
  return {
    house, keys: { decisions, gateway }, sharing, records, reachable, claims, fields,
    sign: (room, question) => signBody(bodyOf(question, signDecision(claims(room, question), decisions)), gateway),
    everything: (room, people) => ({
      query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { __typename id ${fields(room)} } } }`,
      variables: { representations: people.map((person) => ({ __typename: 'Person', id: identifiers.issue(room, person) })) },
    }),
    async post(room, { body, headers }, { method = 'POST', path = '/' } = {}) {
      const response = await fetch(new URL(path, house.roomUrls[room]), { method, headers, ...(method === 'GET' ? {} : { body }) });
      return { status: response.status, text: await response.text() };
    },
    async close() {
      await Promise.all([records.close(), sharing.close()]);
      await house.stop();
    },
  };
}

/** The decision service's name, from a decision that was made for a question of the gateway. */
async function issuerOf(house: TestHouse): Promise<string> {
  await house.ask('isla', 'query ($id: PersonId!) { person(id: $id) { id } }', { id: house.personIdFor('isla', 'morag') });
  const { extensions } = house.proxy('consent').asked[0]!.body as { extensions: { decision: string } };
  return claimsIn(extensions.decision).iss;
}

/** Somebody about whom there is something in every room: rows of these controllers in every table, and everything that the ledger can hold. */
export async function recorded({ records, sharing }: Pick<Direct, 'records' | 'sharing'>, ...controllers: readonly string[]): Promise<SpineId> {
  const person = somebody();
  for (const controller of controllers) await records.writeAll(records.tables, { person, controller });
  const { ledger, by } = sharing;
  await sharing.support(person, 'isla');
  await sharing.agree(person, 'fife-works', ['SKILLS']);
  await sharing.tell(person, 'isla', ['SKILLS']);
  await ledger.refuse({ ...by(person), categories: ['SKILLS'], recipient: { agency: 'fife-housing' } });
  await ledger.exclude({ ...by(person), recipient: { worker: 'ewan' } });
  await ledger.askForSharing({ ...by(person), actor: { kind: 'worker', id: 'isla' }, purpose: 'REFERRAL', categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' }, reason: 'To refer this person.' });
  await ledger.breakGlass({ ...by(person), actor: { kind: 'worker', id: 'isla' }, categories: ['CONDITIONS'], ground: 'SERIOUS_THREAT', reason: 'Said that they cannot go on.', minutes: 60, began: Date.now() });
  await ledger.appointRepresentative({ ...by(person), representative: by(somebody()).person, powers: ['READ'], categories: ['SKILLS'] });
  await ledger.joinHousehold({ ...by(person), household: randomUUID() });
  await ledger.chooseContact({ ...by(person), way: 'APP' });
  await sharing.challenge(person);
  await ledger.stopAll(by(person));
  await ledger.noteEndings();
  return person;
}
