import type { InputValueDefinitionNode } from 'graphql';
import { inputsOf, namedType, type Placed, type Reading } from './reading.ts';

/** One thing that an asker can say to a field: an argument, or a field of an input that an argument brings along. */
export interface Given {
  readonly node: InputValueDefinitionNode;
  readonly coordinate: string;
}

/** The fields of an input type and of the inputs inside it; each input once, as inputs may be recursive. */
export function inputFieldsOf(reading: Reading, names: readonly string[]): Given[] {
  const seen = new Set<string>();
  const given: Given[] = [];
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const fields = inputsOf(reading).filter((type) => type.name.value === name).flatMap((type) => type.fields ?? []);
    given.push(...fields.map((node) => ({ node, coordinate: `${name}.${node.name.value}` })));
    open.push(...fields.map((field) => namedType(field.type)));
  }
  return given;
}

/** The arguments of a field. */
export const argumentsGiven = ({ field, coordinate }: Placed): Given[] =>
  (field.arguments ?? []).map((node) => ({ node, coordinate: `${coordinate}(${node.name.value}:)` }));

/** Everything that can be said to a field: its arguments and what stands inside them. */
export function givenTo(reading: Reading, placed: Placed): Given[] {
  const given = argumentsGiven(placed);
  return [...given, ...inputFieldsOf(reading, given.map(({ node }) => namedType(node.type)))];
}
