import { Kind, type SelectionSetNode } from 'graphql';
import type { Chosen } from './chooseOperation.ts';

/** How large an operation is: its fields, and each fragment's wherever it is used. Fragments must not contain themselves; validation has seen to that. */
export function countFields({ operation, fragments }: Chosen): number {
  const ofFragments = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = ofFragments.get(name) ?? countIn(fragments.get(name)!.selectionSet);
    ofFragments.set(name, known);
    return known;
  };
  const countIn = ({ selections }: SelectionSetNode): number => selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(selection.name.value);
    return sum + 1 + (selection.selectionSet ? countIn(selection.selectionSet) : 0);
  }, 0);
  return Math.max(1, countIn(operation.selectionSet));
}
