import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode, SubscriptionNode } from '@apollo/query-planner';
import { Kind, OperationTypeNode, type SelectionNode, parse, visit } from 'graphql';
import type { Made } from './generate/makeOperation.ts';
import type { Answered } from './stock.ts';

/** One compared operation: how it was made, how the stock gateway planned it, and what came of it. */
export interface Compared {
  readonly made: Made;
  readonly plan: QueryPlan;
  readonly answered: Answered;
}

/** What the schemas of a supergraph say of their fields. */
interface Facts {
  /** Fields that require others. */
  readonly computed: ReadonlySet<string>;
  /** Fields that a subgraph only refers to: it is asked for one only where it provides it. */
  readonly external: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Seen extends Compared {
  readonly fetches: readonly FetchNode[];
  readonly facts: Facts;
}

/** What a supergraph is there for, and how it shows in an operation that was compared. */
const SIGHTS = {
  'hops': ({ fetches }: Seen) => fetches.some(({ requires }) => requires),
  'keys of several fields': ({ fetches }: Seen) => fetches.some((fetch) => keysOf(fetch).some(({ names }) => names.length > 1)),
  'several keys of one type': ({ fetches }: Seen) => {
    const keys = fetches.flatMap(keysOf);
    return keys.some(({ type, names }) => keys.some((other) => other.type === type && !other.names.some((name) => names.includes(name))));
  },
  'nested keys': ({ fetches }: Seen) => fetches.some(hasNestedNames),
  'required fields': ({ fetches, facts }: Seen) => fetches.some((fetch) => asks(fetch).some((name) => facts.computed.has(name))),
  'required fields that require others': ({ fetches, facts }: Seen) => fetches.some((fetch) => keysOf(fetch).some(({ names }) => names.some((name) => facts.computed.has(name)))),
  'nested required fields': ({ fetches, facts }: Seen) => fetches.some((fetch) => hasNestedNames(fetch) && asks(fetch).some((name) => facts.computed.has(name))),
  'provided fields': ({ fetches, facts }: Seen) => fetches.some((fetch) => asks(fetch).some((name) => facts.external.get(fetch.serviceName)?.has(name))),
  'types told apart in a hop': ({ fetches }: Seen) => fetches.some((fetch) => new Set(keysOf(fetch).map(({ type }) => type)).size > 1),
  'renamed answers': ({ fetches }: Seen) => fetches.some(({ outputRewrites }) => outputRewrites?.length),
  'answers renamed below the top': ({ fetches }: Seen) => fetches.some(({ outputRewrites = [] }) => outputRewrites.some(({ path }) => path.filter((step) => !step.startsWith('... on ')).length > 1)),
  'entities sent by an interface\'s name': ({ fetches }: Seen) => fetches.some(({ inputRewrites }) => inputRewrites?.length),
  'what is behind an interface is asked': ({ fetches }: Seen) => fetches.some(({ operation, inputRewrites }) => inputRewrites?.length && /\.\.\.on \w+\{__typename/.test(operation)),
  'mutations of several subgraphs in order': ({ fetches, answered }: Seen) => answered.writes.length > 1 && new Set(fetches.flatMap(({ operationKind, serviceName }) => (operationKind === OperationTypeNode.MUTATION ? serviceName : []))).size > 1,
  'fragments in fragments': ({ made }: Seen) => made.fragmentDepth > 1,
  'fragments on interfaces and unions': ({ made }: Seen) => made.abstractFragments > 0,
  'fields left out by a condition': ({ made }: Seen) => made.isCut,
  'several operations in a document': ({ made }: Seen) => made.operations > 1,
  'errors inside a list': ({ answered }: Seen) => answered.paths.some((path) => path?.some((step) => typeof step === 'number')),
} as const;

/** The name of something that the operations on a supergraph must show. */
export type Sight = keyof typeof SIGHTS;

/** Counts in how many of the compared operations each sight showed. */
export interface Watch {
  readonly counts: ReadonlyMap<Sight, number>;
  see(compared: Compared): void;
}

/** Begins to watch the operations on a supergraph of those subgraphs. */
export function watch(subgraphs: Readonly<Record<string, string>>): Watch {
  const facts = factsOf(subgraphs);
  const counts = new Map<Sight, number>(Object.keys(SIGHTS).map((name) => [name as Sight, 0]));
  return {
    counts,
    see: (compared) => {
      const seen: Seen = { ...compared, fetches: fetchesOf(compared.plan.node), facts };
      for (const [name, count] of counts) if (SIGHTS[name](seen)) counts.set(name, count + 1);
    },
  };
}

function factsOf(subgraphs: Readonly<Record<string, string>>): Facts {
  const computed = new Set<string>();
  const external = new Map<string, Set<string>>();
  for (const [subgraph, sdl] of Object.entries(subgraphs)) {
    const names = new Set<string>();
    external.set(subgraph, names);
    visit(parse(sdl), {
      FieldDefinition({ name, directives = [] }) {
        if (directives.some((each) => each.name.value === 'requires')) computed.add(name.value);
        if (directives.some((each) => each.name.value === 'external')) names.add(name.value);
      },
    });
  }
  return { computed, external };
}

function fetchesOf(node: PlanNode | SubscriptionNode | undefined): FetchNode[] {
  switch (node?.kind) {
    case 'Sequence': case 'Parallel': return node.nodes.flatMap(fetchesOf);
    case 'Flatten': return fetchesOf(node.node);
    case 'Condition': return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    case 'Fetch': return [node];
    default: return [];
  }
}

/** The top-level fields of what a hop sends, by type. */
function keysOf({ requires = [] }: FetchNode): { type: string; names: string[] }[] {
  return requires.flatMap((selection) => (selection.kind === 'InlineFragment' && selection.typeCondition
    ? [{ type: selection.typeCondition, names: selection.selections.flatMap((each) => (each.kind === 'Field' && each.name !== '__typename' ? each.name : [])) }]
    : [])).filter(({ names }) => names.length);
}

const hasNestedNames = ({ requires = [] }: FetchNode): boolean => requires.some((selection) => (selection.selections ?? []).some((each: QueryPlanSelectionNode) => each.kind === 'Field' && each.selections));

/** The names of all fields that a fetch asks for. */
function asks({ operation }: FetchNode): string[] {
  const names: string[] = [];
  const enter = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) enter(selection.selectionSet?.selections ?? []);
    }
  };
  for (const definition of parse(operation).definitions) if ('selectionSet' in definition) enter(definition.selectionSet.selections);
  return names;
}
