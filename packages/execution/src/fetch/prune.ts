import { type Mask, NOTHING, covers, union } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import {
  type FieldNode, type GraphQLCompositeType, type GraphQLSchema, Kind, type SelectionNode, type SelectionSetNode, getNamedType, isCompositeType,
  isInterfaceType, isUnionType,
} from 'graphql';
import { PERSON, mayBePerson } from '../people/person.ts';
import { type Policy, needsOf } from '../policy.ts';

/** What pruning reads. */
export interface Pruning {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });

/**
 * The selections that may be asked when `allowed` is shared. A field that needs more is left out, never asked for and
 * dropped later. A person further down is another person than the one `allowed` is about: nothing personal is asked there.
 */
export function prune(pruning: Pruning, set: SelectionSetNode, parent: GraphQLCompositeType, allowed: Mask): SelectionNode[] {
  return set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return pruneField(pruning, selection, parent, allowed);
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new HouseError('CONFIGURATION', 'A fetch of the plan spreads a fragment.');
    const type = compositeNamed(pruning.schema, selection.typeCondition?.name.value) ?? parent;
    const inside = prune(pruning, selection.selectionSet, type, below(parent, type, allowed));
    return inside.length ? [{ ...selection, selectionSet: setOf(inside) }] : [];
  });
}

const below = (parent: GraphQLCompositeType, type: GraphQLCompositeType, allowed: Mask): Mask =>
  type.name === PERSON && parent.name !== PERSON ? NOTHING : allowed;

function pruneField(pruning: Pruning, node: FieldNode, parent: GraphQLCompositeType, allowed: Mask): FieldNode[] {
  if (node.name.value === '__typename' || isUnionType(parent)) return [node];
  // An interface's own fields carry no category of what is behind it (CVE-2025-64173).
  if (isInterfaceType(parent) && mayBePerson(pruning.schema, parent)) return [];
  const field = parent.getFields()[node.name.value];
  if (!field) throw new HouseError('CONFIGURATION', `The plan asks a graph for a field that it does not have: ${parent.name}.${node.name.value}.`);
  if (!covers(allowed, needsOf(pruning.policy, parent.name, field, node))) return [];
  const type = getNamedType(field.type);
  if (!node.selectionSet || !isCompositeType(type)) return [node];
  const inside = prune(pruning, node.selectionSet, type, type.name === PERSON ? NOTHING : allowed);
  return [{ ...node, selectionSet: setOf(inside.length ? inside : [TYPENAME]) }];
}

/** Everything that a selection needs, of the person whom it is asked of. */
export function needsBelow(pruning: Pruning, set: SelectionSetNode, parent: GraphQLCompositeType): Mask {
  let mask = NOTHING;
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = compositeNamed(pruning.schema, selection.typeCondition?.name.value) ?? parent;
      if (type.name !== PERSON || parent.name === PERSON) mask = union(mask, needsBelow(pruning, selection.selectionSet, type));
    } else if (selection.kind === Kind.FIELD) mask = union(mask, fieldNeeds(pruning, selection, parent));
  }
  return mask;
}

/** Everything that one field and what is below it need. */
export function fieldNeeds(pruning: Pruning, node: FieldNode, parent: GraphQLCompositeType): Mask {
  const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
  if (!field) return NOTHING;
  const own = needsOf(pruning.policy, parent.name, field, node);
  const type = getNamedType(field.type);
  return node.selectionSet && isCompositeType(type) && type.name !== PERSON ? union(own, needsBelow(pruning, node.selectionSet, type)) : own;
}

/** The composite type of that name. */
export function compositeNamed(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}
