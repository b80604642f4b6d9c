import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Supergraph, operationFromDocument, printSchema } from '@apollo/federation-internals';
import { QueryPlanner, type FetchNode, type PlanNode, type SubscriptionNode } from '@apollo/query-planner';
import { NOTHING, namesIn } from '@thegither/consent';
import {
  Kind, OperationTypeNode, buildSchema, getNamedType, getNullableType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isUnionType, parse,
  type GraphQLArgument, type GraphQLCompositeType, type GraphQLField, type GraphQLInputType, type SelectionSetNode,
} from 'graphql';
import { check } from './check.ts';
import { publish } from './publish.ts';
import type { SubgraphSource } from './source.ts';

const ROOMS = new URL('../../../subgraphs/', import.meta.url);
const sources: SubgraphSource[] = readdirSync(ROOMS).map((name) => ({ name, url: `http://${name}.example/graphql`, sdl: readFileSync(new URL(`${name}/schema.graphql`, ROOMS), 'utf8') }));

const published = publish(sources);
const supergraph = Supergraph.build(published.supergraphSdl);
const planner = new QueryPlanner(supergraph);
const schema = buildSchema(printSchema(supergraph.apiSchema()));
const personType = schema.getType('Person');
const personFields = isObjectType(personType) ? Object.values(personType.getFields()).filter((field) => field.name !== 'id') : [];

/** Some value that fits: the planner does not look at it. */
function someValue(type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${someValue(bare.ofType)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) return `{ ${Object.values(bare.getFields()).filter((field) => isNonNullType(field.type)).map((field) => `${field.name}: ${someValue(field.type)}`).join(' ')} }`;
  if (getNamedType(bare).name === 'Boolean') return 'true';
  return ['Int', 'Float'].includes(getNamedType(bare).name) ? '1' : '"x"';
}

function givenTo(args: readonly GraphQLArgument[]): string {
  const needed = args.filter((argument) => isNonNullType(argument.type));
  return needed.length > 0 ? `(${needed.map((argument) => `${argument.name}: ${someValue(argument.type)}`).join(' ')})` : '';
}

/** Everything below a type, to its leaves; a person inside only by the fields that are given. */
function everythingBelow(type: GraphQLCompositeType, ofPerson: readonly GraphQLField<unknown, unknown>[]): string {
  if (isUnionType(type)) return `{ __typename ${type.getTypes().map((one) => `... on ${one.name} ${everythingBelow(one, ofPerson)}`).join(' ')} }`;
  const fields = type.name === 'Person' ? ofPerson : Object.values(type.getFields());
  return `{ __typename ${fields.map((field) => asked(field, ofPerson)).join(' ')} }`;
}

function asked(field: GraphQLField<unknown, unknown>, ofPerson: readonly GraphQLField<unknown, unknown>[]): string {
  const returned = getNamedType(field.type);
  return `${field.name}${givenTo(field.args)} ${isCompositeType(returned) ? everythingBelow(returned, ofPerson) : ''}`;
}

/** Every root field that leads to a person, asked for some fields of that person. */
const doors = (['query', 'mutation'] as const).flatMap((operation) => {
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {}).map((field) => ({
    name: `${operation} ${field.name}`,
    of: (fields: readonly GraphQLField<unknown, unknown>[]) => `${operation} { ${asked(field, fields)} }`,
  }));
});

function fetchesIn(node: PlanNode | SubscriptionNode | undefined): FetchNode[] {
  if (!node) return [];
  if (node.kind === 'Fetch') return [node];
  if (node.kind === 'Sequence' || node.kind === 'Parallel') return node.nodes.flatMap(fetchesIn);
  if (node.kind === 'Flatten') return fetchesIn(node.node);
  throw new Error(`the test does not know a plan with ${node.kind}`);
}

const planOf = (operation: string): FetchNode[] => fetchesIn(planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(operation))).node);

/** Every field that one fetch asks, as "Type.field". */
function coordinatesOf(fetch: FetchNode): string[] {
  const [operation] = parse(fetch.operation).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a fetch asks one operation');
  const found: string[] = [];
  const walk = (set: SelectionSetNode, type: string): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('the test does not know fetches with fragments');
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      else if (selection.name.value === '_entities') walk(selection.selectionSet!, '_Entity');
      else if (selection.name.value !== '__typename') {
        found.push(`${type}.${selection.name.value}`);
        const at = schema.getType(type);
        const field = isObjectType(at) ? at.getFields()[selection.name.value] : undefined;
        if (!field) throw new Error(`the supergraph has no ${type}.${selection.name.value}`);
        if (selection.selectionSet) walk(selection.selectionSet, getNamedType(field.type).name);
      }
    }
  };
  walk(operation.selectionSet, operation.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query');
  return found;
}

