import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, parse, separateOperations, visit } from 'graphql';
import type { Made } from './makeOperation.ts';

/**
 * The operation as the stock gateway is asked it: alone, with its conditions carried out. It has faults of its own in
 * both: it fetches for what a condition leaves out, forgets one condition below another, sends a mutation twice that
 * stands under a condition and without, and mistakes the variables of other operations' fragments for this one's.
 * @see https://spec.graphql.org/October2021/#sec-Type-System.Directives.Built-in-Directives
 */
export function plainly({ query, operationName, truths }: Pick<Made, 'query' | 'operationName' | 'truths'>): DocumentNode {
  const isFalse = ({ name, arguments: args = [] }: DirectiveNode): boolean => {
    const value = args[0]?.value;
    const truth = value?.kind === Kind.VARIABLE ? truths[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return truth === (name.value === 'skip');
  };
  const enter = ({ directives }: SelectionNode) => (directives?.some(isFalse) ? null : undefined);
  const carriedOut = visit(parse(query), {
    Field: enter,
    FragmentSpread: enter,
    InlineFragment: { enter, leave: ({ selectionSet }) => (selectionSet.selections.length ? undefined : null) },
    Directive: () => null,
    VariableDefinition: ({ variable }) => (variable.name.value in truths ? null : undefined),
  });
  const operations = separateOperations(carriedOut);
  return operations[operationName ?? ''] ?? Object.values(operations)[0]!;
}
