import { NOTHING } from '@thegither/consent';
import type { FieldNode, GraphQLField, GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import { isNonNullType } from 'graphql';
import type { Inputs } from '../analyse/namedPeople.ts';
import { type Collected, collectFields, setsBelow } from '../fetch/collectFields.ts';
import type { Gate } from '../run/gate.ts';
import { TreeObject } from '../tree/treeObject.ts';
import { type Census, type Count, censusOf } from './census.ts';
import { createIntrospect } from './introspect.ts';
import { BUBBLE, type Shape, type Shaped, type Shaping, shapeType } from './shape.ts';

/** How the answer of an operation is made of the tree. */
export interface RootShape {
  /** The data; null when a null moved all the way up. */
  data(root: TreeObject, gate: Gate, inputs: Inputs, shaping: Shaping): TreeObject | null;
  /** Everybody who stands in the tree where the answer shows it. */
  census(root: TreeObject, gate: Gate): Census;
}

type RootField = (root: TreeObject, gate: Gate, inputs: Inputs, shaping: Shaping) => unknown;

/** Compiles the shape of an operation's answer. */
export function shapeRoot(from: Shaped, operation: OperationDefinitionNode): RootShape {
  const type = from.schema.getRootType(operation.operation)!;
  const collected = collectFields(from.schema, type, [operation.selectionSet], from.fragments);
  const asksSchema = collected.flatMap(({ nodes }) => (isIntrospection(nodes[0]!) ? nodes : []));
  const introspect = createIntrospect(from.schema, operation, from.fragments, asksSchema);
  const fields = collected.map((each): [string, RootField] => {
    const field = type.getFields()[each.nodes[0]!.name.value];
    if (field) return [each.key, rootField(from, type, each, field)];
    return isIntrospection(each.nodes[0]!)
      ? [each.key, (_root, _gate, inputs) => introspect(inputs)[each.key]]
      : [each.key, () => type.name];
  });
  return {
    data: (root, gate, inputs, shaping) => {
      const data = new TreeObject();
      for (const [key, field] of fields) {
        const shaped = field(root, gate, inputs, shaping);
        if (shaped === BUBBLE) return null;
        data[key] = shaped;
      }
      return data;
    },
    census: createCensus(from, type, operation),
  };
}

const isIntrospection = (node: FieldNode): boolean => node.name.value === '__schema' || node.name.value === '__type';

function rootField(from: Shaped, type: GraphQLObjectType, collected: Collected, field: GraphQLField<unknown, unknown>): RootField {
  const shape: Shape = shapeType(from, field.type, setsBelow(collected));
  const closed = isNonNullType(field.type) ? BUBBLE : null;
  const at = from.keys.of(type.name, collected.nodes[0]!);
  return (root, gate, _inputs, shaping) => {
    if (gate.closed.has(at)) return closed;
    return shape(open(root, gate, at), NOTHING, shaping);
  };
}

/** What stands at a root field, without the places that name somebody unknown. */
function open(root: TreeObject, gate: Gate, key: string): unknown {
  const value = root[key];
  const places = gate.closedPlaces.get(key);
  return places && Array.isArray(value) ? value.map((each: unknown, i) => (places.has(i) ? null : each)) : value;
}

function createCensus(from: Shaped, type: GraphQLObjectType, operation: OperationDefinitionNode): RootShape['census'] {
  const count: Count | undefined = censusOf(from, type, [operation.selectionSet]);
  return (root, gate) => {
    const census: Census = new Map();
    if (!count) return census;
    const shown = Object.assign(new TreeObject(), root);
    for (const key of gate.closed) shown[key] = null;
    for (const key of gate.closedPlaces.keys()) shown[key] = open(shown, gate, key);
    count(shown, false, census);
    return census;
  };
}
