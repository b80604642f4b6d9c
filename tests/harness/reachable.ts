import { readFileSync } from 'node:fs';
import { union, NOTHING, type Mask } from '@thegither/consent';
import { readPublished, type Published } from '@thegither/supergraph';
import { DOMAINS, type Domain } from '@thegither/vocabulary';
import {
  Kind, buildClientSchema, getIntrospectionQuery, getNamedType, getNullableType, isCompositeType, isEnumType, isInputObjectType, isListType, isObjectType, isRequiredArgument, parse,
  type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema, type IntrospectionQuery,
} from 'graphql';
import type { TestHouse } from './startHouse.ts';
import { SUPERGRAPH } from './supergraph.ts';

/** One place that can be asked about a person. */
export interface Coordinate {
  /** Where it stands, as "CommunityPaybackOrder.treatment". */
  readonly name: string;
  /** The field of Person that leads there. */
  readonly personField: string;
  /** The fields from Person to it, itself the last. */
  readonly path: readonly string[];
  /** What must be shared for it, what stands above it included. */
  readonly needs: Mask;
}

/** Everything that can be asked about a person, made from the schema alone: a field that is added tomorrow is asked tomorrow. */
export interface Reachable {
  readonly coordinates: readonly Coordinate[];
  /** Each argument that can be given anywhere below a person, as "Person.unpaidWorkClash(shift)". */
  readonly arguments: readonly string[];
  /** Name of a field of Person -> what it needs itself. */
  readonly fields: ReadonlyMap<string, Mask>;
  readonly supergraph: Published;
  /** The schema that the house publishes. */
  readonly schema: GraphQLSchema;
  /**
   * Selections on Person of these fields, with all that is below them. `every`: also once with each value of each
   * argument, under aliases; `once`: with no more arguments than must be.
   */
  select(how: 'once' | 'every', fields?: readonly string[]): string;
  /** A selection on Person that leads to this one place and asks nothing beside it; its own arguments with each value. */
  selectAlone(place: Coordinate): string;
}

