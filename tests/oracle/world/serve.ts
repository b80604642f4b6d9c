import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type FieldNode, type GraphQLField, type GraphQLOutputType, type GraphQLResolveInfo, type GraphQLSchema, Kind, type OperationDefinitionNode, getNamedType, isInterfaceType,
  isObjectType, isUnionType, parse,
} from 'graphql';
import { chance } from '../random.ts';
import { MADE_UP, made } from './made.ts';
import { type Source, referred, typeBehind } from './population.ts';
import { type Sample, typeDefsOf } from './sample.ts';

/** What one run of an operation changes: its root mutation fields, in the order in which they were carried out. */
export interface Changes {
  readonly writes: string[];
}

/**
 * Serves a subgraph with data that is made up from the place it stands in: every subgraph gives the same value for the
 * same field of the same entity, about one in eight nullable values is null and one in twenty fields throws. What a
 * mutation answers follows from what was written before it.
 */
export function serve(sample: Sample, name: string): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: typeDefsOf(sample.subgraphs[name]!), resolvers: references(sample, name) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type) || isInterfaceType(type)) type.resolveType = (source: Source) => source.__typename;
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.name.startsWith('_')) field.resolve = resolverOf(sample, schema, field, type === schema.getMutationType());
    }
  }
  return schema;
}

function resolverOf(sample: Sample, schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, writes: boolean) {
  const required = requiredBy(field);
  return (source: Source | undefined, args: object, changes: Changes, info: GraphQLResolveInfo): unknown => {
    const known = source?.known[field.name];
    if (known !== undefined) return keyValue(sample, info.returnType, known);
    let place = `${source?.identity ?? 'root'}.${field.name}${JSON.stringify(args)}`;
    // Its value follows from what was sent along for it, so that a wrong or missing one shows.
    for (const name of required) place += JSON.stringify(source?.sent[name] ?? null);
    if (writes) {
      changes.writes.push(place);
      place += ` after ${changes.writes.length - 1}`;
    }
    if (chance('throws', place) < 0.05) throw MADE_UP;
    return made(sample, schema, info.returnType, place);
  };
}

/** A key field's value: part of the key may be an entity of its own, or a plain object. */
function keyValue(sample: Sample, type: GraphQLOutputType, known: unknown): unknown {
  if (typeof known !== 'object' || known === null) return known;
  const { name } = getNamedType(type);
  const part = known as Readonly<Record<string, unknown>>;
  return (sample.entities[name] && referred(sample, name, part)) ?? { __typename: name, identity: JSON.stringify(part), known: part, sent: {} };
}

function requiredBy(field: GraphQLField<unknown, unknown>): string[] {
  const fields = field.astNode?.directives?.find((each) => each.name.value === 'requires')?.arguments?.[0]?.value;
  if (fields?.kind !== Kind.STRING) return [];
  return (parse(`{${fields.value}}`).definitions[0] as OperationDefinitionNode).selectionSet.selections.map((each) => (each as FieldNode).name.value);
}

function references(sample: Sample, subgraph: string) {
  const types = Object.keys(sample.entities).filter((type) => new RegExp(`(?:type|interface) ${type}\\b[^{]*@key`).test(sample.subgraphs[subgraph]!));
  const isObject = (type: string) => new RegExp(`type ${type}\\b`).test(sample.subgraphs[subgraph]!);
  return Object.fromEntries(types.map((type) => [type, {
    // One that throws at once would fail all entities of the question together.
    __resolveReference: async ({ __typename, ...sent }: Record<string, unknown>) => {
      const found = referred(sample, type, sent);
      if (!found) return null;
      const fate = chance(`reference ${subgraph}`, found.identity);
      if (fate < 0.04) throw MADE_UP;
      if (fate < 0.08) return null;
      return isObject(type) ? found : { ...found, __typename: typeBehind(sample, type, found) };
    },
  }]));
}
