import {
  type GraphQLArgument, type GraphQLCompositeType, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema, getNamedType, isAbstractType,
  isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isUnionType,
} from 'graphql';
import type { Random } from './random.ts';

/** A made-up operation and the variables it comes with. */
export interface Made {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /**
   * Is a field asked twice under one key, with different fields below? The stock gateway moves equal and named fragments
   * about when it merges them, and so answers keys in another order than the specification has: their order is then not
   * compared.
   */
  readonly repeats: boolean;
}

interface Making {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  readonly repeats: boolean;
  /** Are there conditions at all? */
  readonly conditions: boolean;
  /**
   * Are conditions constant? Then only such as leave the field in, and never beside variables: the stock gateway hops for
   * fields that a constant leaves out, and below a condition by a variable it forgets a constant one.
   */
  readonly constants: boolean;
  names: number;
  left: number;
}

const DEEPEST = 4;
const MOST_FIELDS = 24;

/** Makes an operation that the schema allows: aliases, fragments, arguments, defaults, skip and include, at random. */
export function makeOperation(schema: GraphQLSchema, random: Random, conditions: boolean): Made {
  const repeats = random.chance(0.5);
  const making: Making = { schema, random, definitions: [], variables: {}, fragments: [], repeats, conditions, constants: !repeats && random.chance(0.5), names: 0, left: MOST_FIELDS };
  const mutation = schema.getMutationType();
  const isMutation = mutation && random.chance(0.2);
  const selections = selectionsOf(making, isMutation ? mutation : schema.getQueryType()!, 0);
  const definitions = making.definitions.length ? `(${making.definitions.join(', ')})` : '';
  return { query: [`${isMutation ? 'mutation' : 'query'} Made${definitions} ${selections}`, ...making.fragments].join('\n'), variables: making.variables, repeats };
}

function selectionsOf(making: Making, type: GraphQLCompositeType, depth: number): string {
  const { random } = making;
  const selections = isUnionType(type) ? [] : fieldsOf(making, type as GraphQLObjectType, depth);
  if (isAbstractType(type)) {
    for (const possible of making.schema.getPossibleTypes(type)) {
      if (random.chance(0.7)) selections.push(fragmentOf(making, possible, depth));
    }
  } else if (random.chance(0.2)) selections.push(fragmentOf(making, type as GraphQLObjectType, depth));
  // The stock gateway answers null, not {}, for an object of which every field was left out: one always stays.
  if (!selections.some((selection) => !selection.includes('@')) || random.chance(0.15)) selections.push(random.chance(0.5) ? '__typename' : `${name(making, 'type')}: __typename`);
  return `{ ${selections.join(' ')} }`;
}

function fieldsOf(making: Making, type: GraphQLObjectType, depth: number): string[] {
  const { random } = making;
  const isLast = depth >= DEEPEST || making.left <= 0;
  const fields = Object.values(type.getFields()).filter((field) => !isLast || !isCompositeType(getNamedType(field.type)));
  const wanted = Math.max(1, Math.round(fields.length * 0.55));
  making.left -= wanted;
  return Array.from({ length: wanted }, () => (fields.length ? fieldOf(making, random.pick(fields), depth) : '__typename'));
}

function fieldOf(making: Making, field: ReturnType<GraphQLObjectType['getFields']>[string], depth: number): string {
  const { random } = making;
  const args = field.args.flatMap((argument) => argumentOf(making, argument));
  // A key of its own for whatever could be asked in two ways: what merges is then what may be merged.
  const type = getNamedType(field.type);
  const alone = args.length > 0 || (isCompositeType(type) && !making.repeats);
  const key = alone || random.chance(0.2) ? `${name(making, field.name)}: ${field.name}` : field.name;
  const below = isCompositeType(type) ? ` ${selectionsOf(making, type, depth + 1)}` : '';
  return `${key}${args.length ? `(${args.join(', ')})` : ''}${condition(making)}${below}`;
}

function fragmentOf(making: Making, type: GraphQLObjectType, depth: number): string {
  const { random } = making;
  const inside = selectionsOf(making, type, depth + 1);
  if (random.chance(0.6)) return `... on ${type.name}${condition(making)} ${inside}`;
  const fragment = name(making, 'Fragment');
  making.fragments.push(`fragment ${fragment} on ${type.name} ${inside}`);
  return `...${fragment}${condition(making)}`;
}

function condition(making: Making): string {
  const { random } = making;
  if (!making.conditions || !random.chance(0.12)) return '';
  return making.constants ? random.pick([' @skip(if: false)', ' @include(if: true)']) : conditionOn(making);
}

function conditionOn(making: Making): string {
  const { random } = making;
  const directive = random.chance(0.5) ? 'skip' : 'include';
  const value = random.chance(directive === 'include' ? 0.7 : 0.3);
  const variable = name(making, 'when');
  if (random.chance(0.3)) making.definitions.push(`$${variable}: Boolean! = ${value}`);
  else {
    making.definitions.push(`$${variable}: Boolean!`);
    making.variables[variable] = value;
  }
  return ` @${directive}(if: $${variable})`;
}

function argumentOf(making: Making, argument: GraphQLArgument): string[] {
  const { random } = making;
  if (!isRequired(argument) && random.chance(0.4)) return [];
  const value = inputOf(making, argument.type);
  if (random.chance(0.5)) return [`${argument.name}: ${literal(value, argument.type)}`];
  const variable = name(making, argument.name);
  if (random.chance(0.3)) making.definitions.push(`$${variable}: ${String(argument.type)} = ${literal(value, argument.type)}`);
  else {
    making.definitions.push(`$${variable}: ${String(argument.type)}`);
    making.variables[variable] = value;
  }
  return [`${argument.name}: $${variable}`];
}

const isRequired = ({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }): boolean => isNonNullType(type) && defaultValue === undefined;

function inputOf(making: Making, type: GraphQLInputType): unknown {
  const { random } = making;
  if (isNonNullType(type)) return presentInput(making, type.ofType);
  return random.chance(0.15) ? null : presentInput(making, type);
}

function presentInput(making: Making, type: GraphQLInputType): unknown {
  const { random } = making;
  if (isListType(type)) return random.chance(0.2) ? presentInput(making, getItem(type.ofType)) : Array.from({ length: random.below(3) }, () => inputOf(making, type.ofType));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isRequired(field) || random.chance(0.6));
    return Object.fromEntries(fields.map((field) => [field.name, inputOf(making, field.type)]));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  switch (getNamedType(type).name) {
    case 'Int': return random.below(9);
    case 'Boolean': return random.chance(0.5);
    case 'Json': return random.chance(0.5) ? { a: [1, 'x'] } : random.below(5);
    default: return `${random.pick(['u', 'b', 'p', 'h', 'c', 'x'])}${random.below(7)}`;
  }
}

const getItem = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

function literal(value: unknown, type: GraphQLInputType): string {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (value === null) return 'null';
  if (isListType(nullable)) {
    const item = nullable.ofType;
    return Array.isArray(value) ? `[${value.map((each) => literal(each, item)).join(', ')}]` : literal(value, item);
  }
  if (isEnumType(nullable)) return value as string;
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return `{${Object.entries(value as object).map(([key, each]) => `${key}: ${literal(each, fields[key]!.type)}`).join(', ')}}`;
  }
  return typeof value === 'object' ? untyped(value) : JSON.stringify(value);
}

function untyped(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(untyped).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).map(([key, each]) => `${key}: ${untyped(each)}`).join(', ')}}`;
  return JSON.stringify(value);
}

const name = (making: Making, base: string): string => `${base}_${making.names++}`;

