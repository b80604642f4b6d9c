import { type Mask, union } from '@thegither/consent';
import type { FieldNode, GraphQLField } from 'graphql';

/** What the supergraph says is personal, by type and field. */
export interface Policy {
  /** The categories that a field needs, all of them: its own, its enclosing object's and its return type's. */
  needs(type: string, field: string): Mask;
  /** The categories that an argument of the field tells about. */
  argumentNeeds(type: string, field: string): (argument: string) => Mask;
}

/**
 * What this use of a field needs. An argument that is left out but has a default filters or sorts just the same, so
 * it counts as given.
 */
export function needsOf(policy: Policy, type: string, field: GraphQLField<unknown, unknown>, node: FieldNode): Mask {
  let mask = policy.needs(type, field.name);
  const telling = policy.argumentNeeds(type, field.name);
  for (const argument of field.args) {
    const given = argument.defaultValue !== undefined || node.arguments?.some((each) => each.name.value === argument.name);
    if (given) mask = union(mask, telling(argument.name));
  }
  return mask;
}