const isPersonal = (coordinate: string): boolean => {
  const [type = '', field = ''] = coordinate.split('.');
  return published.needs(type, field) !== NOTHING;
};
const isOfPerson = (coordinate: string): boolean => coordinate.startsWith('Person.') && coordinate !== 'Person.id';
const isGuarded = (fetch: FetchNode): boolean => published.halves.get(fetch.serviceName)?.guarded === true;

describe('the house', () => {
  test('its eight schemas are published with nothing refused', () => {
    expect(sources).toHaveLength(8);
    expect(check(sources)).toEqual([]);
  });

  test('every subgraph has a guarded half, and an open one for its open data, doors and acts', () => {
    expect([...published.halves.values()].filter((half) => half.guarded)).toHaveLength(8);
    expect([...published.halves.values()].filter((half) => !half.guarded).map((half) => half.subgraph)).toEqual(['careers', 'consent', 'employability', 'health-and-work', 'housing', 'justice', 'people', 'referrals']);
  });

  test('the supergraph needs the category that a subgraph wrote', () => {
    expect(namesIn(published.needs('Person', 'workLimits'))).toEqual(['JUSTICE_LIMITS']);
    expect(namesIn(published.needs('CommunityPaybackOrder', 'treatment'))).toEqual(['MENTAL_HEALTH_AND_RECOVERY']);
    expect(published.needs('Person', 'sharing')).toBe(NOTHING);
    expect(published.needs('Service', 'name')).toBe(NOTHING);
  });

  test.each(personFields.map((field) => [field.name, field] as const))('Person.%s is fetched at an entity of the guarded half, by the person\'s id alone, from every door', (_, field) => {
    for (const door of doors) {
      const fetches = planOf(door.of([field]));
      for (const fetch of fetches.filter((one) => coordinatesOf(one).includes(`Person.${field.name}`))) {
        expect(isGuarded(fetch)).toBe(true);
        expect(fetch.requires).toEqual([expect.objectContaining({ kind: 'InlineFragment', typeCondition: 'Person', selections: [expect.objectContaining({ name: '__typename' }), expect.objectContaining({ name: 'id' })] })]);
      }
      const leadsToPerson = door.of([field]) !== door.of([]);
      expect(fetches.some((one) => coordinatesOf(one).includes(`Person.${field.name}`))).toBe(leadsToPerson);
    }
  });

  test.each(doors.map((door) => [door.name, door] as const))('%s, asked for everything, brings nothing of a person without a hop', (_, door) => {
    const fetches = planOf(door.of(personFields));
    for (const fetch of fetches.filter((one) => !one.requires)) {
      expect(coordinatesOf(fetch).filter((coordinate) => isOfPerson(coordinate) || isPersonal(coordinate))).toEqual([]);
      expect(isGuarded(fetch)).toBe(false);
    }
    for (const fetch of fetches.filter((one) => one.requires)) expect(coordinatesOf(fetch).some((coordinate) => coordinate.startsWith('Query.') || coordinate.startsWith('Mutation.'))).toBe(false);
  });

  test.each([
    ['one person', '{ person(id: "x") { name { knownAs } workLimits { until } sharing { state } } }', 'consent'],
    ['a caseload', '{ caseload { edges { person { name { knownAs } workLimits { until } sharing { state } } } } }', 'consent'],
    ['a mutation', 'mutation { stopAll(input: { key: "k", person: "x" }) { at person { name { knownAs } workLimits { until } sharing { state } } } }', 'consent'],
  ])('%s is one fetch for the reference and one hop to each guarded half', (_, operation, door) => {
    expect(planOf(operation).map((fetch) => fetch.serviceName).toSorted()).toEqual([door, 'consent__guarded', 'justice__guarded', 'people__guarded']);
  });

  test('open data below a personal field needs no second fetch', () => {
    expect(planOf('{ person(id: "x") { referrals { service { name } } } }').map((fetch) => fetch.serviceName)).toEqual(['consent', 'referrals__guarded']);
  });
});
