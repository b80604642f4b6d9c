import type { SpineId } from '@thegither/vocabulary';
import { ask, reading } from '../fetch/ask.ts';
import { type Complaint, complaintsOf } from '../fetch/complaints.ts';
import { copyFields } from '../fetch/project.ts';
import { isObject } from '../fetch/reading.ts';
import type { RootFetch, RootVariant } from '../fetch/rootFetch.ts';
import type { SubgraphAnswer } from '../ports.ts';
import { eachAt, spineAt } from '../tree/eachAt.ts';
import { merge } from '../tree/merge.ts';
import { type Path, PersonObject, TreeObject } from '../tree/treeObject.ts';
import { refuseOthers } from './gate.ts';
import { type RunState, everybodyMet, isNameable } from './runState.ts';

/** Sends root fields to a subgraph, those apart that name somebody unknown, and puts the answer into the tree. */
export async function fetchRoot(state: RunState, fetch: RootFetch): Promise<void> {
  const parents: { entity: TreeObject; path: Path }[] = [];
  eachAt(state.root, fetch.path, undefined, (entity, path) => parents.push({ entity, path: [...path] }));
  const variant = fetch.without(fetch.path.length ? [] : fetch.keys.filter((key) => state.gate.closed.has(key)));
  if (!parents.length || !variant) return;

  const { answer, outage } = await ask(state, fetch, variant, { use: fetch.use, people: namedIn(state, fetch) });
  for (const { entity, path } of parents) {
    if (outage) {
      const [only, second] = variant.fields;
      state.troubles.at({ path: second || !only ? path : [...path, only.key], person: undefined }, outage, fetch.graph.subgraph);
    } else settle(state, fetch, variant, answer, entity, path);
  }
  if (!fetch.path.length) refuseOthers(state, fetch.keys, fetch.graph.subgraph);
  // Hops and the answer need them all decided: one question now. After a mutation it must wait for the other writes.
  if (fetch.use === 'query') state.waves.prepare(everybodyMet(state));
}

function namedIn(state: RunState, fetch: RootFetch): SpineId[] {
  if (fetch.path.length) return [];
  const fields = state.analysis.naming.filter(({ key }) => fetch.keys.includes(key));
  const named = fields.flatMap((field) => [...field.must(state.inputs), ...(field.each?.(state.inputs) ?? [])]);
  return [...new Set(named)].filter((person) => person !== null && isNameable(state, person)) as SpineId[];
}

function settle(state: RunState, fetch: RootFetch, variant: RootVariant, answer: SubgraphAnswer, entity: TreeObject, path: Path): void {
  const { subgraph } = fetch.graph;
  const complaints = complaintsOf(answer, variant.asked);
  const read = reading(state, subgraph);
  const data = answer.data;
  if (isObject(data)) {
    const part = new TreeObject();
    copyFields(variant.fields, data, part, read, 0);
    merge(entity, part);
  } else if (!complaints.length) state.troubles.at({ path, person: undefined }, 'SUBGRAPH_ERROR', subgraph);
  const wrong: Complaint[] = read.faults.map((at) => ({ code: 'SUBGRAPH_ERROR', path: at }));
  for (const complaint of [...complaints, ...wrong]) {
    const at = [...path, ...complaint.path];
    state.troubles.at({ path: at, person: personAbove(state.root, at) }, complaint.code, subgraph);
  }
}

/** The nearest person on the way to that place, as far as the tree reaches. */
function personAbove(root: TreeObject, path: Path): SpineId | undefined {
  let value: unknown = root;
  let person: SpineId | undefined;
  for (const step of path) {
    if (value instanceof TreeObject || Array.isArray(value)) value = (value as Record<string | number, unknown>)[step];
    else break;
    if (value instanceof PersonObject) person = spineAt(value);
  }
  return person;
}
