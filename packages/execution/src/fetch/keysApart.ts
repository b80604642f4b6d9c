import type { FetchNode } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import {
  type FieldNode, type GraphQLCompositeType, type GraphQLOutputType, type GraphQLSchema, Kind, type OperationDefinitionNode, type SelectionSetNode, getNamedType,
  isLeafType, isListType, isNonNullType, isUnionType,
} from 'graphql';
import { compositeNamed } from './prune.ts';

/*
 * One question may not mean two kinds of value by one response key: the length of a film, which always has one, and that
 * of a song, which may have none. The planner runs into this where it asks each type behind an interface for itself.
 * The second kind then gets a key that is made up, and what is answered under it stands in the tree under the first.
 */

// The planner's own aliases end so; no key in the tree does (treeKeys.ts).
const MADE_UP = /__alias_\d+$/;

/** Does a key end as those do that are made up to keep fields apart? */
export const isMadeUp = (key: string): boolean => MADE_UP.test(key);

/** The tree's key for one that may be made up. */
export const inTree = (key: string): string => key.replace(MADE_UP, '');

/** The tree's key for what a field of a question answers. */
export const treeKey = ({ alias, name }: FieldNode): string => (alias ? inTree(alias.value) : name.value);

/**
 * Gives the fields of a fetch that the planner kept apart keys of our own: below a field to which it gave one itself, it
 * forgets the others. Throws HouseError CONFIGURATION for any other rewrite of an answer.
 */
export function keptApart(schema: GraphQLSchema, { outputRewrites = [] }: Pick<FetchNode, 'outputRewrites'>, operation: OperationDefinitionNode): OperationDefinitionNode {
  for (const rewrite of outputRewrites) {
    const key = rewrite.path.at(-1) ?? '';
    if (!('renameKeyTo' in rewrite) || !isMadeUp(key) || rewrite.renameKeyTo !== inTree(key)) {
      throw new HouseError('CONFIGURATION', 'The plan rewrites an answer in a way that this executor does not do.');
    }
  }
  const type = schema.getRootType(operation.operation);
  if (!outputRewrites.length || !type) return operation;
  const keys = new Map<FieldNode, string>();
  keepApart(schema, [{ set: operation.selectionSet, type }], keys);
  return { ...operation, selectionSet: withKeys(operation.selectionSet, keys) };
}

/** Fields that are answered together: those of one selection set, and of the fragments in it. */
interface Together {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** One kind of value that one key is to mean. */
interface Kinds {
  readonly nodes: FieldNode[];
  readonly below: Together[];
}

function keepApart(schema: GraphQLSchema, together: readonly Together[], keys: Map<FieldNode, string>): void {
  const byKey = new Map<string, Map<string, Kinds>>();
  for (const { set, type } of together) collect(schema, set, type, byKey);
  for (const [key, kinds] of byKey) {
    for (const [i, { nodes, below }] of [...kinds.values()].entries()) {
      for (const node of nodes) keys.set(node, i === 0 ? key : `${key}__alias_${i - 1}`);
      if (below.length) keepApart(schema, below, keys);
    }
  }
}

function collect(schema: GraphQLSchema, set: SelectionSetNode, type: GraphQLCompositeType, byKey: Map<string, Map<string, Kinds>>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) collect(schema, selection.selectionSet, compositeNamed(schema, selection.typeCondition?.name.value) ?? type, byKey);
    if (selection.kind !== Kind.FIELD) continue;
    const key = treeKey(selection);
    const returns = isUnionType(type) ? undefined : type.getFields()[selection.name.value]?.type;
    const kind = returns ? kindOf(returns) : selection.name.value;
    const kinds = byKey.get(key) ?? new Map<string, Kinds>();
    byKey.set(key, kinds);
    const found = kinds.get(kind) ?? { nodes: [], below: [] };
    kinds.set(kind, found);
    found.nodes.push(selection);
    const below = returns && compositeNamed(schema, getNamedType(returns).name);
    if (selection.selectionSet && below) found.below.push({ set: selection.selectionSet, type: below });
  }
}

/**
 * Two types of one kind may be answered under one key.
 * @see https://spec.graphql.org/October2021/#SameResponseShape()
 */
function kindOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${kindOf(type.ofType)}!`;
  if (isListType(type)) return `[${kindOf(type.ofType)}]`;
  return isLeafType(type) ? type.name : '{}';
}

function withKeys(set: SelectionSetNode, keys: ReadonlyMap<FieldNode, string>): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      const below = selection.selectionSet && withKeys(selection.selectionSet, keys);
      if (selection.kind === Kind.INLINE_FRAGMENT) return { ...selection, selectionSet: below! };
      const key = keys.get(selection)!;
      return { ...selection, alias: key === selection.name.value ? undefined : { kind: Kind.NAME, value: key }, selectionSet: below };
    }),
  };
}
