import { Kind, type ConstDirectiveNode } from 'graphql';
import type { Reading } from './reading.ts';

/** One place that can say whether it is personal. */
export interface Markable {
  readonly node: { readonly directives?: readonly ConstDirectiveNode[] };
  readonly coordinate: string;
}

/** Every type, field, argument and input field of a schema, with its coordinate. */
export function everyMarkable(reading: Reading): Markable[] {
  return [...reading.types.values()].flatMap((type): Markable[] => {
    const name = type.name.value;
    const places: Markable[] = [{ node: type, coordinate: name }];
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return [...places, ...(type.fields ?? []).map((node) => ({ node, coordinate: `${name}.${node.name.value}` }))];
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return places;
    const fields = (type.fields ?? []).flatMap((node): Markable[] => {
      const coordinate = `${name}.${node.name.value}`;
      return [{ node, coordinate }, ...(node.arguments ?? []).map((argument) => ({ node: argument, coordinate: `${coordinate}(${argument.name.value}:)` }))];
    });
    return [...places, ...fields];
  });
}
