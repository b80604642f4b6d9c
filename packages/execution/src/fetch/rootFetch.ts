import type { FetchNode } from '@apollo/query-planner';
import { NOTHING } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { Kind, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Graph } from '../graphs.ts';
import type { Policy } from '../policy.ts';
import { collectFields } from './collectFields.ts';
import { type FetchText, fetchText, operationOf } from './fetchText.ts';
import { keptApart } from './keysApart.ts';
import { type ProjectedField, projectedFields } from './project.ts';
import { prune } from './prune.ts';

/** Root fields of one graph. No decision about a person is there yet, so nothing personal is ever asked here. */
export interface RootFetch {
  readonly kind: 'root';
  readonly use: 'query' | 'mutation';
  readonly graph: Graph;
  /** Where the answer goes: the root, or a field that leads back to Query. */
  readonly path: readonly string[];
  readonly operationName: string | undefined;
  /** The response keys of its fields. */
  readonly keys: readonly string[];
  /** The fetch without some of its fields; undefined when nothing is left to ask. */
  without(keys: readonly string[]): RootVariant | undefined;
}

/** The fetch as it is sent. */
export interface RootVariant extends FetchText {
  readonly fields: readonly ProjectedField[];
}

// By size and not by `max`, for which room is made beforehand: nearly every fetch has one variant.
const FEW = { maxSize: 64, sizeCalculation: () => 1 };

/** What a mutation is given tells its sender nothing: its arguments need no category. Those of a query choose what is answered. */
function rootPolicy(node: FetchNode, root: string, policy: Policy): Policy {
  if (node.operationKind !== OperationTypeNode.MUTATION) return policy;
  const argumentNeeds: Policy['argumentNeeds'] = (type, field) => (type === root ? () => NOTHING : policy.argumentNeeds(type, field));
  return { needs: (type, field) => policy.needs(type, field), argumentNeeds };
}

/** Compiles the root fields that the plan asks of one graph. */
export function compileRootFetch(node: FetchNode, graph: Graph, path: readonly string[], policy: Policy): RootFetch {
  const operation = keptApart(graph.schema, node, operationOf(node.operation));
  const type = graph.schema.getRootType(node.operationKind);
  if (!type) throw new HouseError('CONFIGURATION', 'The plan asks a graph for root fields that it does not have.');
  const selections = prune({ schema: graph.schema, policy: rootPolicy(node, type.name, policy) }, operation.selectionSet, type, NOTHING);
  if (selections.some((each) => each.kind !== Kind.FIELD)) throw new HouseError('CONFIGURATION', 'A fetch of the plan hides root fields in a fragment.');
  const keys = collectFields(graph.schema, type, [{ kind: Kind.SELECTION_SET, selections }]).map(({ key }) => key);

  const variants = new LRUCache<string, RootVariant>(FEW);
  const without = (dropped: readonly string[]): RootVariant | undefined => {
    const left = selections.filter((each) => each.kind !== Kind.FIELD || !dropped.includes((each.alias ?? each.name).value));
    if (!left.length) return undefined;
    const name = dropped.join(' ');
    let variant = variants.get(name);
    if (!variant) {
      const text = fetchText(operation, left);
      variants.set(name, (variant = { ...text, fields: projectedFields(graph.schema, type, [text.asked]) }));
    }
    return variant;
  };
  return {
    kind: 'root', use: node.operationKind === OperationTypeNode.MUTATION ? 'mutation' : 'query', graph, path, operationName: node.operationName, keys, without,
  };
}
