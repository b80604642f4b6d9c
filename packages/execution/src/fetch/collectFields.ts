import { HouseError } from '@thegither/vocabulary';
import {
  type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLSchema, Kind, type SelectionSetNode,
  isAbstractType, isInterfaceType, isObjectType,
} from 'graphql';

/**
 * The type of something that stands in an answer: an object type, or an interface while a subgraph that stands in for
 * it (`@interfaceObject`) has not been asked what is behind it.
 */
export type StandingType = GraphQLObjectType | GraphQLInterfaceType;

/** The type of that name, if something of it can stand in an answer. */
export function standing(schema: GraphQLSchema, name: string): StandingType | undefined {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type : undefined;
}

/** Everything that can stand where that type is promised. */
export function standingIn(schema: GraphQLSchema, type: GraphQLCompositeType): readonly StandingType[] {
  if (isObjectType(type)) return [type];
  const possible = schema.getPossibleTypes(type);
  return isInterfaceType(type) ? [...possible, type, ...schema.getImplementations(type).interfaces] : possible;
}

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
  schema: GraphQLSchema, type: StandingType, sets: readonly SelectionSetNode[], fragments?: ReadonlyMap<string, FragmentDefinitionNode>,
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
export function applies(schema: GraphQLSchema, condition: string | undefined, type: StandingType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const on = schema.getType(condition);
  return isAbstractType(on) && schema.isSubType(on, type);
}

/** The selection sets below all uses of one response key. */
export const setsBelow = (collected: Collected): SelectionSetNode[] => collected.nodes.flatMap((node) => node.selectionSet ?? []);
