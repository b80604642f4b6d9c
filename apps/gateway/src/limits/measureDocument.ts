import {
  Kind, getNamedType, isAbstractType, isInterfaceType, isObjectType, visit,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLNamedType, type GraphQLSchema, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import { holdTo, type Limits } from './limits.ts';

/** Everything that stands in one place of an answer: how often it is asked for, and what stands below. */
interface Place {
  times: number;
  /** Fragments that are used in it, however often each. */
  spreads: number;
  readonly isRoot: boolean;
  readonly below: Map<string, Place>;
}

const place = (isRoot = false): Place => ({ times: 0, spreads: 0, isRoot, below: new Map() });

/** The type about which decisions are made: each place where it stands is planned for by itself. */
const PERSON = 'Person';

/** What is counted on the way through a document. */
interface Count {
  fields: number;
  roots: number;
  people: number;
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
export function measureDocument(schema: GraphQLSchema, document: DocumentNode, limits: Limits): { readonly listItems: number } {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  const text = countText(document, limits);
  const walk = createWalk(schema, fragments, limits);
  for (const definition of document.definitions) if (definition.kind === Kind.OPERATION_DEFINITION) walk.through(definition.selectionSet, schema.getRootType(definition.operation) ?? undefined);
  // Validation goes through a fragment that nobody uses all the same.
  for (const [name, { selectionSet, typeCondition }] of fragments) if (!walk.used.has(name)) walk.through(selectionSet, schema.getType(typeCondition.name.value));
  return text;
}

/** What the schema says of a place: undefined where it knows nothing, which validation refuses. */
type Type = GraphQLNamedType | undefined;

function createWalk(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>, limits: Limits) {
  const count: Count = { fields: 0, roots: 0, people: 0, aliases: 0, comparisons: 0 };
  const used = new Set<string>();
  const open = new Set<string>();

  function selections(set: SelectionSetNode, type: Type, at: Place, depth: number): void {
    holdTo('depth', limits, depth);
    for (const selection of set.selections) {
      holdTo('fields', limits, ++count.fields);
      inside(selection, type, at, depth);
    }
  }

  function inside(selection: SelectionNode, type: Type, at: Place, depth: number): void {
    if (selection.kind === Kind.FIELD) field(selection, type, at, depth);
    else if (selection.kind === Kind.INLINE_FRAGMENT) selections(selection.selectionSet, named(selection.typeCondition?.name.value) ?? type, at, depth + 1);
    else spread(selection.name.value, at, depth);
  }

  function field(node: FieldNode, on: Type, at: Place, depth: number): void {
    if (node.alias) holdTo('aliases', limits, ++count.aliases);
    const type = typeOf(on, node.name.value);
    const below = enter((node.alias ?? node.name).value, type, at);
    // The one more is compared with each that was there.
    holdTo('comparisons', limits, (count.comparisons += below.times++));
    if (node.selectionSet) selections(node.selectionSet, type, below, depth + 1);
  }

  function enter(key: string, type: Type, at: Place): Place {
    const known = at.below.get(key);
    if (known) return known;
    if (at.isRoot) holdTo('roots', limits, ++count.roots);
    if (type && mayBeSomebody(schema, type)) holdTo('people', limits, ++count.people);
    const below = place();
    at.below.set(key, below);
    return below;
  }

  function spread(name: string, at: Place, depth: number): void {
    used.add(name);
    const fragment = fragments.get(name);
    // One that contains itself is refused by validation.
    if (!fragment || open.has(name)) return;
    // Validation compares them with each other too, whatever is in them.
    holdTo('comparisons', limits, (count.comparisons += at.spreads++));
    open.add(name);
    selections(fragment.selectionSet, named(fragment.typeCondition.name.value), at, depth + 1);
    open.delete(name);
  }

  const named = (name: string | undefined): Type => (name === undefined ? undefined : schema.getType(name));

  return { used, through: (set: SelectionSetNode, type: Type) => selections(set, type, place(true), 1) };
}

const typeOf = (on: Type, field: string): Type => {
  const definition = isObjectType(on) || isInterfaceType(on) ? on.getFields()[field] : undefined;
  return definition && getNamedType(definition.type);
};

const mayBeSomebody = (schema: GraphQLSchema, type: GraphQLNamedType): boolean =>
  (isAbstractType(type) ? schema.getPossibleTypes(type).some(({ name }) => name === PERSON) : type.name === PERSON);

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
