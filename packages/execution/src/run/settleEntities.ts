import type { SpineId } from '@thegither/vocabulary';
import { reading } from '../fetch/ask.ts';
import { type Complaint, complaintsOf } from '../fetch/complaints.ts';
import type { EntityType } from '../fetch/entityFetch.ts';
import { copyFields } from '../fetch/project.ts';
import { type Reading, fault, isObject } from '../fetch/reading.ts';
import { withoutSent } from '../fetch/withoutSent.ts';
import { PERSON_KEY } from '../people/person.ts';
import type { Supply } from '../people/supply.ts';
import type { SubgraphAnswer } from '../ports.ts';
import { merge } from '../tree/merge.ts';
import { TreeObject } from '../tree/treeObject.ts';
import type { Group } from './fetchEntities.ts';
import type { RunState } from './runState.ts';
import { type Wanted, placesOf } from './wanted.ts';

/** Puts a hop's answer into the tree, entity by entity, and notes what came, what did not and what went wrong. */
export function settleEntities(state: RunState, group: Group, answer: SubgraphAnswer): void {
  const { fetch, variant, wanted } = group;
  const complaints = complaintsOf(answer, variant.asked);
  const entities = isObject(answer.data) ? answer.data._entities : undefined;
  if (!Array.isArray(entities) || entities.length !== wanted.length) return settleNothing(state, group, complaints);

  const read = reading(state, fetch.graph.subgraph);
  const parts = wanted.map((each, i) => {
    read.at[0] = '_entities';
    read.at[1] = i;
    return entities[i] === null ? null : projectEntity(each, variant.typed(each.typename)!, entities[i], read);
  });
  const troubles = [...complaints, ...read.faults.map((path): Complaint => ({ code: 'SUBGRAPH_ERROR', path }))];
  for (const [i, each] of wanted.entries()) {
    const part = parts[i]!;
    if (each.person) account(state.supply, each.person, variant.typed(each.typename)!, part, aboutOne(troubles, i));
    if (part) for (const entity of each.entities) merge(entity, part);
  }
  if (troubles.length) report(state, group, troubles);
}

/** Reads one entity: it must be the very one that was asked about. */
function projectEntity(wanted: Wanted, type: EntityType, raw: unknown, read: Reading): TreeObject | null {
  const answer = isObject(raw) ? type.answered(raw.__typename) : undefined;
  if (!isObject(raw) || !answer) return fault(read, 2);
  if (wanted.person && raw[PERSON_KEY] !== wanted.representation[PERSON_KEY] && read.open(raw[PERSON_KEY]) !== wanted.person) return fault(read, 2);
  const part = new TreeObject();
  if (answer.is) part.__typename = answer.is;
  copyFields(answer.fields, raw, part, read, 2);
  if (answer.adds) withoutSent(part, wanted.representation);
  return part;
}

/** What went wrong that may be about the i-th entity: a trouble without a place may be about any. */
const aboutOne = (troubles: readonly Complaint[], i: number): readonly Complaint[] =>
  troubles.length ? troubles.filter(({ path }) => typeof path[1] !== 'number' || path[1] === i) : troubles;

/** Notes for which categories the subgraph answered about a person: a null without a trouble is an answer, one with a trouble is none. */
function account(supply: Supply, person: SpineId, type: EntityType, part: TreeObject | null, troubles: readonly Complaint[]): void {
  if (!troubles.length) return supply.deliver(person, type.allNeeds);
  const fails = (key: string): boolean => troubles.some(({ path }) => path.length < 3 || path[2] === key);
  for (const [key, needs] of type.needs) {
    if ((part?.[key] ?? null) === null && fails(key)) supply.miss(person, needs);
    else supply.deliver(person, needs);
  }
}

/** There is no answer that could be read: everything that was asked is missing. */
function settleNothing(state: RunState, group: Group, complaints: readonly Complaint[]): void {
  for (const { person } of group.wanted) if (person) state.supply.miss(person, group.variant.needs);
  report(state, group, complaints.length ? complaints : [{ code: 'SUBGRAPH_ERROR', path: [] }]);
}

/** Puts each trouble at the places where its entity stands; one without an entity once, for the whole fetch. */
function report(state: RunState, { fetch, wanted, within }: Group, troubles: readonly Complaint[]): void {
  const places = placesOf(state, fetch, wanted, within);
  const { subgraph } = fetch.graph;
  for (const { code, path: [, i, ...rest] } of troubles) {
    const one = typeof i === 'number' ? wanted[i] : undefined;
    if (!one) state.troubles.outage(fetch, [...places.values()].flat(), code, subgraph);
    else for (const { path, person } of places.get(one)!) state.troubles.at({ path: [...path, ...rest], person }, code, subgraph);
  }
}
