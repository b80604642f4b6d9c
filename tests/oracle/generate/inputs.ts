import {
  type GraphQLArgument, type GraphQLInputType, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType,
} from 'graphql';
import { type Making, newName } from './making.ts';

/** An argument's text; none when it is left out. */
export function argumentOf(making: Making, argument: GraphQLArgument): string[] {
  const { random } = making;
  if (!isRequired(argument) && random.chance(0.4)) return [];
  const value = inputOf(making, argument.type);
  if (random.chance(0.5)) return [`${argument.name}: ${literal(value, argument.type)}`];
  const variable = newName(making, argument.name);
  if (random.chance(0.3)) making.definitions.push(`$${variable}: ${String(argument.type)} = ${literal(value, argument.type)}`);
  else {
    making.definitions.push(`$${variable}: ${String(argument.type)}`);
    making.variables[variable] = value;
  }
  return [`${argument.name}: $${variable}`];
}

const isRequired = ({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }): boolean => isNonNullType(type) && defaultValue === undefined;

function inputOf(making: Making, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return presentInput(making, type.ofType);
  return making.random.chance(0.15) ? null : presentInput(making, type);
}

function presentInput(making: Making, type: GraphQLInputType): unknown {
  const { random } = making;
  if (isListType(type)) return random.chance(0.2) ? presentInput(making, itemOf(type.ofType)) : Array.from({ length: random.below(3) }, () => inputOf(making, type.ofType));
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

const itemOf = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

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
