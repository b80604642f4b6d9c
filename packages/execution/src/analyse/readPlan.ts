import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import { type EntityFetch, compileEntityFetch } from '../fetch/entityFetch.ts';
import { type RootFetch, compileRootFetch } from '../fetch/rootFetch.ts';
import type { Graphs } from '../graphs.ts';
import type { Policy } from '../policy.ts';

/** A plan, compiled: what is done one after another, what at once, and the fetches. */
export type Step =
  | { readonly kind: 'sequence'; readonly steps: readonly Step[] }
  | { readonly kind: 'parallel'; readonly steps: readonly Step[] }
  | RootFetch
  | EntityFetch;

/** Compiles a plan of Apollo's planner. Throws HouseError CONFIGURATION for what this executor does not do. */
export function readPlan(plan: QueryPlan, graphs: Graphs, policy: Policy): Step | undefined {
  return plan.node && readNode(plan.node, [], graphs, policy);
}

function readNode(node: PlanNode | SubscriptionNode, path: readonly string[], graphs: Graphs, policy: Policy): Step {
  switch (node.kind) {
    case 'Sequence': return { kind: 'sequence', steps: node.nodes.map((each) => readNode(each, path, graphs, policy)) };
    case 'Parallel': return { kind: 'parallel', steps: node.nodes.map((each) => readNode(each, path, graphs, policy)) };
    case 'Flatten': return readNode(node.node, [...path, ...node.path.map(String)], graphs, policy);
    case 'Fetch': return readFetch(node, path, graphs, policy);
    default: throw new HouseError('CONFIGURATION', `The plan has a step that this executor does not do: ${node.kind}.`);
  }
}

function readFetch(node: FetchNode, path: readonly string[], graphs: Graphs, policy: Policy): Step {
  if (node.contextRewrites?.length) throw new HouseError('CONFIGURATION', 'The plan takes values from context, which this executor does not do.');
  const graph = graphs.graphs.get(node.serviceName);
  if (!graph) throw new HouseError('CONFIGURATION', 'The plan asks a graph that nobody serves.');
  return node.requires ? compileEntityFetch(node, graph, path, graphs, policy) : compileRootFetch(node, graph, path, policy);
}

/** All fetches of a plan. */
export function fetchesIn(step: Step | undefined): (RootFetch | EntityFetch)[] {
  if (!step) return [];
  return step.kind === 'sequence' || step.kind === 'parallel' ? step.steps.flatMap(fetchesIn) : [step];
}
