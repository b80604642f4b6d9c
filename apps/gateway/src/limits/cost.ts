import {
  GraphQLInt, Kind, SchemaMetaFieldDef, TypeMetaFieldDef, getNamedType, getNullableType, isInterfaceType, isListType, isObjectType,
  type ArgumentNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLArgument, type GraphQLField, type GraphQLNamedType, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';
import { ASSUMED } from './listSizes.ts';

/** A size that a variable says: a number, or the length of a list. */
interface Unknown {
  readonly variable: string;
  /** When the variable says nothing. */
  readonly otherwise: number;
}

/** How often something stands in the answer: a number, times what variables say. */
interface Times {
  readonly factor: number;
  readonly unknowns: readonly Unknown[];
}

/** How many fields an answer can have, once the variables are known. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/** What an operation can cost: about people and services, and about the schema. */
export interface OperationCost {
  readonly cost: Cost;
  readonly schemaCost: Cost;
}

const ONCE: Times = { factor: 1, unknowns: [] };

/** The arguments that say how long a list is. */
const SIZES = new Set(['first', 'last', 'limit']);

/**
 * Works out what each operation of a document can cost, once for all variables. A list is as long as its `first` says,
 * or as many as the ids that it was given, or else as is assumed; `first` of a connection says it of the lists
 * right below. What the schema does not know counts once: validation refuses it. The document must be within the limits
 * on fields and depth, as its fragments are written out here.
 */
export function costsOf(schema: GraphQLSchema, sizes: ReadonlyMap<string, number>, document: DocumentNode): readonly OperationCost[] {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  return document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [costOf(schema, sizes, definition, fragments)] : []));
}

function costOf(schema: GraphQLSchema, sizes: ReadonlyMap<string, number>, operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): OperationCost {
  const root = schema.getRootType(operation.operation) ?? undefined;
  const defaults = defaultsOf(operation);
  const about = { people: createSum(), schema: createSum() };
  const open = new Set<string>();

  function selections(set: SelectionSetNode, type: GraphQLNamedType | undefined, times: Times, page: Times | undefined, sum: Sum): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) field(selection, type, times, page, type === root && selection.name.value.startsWith('__') ? about.schema : sum);
      else if (selection.kind === Kind.INLINE_FRAGMENT) selections(selection.selectionSet, named(selection.typeCondition?.name.value) ?? type, times, page, sum);
      else spread(selection.name.value, times, page, sum);
    }
  }

  function spread(name: string, times: Times, page: Times | undefined, sum: Sum): void {
    const fragment = fragments.get(name);
    if (!fragment || open.has(name)) return;
    open.add(name);
    selections(fragment.selectionSet, named(fragment.typeCondition.name.value), times, page, sum);
    open.delete(name);
  }

  function field(node: FieldNode, type: GraphQLNamedType | undefined, times: Times, page: Times | undefined, sum: Sum): void {
    const definition = definitionOf(type, root, node.name.value);
    const isList = definition !== undefined && isListType(getNullableType(definition.type));
    const own = definition && pageSize(definition, node, defaults);
    const length = isList ? (own ?? longestGiven(definition, node, defaults) ?? page ?? { factor: sizes.get(`${type!.name}.${definition.name}`) ?? ASSUMED, unknowns: [] }) : ONCE;
    const here = multiply(times, length);
    sum.add(here);
    if (node.selectionSet) selections(node.selectionSet, definition && getNamedType(definition.type), here, isList ? undefined : own, sum);
  }

  const named = (name: string | undefined): GraphQLNamedType | undefined => (name === undefined ? undefined : schema.getType(name));

  selections(operation.selectionSet, root, ONCE, undefined, about.people);
  return { cost: about.people.total, schemaCost: about.schema.total };
}

type Defaults = ReadonlyMap<string, number>;

function definitionOf(type: GraphQLNamedType | undefined, root: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  if (type === root && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (type === root && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** How many the asker wants, where the field lets that be said. */
function pageSize({ args }: GraphQLField<unknown, unknown>, node: FieldNode, defaults: Defaults): Times | undefined {
  const sizing = args.filter(({ name, type }) => SIZES.has(name) && getNullableType(type) === GraphQLInt);
  const said = sizing.flatMap((argument) => sizeIn(argument, node, defaults) ?? []);
  return said.length > 0 ? said.reduce(larger) : undefined;
}

/** As many as were named: `people(ids:)` answers each in their place. */
function longestGiven({ args }: GraphQLField<unknown, unknown>, node: FieldNode, defaults: Defaults): Times | undefined {
  const said = args.filter(({ type }) => isListType(getNullableType(type))).flatMap((argument) => sizeIn(argument, node, defaults) ?? []);
  return said.length > 0 ? said.reduce(larger) : undefined;
}

function sizeIn(argument: GraphQLArgument, node: FieldNode, defaults: Defaults): Times | undefined {
  const given: ArgumentNode | undefined = node.arguments?.find(({ name }) => name.value === argument.name);
  const otherwise = amount(argument.defaultValue);
  const value = given?.value;
  if (value?.kind === Kind.VARIABLE) return { factor: 1, unknowns: [{ variable: value.name.value, otherwise: defaults.get(value.name.value) ?? otherwise ?? ASSUMED }] };
  if (value?.kind === Kind.INT) return { factor: Math.max(0, Number(value.value)), unknowns: [] };
  if (value?.kind === Kind.LIST) return { factor: value.values.length, unknowns: [] };
  return otherwise === undefined ? undefined : { factor: otherwise, unknowns: [] };
}

/** Where two arguments say it, the larger one counts; what only variables know counts as their product, which is not less. */
const larger = (one: Times, other: Times): Times =>
  one.unknowns.length + other.unknowns.length === 0 ? (one.factor > other.factor ? one : other) : multiply(atLeastOnce(one), atLeastOnce(other));

const atLeastOnce = ({ factor, unknowns }: Times): Times => ({ factor: Math.max(1, factor), unknowns });

const multiply = (one: Times, other: Times): Times => ({ factor: one.factor * other.factor, unknowns: [...one.unknowns, ...other.unknowns] });

/** What variables are when the caller says nothing. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Defaults {
  return new Map(variableDefinitions.flatMap(({ variable, defaultValue }) => {
    if (defaultValue?.kind === Kind.INT) return [[variable.name.value, Math.max(0, Number(defaultValue.value))] as const];
    return defaultValue?.kind === Kind.LIST ? [[variable.name.value, defaultValue.values.length] as const] : [];
  }));
}

/** A size that was said: a number, or how many items; undefined for anything else. */
function amount(value: unknown): number | undefined {
  if (typeof value === 'number') return Math.max(0, value);
  return Array.isArray(value) ? value.length : undefined;
}

interface Sum {
  add(times: Times): void;
  readonly total: Cost;
}

/** Adds up what stands equally often, so that asking for the total with other variables is next to no work. */
function createSum(): Sum {
  const parts = new Map<string, { factor: number; readonly unknowns: readonly Unknown[] }>();
  return {
    add({ factor, unknowns }) {
      const key = unknowns.map(({ variable, otherwise }) => `${variable} ${otherwise}`).join();
      const part = parts.get(key);
      if (part) part.factor += factor;
      else parts.set(key, { factor, unknowns });
    },
    total: (variables) => [...parts.values()].reduce((sum, { factor, unknowns }) =>
      sum + unknowns.reduce((product, { variable, otherwise }) => product * (amount(variables[variable]) ?? otherwise), factor), 0),
  };
}
