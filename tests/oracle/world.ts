import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type FieldNode, type GraphQLField, type GraphQLOutputType, type GraphQLResolveInfo, type GraphQLSchema, isEnumType, isListType, isNonNullType, isObjectType, isScalarType, isUnionType,
  isInterfaceType, Kind, type OperationDefinitionNode, parse,
} from 'graphql';
import { chance } from './random.ts';

/** The key fields of the n-th entity of a type, in every subgraph alike. */
export type Keys = Readonly<Record<string, (n: number) => Record<string, unknown>>>;

/** One of the oracle's supergraphs. */
export interface Sample {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly entities: Keys;
  /** Are skip and include left out? Where one of two required fields stands under a false condition, the stock gateway sends neither. */
  readonly unconditional?: true;
}

/** How many entities of each type there are. */
const POPULATION = 7;

/** An object of the made-up data: an entity by its number, or a value by where it stands. */
interface Source {
  readonly __typename: string;
  readonly identity: string;
  readonly known: Readonly<Record<string, unknown>>;
}

/** An object inside a key: a plain value. */
type KeyObject = Readonly<Record<string, unknown>>;

const isSource = (source: Source | KeyObject): source is Source => typeof source.identity === 'string';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides"])\n';

/** The schema document of one subgraph. */
export const typeDefsOf = (sdl: string) => parse(LINK + sdl);

/**
 * Serves a subgraph with data that is made up from the place it stands in: every subgraph gives the same value for the
 * same field of the same entity, about one in eight nullable values is null and one in twenty fields throws.
 */
export function serve(sample: Sample, name: string): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: typeDefsOf(sample.subgraphs[name]!), resolvers: references(sample, name) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type) || isInterfaceType(type)) type.resolveType = (source: Source) => source.__typename;
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve = (source: Source | KeyObject | undefined, args: object, _context, info: GraphQLResolveInfo) => {
        if (source && !isSource(source)) return source[field.name];
        const known = source?.known[field.name];
        if (known !== undefined) return known;
        const place = [source?.identity ?? 'root', field.name, args, ...requiredBy(source, field)];
        if (chance('throws', ...place) < 0.05) throw new Error('made up');
        return made(sample, schema, info.returnType, place);
      };
    }
  }
  return schema;
}

/** What was sent along for this field: its value follows from it, so that a wrong or missing one shows. */
function requiredBy(source: Source | undefined, field: GraphQLField<unknown, unknown>): unknown[] {
  const fields = field.astNode?.directives?.find((each) => each.name.value === 'requires')?.arguments?.[0]?.value;
  if (fields?.kind !== Kind.STRING) return [];
  const names = (parse(`{${fields.value}}`).definitions[0] as OperationDefinitionNode).selectionSet.selections.map((each) => (each as FieldNode).name.value);
  return names.map((name) => (source?.known.required as Record<string, unknown> | undefined)?.[name] ?? null);
}

function references(sample: Sample, subgraph: string) {
  return Object.fromEntries(Object.keys(sample.entities).filter((type) => new RegExp(`type ${type}\\b[^{]*@key`).test(sample.subgraphs[subgraph]!)).map((type) => [
    type, {
      // One that throws at once would fail all entities of the question together.
      __resolveReference: async (representation: Record<string, unknown>) => referred(sample, subgraph, type, representation),
    },
  ]));
}

function referred(sample: Sample, subgraph: string, type: string, { __typename, ...given }: Record<string, unknown>): Source | null {
  const keys = sample.entities[type]!;
  for (let n = 0; n < POPULATION; n++) {
    const entity = keys(n);
    const sent = Object.keys(given).filter((key) => key in entity);
    if (!sent.length || !sent.every((key) => JSON.stringify(given[key]) === JSON.stringify(entity[key]))) continue;
    const fate = chance('reference', subgraph, type, n);
    if (fate < 0.04) throw new Error('made up');
    if (fate < 0.08) return null;
    return { __typename: type, identity: `${type} ${n}`, known: { ...entity, required: given } };
  }
  return null;
}

function made(sample: Sample, schema: GraphQLSchema, type: GraphQLOutputType, place: unknown[]): unknown {
  if (isNonNullType(type)) return present(sample, schema, type.ofType, place);
  return chance('null', ...place) < 0.12 ? null : present(sample, schema, type, place);
}

function present(sample: Sample, schema: GraphQLSchema, type: GraphQLOutputType, place: unknown[]): unknown {
  const draw = chance('value', ...place);
  if (isListType(type)) {
    return Array.from({ length: Math.floor(draw * 5) }, (_, i) => {
      const at = [...place, i];
      return chance('throws', ...at) < 0.04 ? new Error('made up') : made(sample, schema, type.ofType, at);
    });
  }
  if (isEnumType(type)) return type.getValues()[Math.floor(draw * type.getValues().length)]!.value;
  if (isScalarType(type)) return scalar(type.name, draw);
  if (isUnionType(type) || isInterfaceType(type)) {
    const possible = schema.getPossibleTypes(type);
    return object(sample, possible[Math.floor(draw * possible.length)]!.name, place);
  }
  return isObjectType(type) ? object(sample, type.name, place) : null;
}

function object(sample: Sample, type: string, place: unknown[]): Source {
  const n = Math.floor(chance('which', ...place) * POPULATION);
  const keys = sample.entities[type];
  return keys ? { __typename: type, identity: `${type} ${n}`, known: keys(n) } : { __typename: type, identity: JSON.stringify(place), known: {} };
}

function scalar(name: string, draw: number): unknown {
  const whole = Math.floor(draw * 1000);
  switch (name) {
    case 'Int': return whole;
    case 'Float': return whole / 4;
    case 'Boolean': return draw < 0.5;
    case 'Json': return draw < 0.3 ? [whole, null, { a: 'b' }] : { deep: { er: whole }, list: [1, '2'] };
    default: return `${name.toLowerCase()} ${whole}`;
  }
}
