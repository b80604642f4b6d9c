import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { holdTo, type Limits } from './limits.ts';

/** Everything that stands in one place of an answer: how often it is asked for, and what stands below. */
interface Place {
  times: number;
  readonly below: Map<string, Place>;
}

const place = (): Place => ({ times: 0, below: new Map() });

/** What is counted on the way through a document. */
interface Count {
  fields: number;
  aliases: number;
  comparisons: number;
}

/**
 * Walks through a document with every fragment written out where it is used, as the planner and validation will, and
 * stops at the first limit that it is over. So a few lines that unfold into millions cost as little as any other, and
 * neither the name of a fragment nor that of a field keeps anything from being counted: rules that count a fragment once,
 * leave introspection or `__typename` out, or count only what one operation reaches are passed by through just that.
 * Answers how many items stand in the lists of its text. Throws BAD_REQUEST.
 * @see GHSA-q2f9-x4p4-7xmh and GHSA-224p-v68g-5g8f
 */
export function measureDocument(document: DocumentNode, limits: Limits): { readonly listItems: number } {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  const text = countText(document, limits);
  const walk = createWalk(fragments, limits);
  for (const definition of document.definitions) if (definition.kind === Kind.OPERATION_DEFINITION) walk.through(definition.selectionSet);
  // Validation goes through a fragment that nobody uses all the same.
  for (const [name, { selectionSet }] of fragments) if (!walk.used.has(name)) walk.through(selectionSet);
  return text;
}

function createWalk(fragments: ReadonlyMap<string, FragmentDefinitionNode>, limits: Limits) {
  const count: Count = { fields: 0, aliases: 0, comparisons: 0 };
  const used = new Set<string>();
  const open = new Set<string>();

  function selections(set: SelectionSetNode, at: Place, depth: number): void {
    holdTo('depth', limits, depth);
    for (const selection of set.selections) {
      holdTo('fields', limits, ++count.fields);
      inside(selection, at, depth);
    }
  }

  function inside(selection: SelectionNode, at: Place, depth: number): void {
    if (selection.kind === Kind.FIELD) field(selection.alias?.value ?? selection.name.value, selection, at, depth);
    else if (selection.kind === Kind.INLINE_FRAGMENT) selections(selection.selectionSet, at, depth + 1);
    else spread(selection.name.value, at, depth);
  }

  function field(key: string, { alias, selectionSet }: { alias?: unknown; selectionSet?: SelectionSetNode | undefined }, at: Place, depth: number): void {
    if (alias) holdTo('aliases', limits, ++count.aliases);
    const below = at.below.get(key) ?? place();
    at.below.set(key, below);
    // The one more is compared with each that was there.
    holdTo('comparisons', limits, (count.comparisons += below.times++));
    if (selectionSet) selections(selectionSet, below, depth + 1);
  }

  function spread(name: string, at: Place, depth: number): void {
    used.add(name);
    const fragment = fragments.get(name);
    // One that contains itself is refused by validation.
    if (!fragment || open.has(name)) return;
    open.add(name);
    selections(fragment.selectionSet, at, depth + 1);
    open.delete(name);
  }

  return { used, through: (set: SelectionSetNode) => selections(set, place(), 1) };
}

/** What is counted as it is written, in whatever place of the document. */
function countText(document: DocumentNode, limits: Limits): { listItems: number } {
  let directives = 0, listItems = 0, depth = 0;
  const enter = () => holdTo('depth', limits, ++depth);
  const leave = () => void --depth;
  visit(document, {
    Directive: () => holdTo('directives', limits, ++directives),
    ListValue: { enter: ({ values }) => { enter(); holdTo('listItems', limits, (listItems += values.length)); }, leave },
    ObjectValue: { enter, leave },
  });
  return { listItems };
}
