import { GraphQLError, parse } from 'graphql';
import { compose } from './compose.ts';
import { graphOf, type Graph } from './graph.ts';
import { readSupergraph } from './join.ts';
import { SUPERGRAPH } from './person.ts';
import { readDocument, type Reading } from './reading.ts';
import { breach, type Breach, type Refusal } from './refusal.ts';
import { retarget } from './retarget.ts';
import { RULES } from './rules/index.ts';
import type { SubgraphSource } from './source.ts';
import { GUARDED, split, torn, type Half } from './split.ts';
import { wholeOf } from './whole.ts';

/** What became of some schemas: everything that publication needs, and everything that stands against it. */
export interface Examination {
  readonly refusals: readonly Refusal[];
  readonly graph: Graph;
  readonly halves: readonly Half[];
  /** Undefined when the schemas do not compose. */
  readonly supergraphSdl: string | undefined;
}

const named = (rule: string, breaches: readonly Breach[]): Refusal[] => breaches.map((one) => ({ rule, ...one }));

function read(source: SubgraphSource): { reading?: Reading; breaches: Breach[] } {
  try {
    return { reading: readDocument(source.name, parse(source.sdl, { noLocation: true })), breaches: [] };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { breaches: [breach(source.name, 'schema', `It cannot be read: ${error.message}`, 'Write it in the schema language of GraphQL.')] };
  }
}

function nameBreaches(sources: readonly SubgraphSource[]): Breach[] {
  const count = (name: string) => sources.filter((source) => source.name === name).length;
  return sources.filter(({ name }) => name === SUPERGRAPH || name.endsWith(GUARDED) || !/^[a-z][a-z0-9-]*$/.test(name) || count(name) > 1)
    .map(({ name }) => breach(name, 'schema', 'A subgraph cannot be called this, or two are.', 'Use small letters, digits and hyphens, a name for each.'));
}

/** What the supergraph repeats of a subgraph is told once, where its author can mend it. */
function withoutEchoes(refusals: readonly Refusal[]): Refusal[] {
  const seen = new Set<string>();
  const toldBySubgraph = new Set(refusals.filter(({ where }) => where.subgraph !== SUPERGRAPH).map(({ rule, where }) => `${rule} ${where.coordinate}`));
  return refusals.filter((refusal) => {
    const { rule, where, why } = refusal;
    if (where.subgraph === SUPERGRAPH && toldBySubgraph.has(`${rule} ${where.coordinate}`)) return false;
    const line = JSON.stringify([rule, where.subgraph, where.coordinate, why]);
    return !seen.has(line) && seen.add(line) !== undefined;
  });
}

/**
 * Reads, splits and composes schemas and holds them against every rule: those of each owner and the supergraph that
 * they make. Never throws for what is in a schema; what is wrong with it is a refusal.
 */
export function examine(sources: readonly SubgraphSource[]): Examination {
  const ordered = sources.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const results = ordered.filter((source, at) => source.name !== ordered[at - 1]?.name).map(read);
  const readings = results.flatMap(({ reading }) => reading ?? []);
  const unread = named('read', [...nameBreaches(ordered), ...results.flatMap(({ breaches }) => breaches)]);
  const whole = wholeOf(readings);
  const halves = retarget(readings.flatMap((reading) => split(reading, whole)));
  const composition = compose(halves, (name) => ordered.find((source) => source.name === name)?.url ?? '');
  const graph = composition.supergraphSdl === undefined ? graphOf(readings, undefined, []) : graphOf(readings, readSupergraph(composition.supergraphSdl), composition.hints);
  const broken = RULES.flatMap((rule) => rule.check(graph));
  const isTorn = readings.some((reading) => torn(reading, whole).length > 0);
  // Halves that were torn apart do not compose, and the rule that says why has spoken; anything else is the schemas' own.
  const uncomposed = composition.supergraphSdl === undefined && !(isTorn && broken.length > 0) ? named('composed', composition.breaches) : [];
  return { refusals: withoutEchoes([...unread, ...broken, ...uncomposed]), graph, halves, supergraphSdl: composition.supergraphSdl };
}

/** Everything that stands against publishing these schemas together; an empty list when nothing does. */
export const check = (sources: readonly SubgraphSource[]): Refusal[] => [...examine(sources).refusals];
