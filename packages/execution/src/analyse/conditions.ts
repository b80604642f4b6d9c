import { HouseError } from '@thegither/vocabulary';
import {
  type DirectiveNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode, visit,
} from 'graphql';
import type { Chosen } from './chooseOperation.ts';

const isCondition = (directive: DirectiveNode): boolean => directive.name.value === 'skip' || directive.name.value === 'include';

/** The variables that decide what of the operation is asked at all, in a fixed order. */
export function conditionVariables({ operation, fragments }: Chosen): readonly string[] {
  const names = new Set<string>();
  const Directive = (directive: DirectiveNode): void => {
    const value = directive.arguments?.[0]?.value;
    if (isCondition(directive) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
  };
  for (const definition of [operation, ...fragments.values()]) visit(definition, { Directive });
  return [...names].toSorted();
}

/** The values of those variables. Throws HouseError BAD_VARIABLES for an explicit null, which no condition takes. */
export function conditionValues(names: readonly string[], variables: Readonly<Record<string, unknown>>): readonly boolean[] {
  return names.map((name) => {
    const value = variables[name];
    if (typeof value !== 'boolean') throw new HouseError('BAD_VARIABLES');
    return value;
  });
}

/**
 * The operation with @skip and @include carried out, so that plans, fetch texts and shapes hold no conditions. A
 * selection set may come out empty: the field is then asked for and answered as {}.
 */
export function carryOutConditions({ operation, fragments }: Chosen, values: Readonly<Record<string, unknown>>): Chosen {
  const isAsked = (selection: SelectionNode): boolean => (selection.directives ?? []).every((directive) => {
    if (!isCondition(directive)) return true;
    const value = directive.arguments![0]!.value;
    const is = value.kind === Kind.VARIABLE ? values[value.name.value] : value.kind === Kind.BOOLEAN && value.value;
    return is === (directive.name.value === 'include');
  });
  const carriedOut = (set: SelectionSetNode): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections: set.selections.filter(isAsked).map(kept) });
  const kept = (selection: SelectionNode): SelectionNode => {
    const directives = selection.directives?.filter((directive) => !isCondition(directive));
    return selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet
      ? { ...selection, directives }
      : { ...selection, directives, selectionSet: carriedOut(selection.selectionSet) };
  };
  const resolved = <Definition extends OperationDefinitionNode | FragmentDefinitionNode>(definition: Definition): Definition =>
    ({ ...definition, selectionSet: carriedOut(definition.selectionSet) });
  return { operation: resolved(operation), fragments: new Map([...fragments].map(([name, fragment]) => [name, resolved(fragment)])) };
}
