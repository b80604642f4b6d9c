import { Kind, type ConstDirectiveNode, type StringValueNode, type TypeDefinitionNode } from 'graphql';
import { applied, textOf } from '../directive.ts';
import { argumentsGiven } from '../given.ts';
import { SUPERGRAPH } from '../person.ts';
import { fieldsOf, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

interface Described {
  readonly coordinate: string;
  readonly node: { readonly description?: StringValueNode; readonly directives?: readonly ConstDirectiveNode[] };
}

function describedIn(type: TypeDefinitionNode): Described[] {
  const name = type.name.value;
  const itself = { coordinate: name, node: type };
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) return [itself, ...(type.values ?? []).map((node) => ({ coordinate: `${name}.${node.name.value}`, node }))];
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return [itself, ...(type.fields ?? []).map((node) => ({ coordinate: `${name}.${node.name.value}`, node }))];
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [itself];
  return [itself, ...fieldsOf([type]).flatMap((placed) => [{ coordinate: placed.coordinate, node: placed.field }, ...argumentsGiven(placed)])];
}

const DAY = /\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/;

function breachesOf(reading: Reading, { node, coordinate }: Described): Breach[] {
  const hasWords = /\p{L}{2}/u.test(node.description?.value ?? '');
  const undated = applied(node, 'deprecated').some((mark) => !DAY.test(textOf(mark, 'reason') ?? ''));
  return [
    ...(hasWords ? [] : [breach(reading.name, coordinate, 'It has no description.', 'Describe it in words that a person can read.')]),
    ...(undated ? [breach(reading.name, coordinate, 'It is deprecated without a day.', 'Say in the reason until which day it stays, for example 2027-03-31.')] : []),
  ];
}

/**
 * Type, field, argument and enum value are described in words that a person can read, since people read this schema to
 * see what is told about them. A deprecation names the day until which the old way stays.
 */
export const described = rule(
  'described',
  'Every type, field, argument and enum value has a description; deprecations have a date.',
  (graph) => graph.readings.flatMap((reading) =>
    [...reading.types.values()].filter((type) => reading.name !== SUPERGRAPH || type.kind !== Kind.SCALAR_TYPE_DEFINITION).flatMap(describedIn).flatMap((one) => breachesOf(reading, one))),
);
