import { HouseError } from '@thegither/vocabulary';
import {
  type FieldNode, type FragmentDefinitionNode, type GraphQLObjectType, type GraphQLSchema, Kind, type SelectionSetNode, isAbstractType,
} from 'graphql';

/** All uses of one response key on one object type. */
export interface Collected {
  readonly key: string;
  readonly nodes: FieldNode[];
}

/**
 * The response keys that selection sets ask of an object type, in order, fragments entered where they apply.
 * @see https://spec.graphql.org/October2021/#CollectFields()
 */
export function collectFields(
  schema: GraphQLSchema, type: GraphQLObjectType, sets: readonly SelectionSetNode[], fragments?: ReadonlyMap<string, FragmentDefinitionNode>,
): Collected[] {
  const fields = new Map<string, Collected>();
  const entered = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const collected = fields.get(key);
        if (collected) collected.nodes.push(selection);
        else fields.set(key, { key, nodes: [selection] });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(schema, selection.typeCondition?.name.value, type)) collect(selection.selectionSet);
      } else if (!entered.has(selection.name.value)) {
        entered.add(selection.name.value);
        const fragment = fragments?.get(selection.name.value);
        if (!fragment) throw new HouseError('BAD_OPERATION', 'The operation spreads a fragment that it does not define.');
        if (applies(schema, fragment.typeCondition.name.value, type)) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return [...fields.values()];
}

/** Does a fragment on that type apply to objects of this one? */
export function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const on = schema.getType(condition);
  return isAbstractType(on) && schema.isSubType(on, type);
}

/** The selection sets below all uses of one response key. */
export const setsBelow = (collected: Collected): SelectionSetNode[] => collected.nodes.flatMap((node) => node.selectionSet ?? []);
