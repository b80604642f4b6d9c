import { expect } from '@jest/globals';
import { ERRORS, type Domain, type SpineId } from '@thegither/vocabulary';
import { getNamedType, getNullableType, isCompositeType, isEnumType, isListType, isObjectType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { PATIENT } from '../harness/patient.ts';
import type { Fault, Recorded } from '../harness/proxy.ts';
import { readReachable, type Reachable } from '../harness/reachable.ts';
import { openRecords } from '../harness/records.ts';
import { startHouse, type GraphqlBody, type TestHouse } from '../harness/startHouse.ts';
import { idFor, identifiers, openSharing, somebody } from '../harness/twins.ts';
import { CANARY, type Lie, type LyingRoom, type Told } from './lies.ts';

/** An answer about several people. */
export type About = GraphqlBody<{ people: unknown }>;

/** A house between whose gateway and rooms somebody lies. */
export interface Liars {
  readonly house: TestHouse;
  readonly reachable: Reachable;
  /** These fields of people, or everything that can be asked about them. */
  question(fields?: readonly string[]): string;
  /** Somebody whom Isla supports, with a row in every table, who shares these categories with her agency. */
  sharer(categories: readonly string[]): Promise<SpineId>;
  /** Somebody with as many rows who shares with Isla's agency, and whom nobody there supports. */
  stranger(): Promise<SpineId>;
  ask(people: readonly SpineId[], query?: string): Promise<About>;
  /** A lie as something that a proxy does to a room's answers about people. */
  fault(room: Domain, stranger: SpineId, tell: Lie['tell']): { readonly fault: Fault; readonly changed: () => boolean };
  /** What has been logged since it was last read. */
  logged(): string;
  close(): Promise<void>;
}

/** Is it a question about people by their ids, to which a lie can be told? */
export const isJoined = ({ body }: Recorded): boolean => typeof body?.query === 'string' && body.query.includes('_entities');

/** Opens a house with proxies before every room and its log in hand. */
export async function openLiars(): Promise<Liars> {
  const lines: string[] = [];
  const house = await startHouse({ through: 'all', patience: { ...PATIENT, breaking: { failures: Number.MAX_SAFE_INTEGER } }, logTo: (line) => void lines.push(line) });
  const [records, reachable] = await Promise.all([openRecords(house.databases), readReachable(house)]);
  const sharing = openSharing(house.ledgerUrl);
  const made = inventedPerson(reachable.schema);
  const question = (fields?: readonly string[]): string => `query ($ids: [PersonId!]!) { people(ids: $ids) { __typename id ${reachable.select('once', fields)} } }`;
  const recorded = async (): Promise<SpineId> => {
    const person = somebody();
    await records.writeAll(records.tables, { person, controller: 'fife-pathways' });
    return person;
  };
  return {
    house, reachable, question,
    async stranger() {
      const person = await recorded();
      await sharing.agree(person, 'fife-works', ['SKILLS', 'CONDITIONS']);
      return person;
    },
    async sharer(categories) {
      const person = await recorded();
      await sharing.support(person, 'isla');
      await sharing.support(person, 'ewan');
      await sharing.agree(person, 'fife-works', categories);
      return person;
    },
    async ask(people, query = question()) {
      const { status, body, text } = await house.ask<{ people: unknown }>('isla', query, { ids: people.map((person) => idFor('isla', person)) });
      expect(status).toBe(200);
      expect(text).not.toContain(CANARY);
      return body;
    },
    fault(room, outsider, tell) {
      let changed = false;
      return {
        changed: () => changed,
        fault: async ({ body }, passOn) => {
          const reply = await passOn();
          const { representations } = body!.variables as { representations: { id: string }[] };
          const told = tell(JSON.parse(reply.body) as Told, {
            ids: representations.map(({ id }) => id), stranger: identifiers.issue(room, outsider), everything: made, kindOf: (typename, key) => kindOf(reachable.schema, typename, key),
          } satisfies LyingRoom);
          changed ||= told !== reply.body;
          return { ...reply, body: told };
        },
      };
    },
    logged: () => lines.splice(0).join(''),
    async close() {
      await Promise.all([records.close(), sharing.close()]);
      await house.stop();
    },
  };
}

function kindOf(schema: GraphQLSchema, typename: string, key: string): ReturnType<LyingRoom['kindOf']> {
  const type = schema.getType(typename);
  const field = isObjectType(type) ? type.getFields()[key] : undefined;
  const name = field && getNamedType(field.type).name;
  if (name === 'String') return 'text';
  return name === 'ID' ? 'id' : 'other';
}

/** Every field of a person, in the form that it has, made of canaries. */
function inventedPerson(schema: GraphQLSchema): Record<string, unknown> {
  const { id: _id, ...fields } = invented(schema.getType('Person') as GraphQLObjectType);
  return fields;
}

const invented = (type: GraphQLObjectType): Record<string, unknown> =>
  ({ __typename: type.name, ...Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, inventedValue(field.type)])) });

function inventedValue(given: GraphQLOutputType): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [inventedValue(type.ofType)];
  if (isCompositeType(type)) return invented(type as GraphQLObjectType);
  if (isEnumType(type)) return type.getValues()[0]!.name;
  return { Int: 424_242, Boolean: true, Date: '2098-12-31', DateTime: '2098-12-31T10:00:00.000Z' }[getNamedType(type).name] ?? CANARY;
}

/** The places of an answer that are neither as honest nor null with a coded error above, at or below them. */
export function placesGivenAway(honest: About, told: About): string[] {
  const paths = (told.errors ?? []).map(({ path }) => path ?? []);
  const excused = (place: readonly (string | number)[]): boolean => paths.some((path) => place.every((step, at) => at >= path.length || path[at] === step));
  const walk = (was: unknown, is: unknown, place: readonly (string | number)[]): string[] => {
    if (Object.is(was, is)) return [];
    if (is === null) return excused(place) ? [] : [`${place.join('.')}: null without a word`];
    if (typeof was !== 'object' || was === null || typeof is !== 'object' || Array.isArray(was) !== Array.isArray(is)) return [`${place.join('.')}: something else`];
    const keys = Object.keys(was);
    if (keys.join() !== Object.keys(is).join()) return [`${place.join('.')}: more or less than there is`];
    return keys.flatMap((key) => walk((was as Record<string, unknown>)[key], (is as Record<string, unknown>)[key], [...place, Array.isArray(was) ? Number(key) : key]));
  };
  return walk(honest.data, told.data, []);
}

/** Errors are ours: a code of our list and its own words. */
export function expectOurErrors({ errors = [] }: About): void {
  for (const { message, extensions } of errors) {
    expect(Object.keys(ERRORS)).toContain(extensions.code);
    expect(extensions).toEqual({ code: extensions.code });
    expect(message).toBe(ERRORS[extensions.code as keyof typeof ERRORS].meaning);
  }
}

/** Nobody has put anything into what all objects share. */
export function expectCleanPrototypes(): void {
  for (const shared of [Object.prototype, Array.prototype, Function.prototype, String.prototype, Error.prototype]) {
    expect(Object.keys(shared)).toEqual([]);
    expect('polluted' in shared).toBe(false);
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(Object.getOwnPropertyNames(PRISTINE));
}

// A realm's own list of names, read before anybody could lie.
const PRISTINE = Object.fromEntries(Object.getOwnPropertyNames(Object.prototype).map((name) => [name, true]));