/** The rooms' schemas as they are published. */
export const sources = DOMAINS.map((name) => ({ name, sdl: readFileSync(new URL(`../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8') }));

const FIELDS = new Map(sources.map(({ name: room, sdl }) => [room, parse(sdl).definitions.flatMap((node) =>
  (node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Person' ? (node.fields ?? []).map(({ name }) => name.value) : []))]));

/** The fields that a room adds to Person, the key among them. */
export const fieldsOf = (room: Domain): readonly string[] => FIELDS.get(room)!;

/** Reads what the house itself says can be asked, and the supergraph what each place needs. */
export async function readReachable(house: TestHouse): Promise<Reachable> {
  const { body } = await house.ask<IntrospectionQuery>('isla', getIntrospectionQuery());
  if (!body.data) throw new Error('the house published no schema');
  return reachableIn(buildClientSchema(body.data), readPublished(SUPERGRAPH));
}

/** The same of any schema and the supergraph that it was made of. */
export function reachableIn(schema: GraphQLSchema, supergraph: Published): Reachable {
  const person = objectNamed(schema, 'Person');
  const fields = new Map(Object.keys(person.getFields()).map((name) => [name, supergraph.needs('Person', name)]));
  return {
    fields, supergraph, schema,
    coordinates: Object.values(person.getFields()).flatMap((field) => coordinatesFrom(field, person, supergraph, [], NOTHING)),
    arguments: [...new Set(argumentsBelow(person))],
    select: (how, only = [...fields.keys()]) => only.map((name) => selectField(person.getFields()[name]!, how)).join(' '),
    selectAlone: ({ path }) => selectAlone(person, path),
  };
}

function objectNamed(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`there is no ${name} in the schema`);
  return type;
}

function objectOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return undefined;
  if (!isObjectType(type)) throw new Error(`${field.name} is of an abstract type, which is not known to ask`);
  return type;
}

function coordinatesFrom(field: GraphQLField<unknown, unknown>, on: GraphQLObjectType, { needs, argumentNeeds }: Published, through: readonly string[], above: Mask): Coordinate[] {
  const given = field.args.map(({ name }) => argumentNeeds(on.name, field.name)(name)).reduce(union, NOTHING);
  const own = [above, needs(on.name, field.name), given].reduce(union);
  const type = objectOf(field);
  const path = [...through, field.name];
  const below = type ? Object.values(type.getFields()).flatMap((inner) => coordinatesFrom(inner, type, { needs, argumentNeeds } as Published, path, own)) : [];
  return [{ name: `${on.name}.${field.name}`, personField: path[0]!, path, needs: own }, ...below];
}

const argumentsBelow = (type: GraphQLObjectType): string[] => Object.values(type.getFields()).flatMap((field) => {
  const inner = objectOf(field);
  return [...field.args.map(({ name }) => `${type.name}.${field.name}(${name})`), ...(inner ? argumentsBelow(inner) : [])];
});

function selectField(field: GraphQLField<unknown, unknown>, how: 'once' | 'every'): string {
  const type = objectOf(field);
  return withArguments(field, how, type ? ` { __typename ${Object.values(type.getFields()).map((inner) => selectField(inner, how)).join(' ')} }` : '');
}

function selectAlone(on: GraphQLObjectType, [name, ...rest]: readonly string[]): string {
  const field = on.getFields()[name!]!, type = objectOf(field);
  if (rest.length > 0) return withArguments(field, 'once', ` { ${selectAlone(type!, rest)} }`);
  return withArguments(field, 'every', type ? ' { __typename }' : '');
}

/** A field with what stands below it: once with no more arguments than must be, and then with each of their values. */
function withArguments(field: GraphQLField<unknown, unknown>, how: 'once' | 'every', below: string): string {
  const required = field.args.filter(isRequiredArgument);
  const once = `${field.name}${written(required, 0)}${below}`;
  if (how === 'once' || field.args.length === 0) return once;
  const ways = Math.max(...field.args.map((argument) => valuesOf(argument.type).length));
  return [once, ...Array.from({ length: ways }, (_, way) => `${field.name}_${way}: ${field.name}${written(field.args, way)}${below}`)].join(' ');
}

/** The way-th value of each argument; neighbours are at different places of their lists, so that no two are alike. */
const written = (args: readonly GraphQLArgument[], way: number): string =>
  (args.length === 0 ? '' : `(${args.map(({ name, type }, index) => `${name}: ${valueAt(type, way + index)}`).join(', ')})`);

const valueAt = (type: GraphQLInputType, way: number): string => {
  const values = valuesOf(type);
  return values[way % values.length]!;
};

const SCALARS: Readonly<Record<string, readonly string[]>> = { Int: ['0', '1440', '1'], String: ['"x"', '""'], ID: ['"isla"', '"x"'], Boolean: ['true', 'false'], Date: ['"2026-01-31"', '"2099-01-31"'], DateTime: ['"2026-01-31T10:00:00.000Z"', '"2099-01-31T10:00:00.000Z"'] };

/** Values to ask with, as they are written in a question. */
function valuesOf(type: GraphQLInputType): string[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return valuesOf(nullable.ofType).map((value) => `[${value}]`);
  if (isEnumType(nullable)) return nullable.getValues().map(({ name }) => name);
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const ways = Math.max(...fields.map((field) => valuesOf(field.type).length));
    return Array.from({ length: ways }, (_, way) => `{ ${fields.map(({ name, type: inner }, index) => `${name}: ${valueAt(inner, way + index)}`).join(', ')} }`);
  }
  const values = SCALARS[getNamedType(nullable).name];
  if (!values) throw new Error(`say in reachable.ts with which values an argument of type ${getNamedType(nullable).name} is asked`);
  return [...values];
}
