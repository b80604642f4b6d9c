import { intersection } from '@thegither/consent';
import { HouseError, type SharingEntry, type SpineId } from '@thegither/vocabulary';
import type { GraphQLFormattedError } from 'graphql';
import type { Analysis } from '../analyse/analysis.ts';
import { everybodyIn, openInputs } from '../people/inputs.ts';
import { issueTo } from '../people/issueTo.ts';
import { NOBODY } from '../people/person.ts';
import { Supply } from '../people/supply.ts';
import { Waves } from '../people/waves.ts';
import type { Answer, Ports, Run, Touched } from '../ports.ts';
import type { Shaping } from '../shape/shape.ts';
import { createSharing } from '../shape/sharing.ts';
import { TreeObject } from '../tree/treeObject.ts';
import { putBack } from './putBack.ts';
import { type Gate, OPEN, closedPaths, isBehind, readGate } from './gate.ts';
import { readAlong } from './readAlong.ts';
import { type RunState, everybodyMet, isKnown, isNameable, sharedBy } from './runState.ts';
import { Troubles, formatted } from './troubles.ts';
import { writeInOrder } from './writeInOrder.ts';

/** Begins a run: people in the variables are read, and nothing is fetched yet. */
export function startRun(analysis: Analysis, variables: Readonly<Record<string, unknown>>, ports: Ports): Run {
  const root = new TreeObject();
  root.__typename = analysis.rootName;
  const state: RunState = {
    analysis, ports, root,
    inputs: openInputs(variables, analysis.literals, analysis.personVariables, ports.identifiers, ports.clientAudience),
    waves: new Waves(ports.decisions), supply: new Supply(), troubles: new Troubles(), deliveries: new Map(), gate: OPEN, sent: false, stopped: false,
  };
  let begun = false;
  return {
    fetch: async () => {
      if (begun) throw new HouseError('INTERNAL', 'A run is fetched once.');
      begun = true;
      await orStop(state, fetchAll(state));
    },
    isSent: () => state.sent,
    fetchAgain: async (people) => orStop(state, fetchAgain(state, people)),
    touched: () => touched(state),
    answer: () => answer(state),
  };
}

/** What is still under way beside a fetch that ended the run must send nothing more. */
async function orStop(state: RunState, fetching: Promise<void>): Promise<void> {
  try {
    await fetching;
  } catch (error) {
    state.stopped = true;
    throw error;
  }
}

async function fetchAll(state: RunState): Promise<void> {
  const { plan, kind } = state.analysis;
  await state.waves.decided(everybodyIn(state.inputs, state.analysis.personVariables));
  state.gate = gateNow(state);
  if (!plan) return;
  if (kind === 'mutation') {
    await writeInOrder(state);
    state.waves.expire();
  }
  await readAlong(state, plan, { reads: 'all' });
  await state.waves.decided(everybodyMet(state));
}

async function fetchAgain(state: RunState, people: ReadonlySet<SpineId>): Promise<void> {
  state.supply.forget(people);
  state.troubles.forget(people);
  putBack(state, people);
  if (state.analysis.plan) await readAlong(state, state.analysis.plan, { reads: 'again', within: people });
  await state.waves.decided(everybodyMet(state));
}

const gateNow = (state: RunState): Gate => readGate(state.analysis.naming, state.inputs, (person) => isNameable(state, person));

/** The gate as the answer is to show it: a mutation was sent or not, whatever changed since. */
const gateOf = (state: RunState): Gate => (state.analysis.kind === 'mutation' ? state.gate : gateNow(state));

function touched(state: RunState): Touched[] {
  const census = state.analysis.shape.census(state.root, gateOf(state));
  const found: Touched[] = [];
  for (const [person, { asked, listed }] of census) {
    if (!isKnown(state, person)) continue;
    const open = intersection(sharedBy(state, person), state.supply.delivered(person));
    found.push({ person, asked: asked.all, released: asked.shown(open), listed });
  }
  return found;
}

function answer(state: RunState): Answer {
  const { shape } = state.analysis;
  const gate = gateOf(state);
  const census = shape.census(state.root, gate);
  const shaping = shapingOf(state, census.keys());
  const sharingOf = createSharing(state.ports.words());
  const sharing: SharingEntry[] = [];
  for (const [person, { asked }] of census) {
    const decided = person === NOBODY ? undefined : state.ports.decisions.of(person);
    if (decided?.known) sharing.push(...sharingOf(shaping.issue(person), { asked: asked.all, granted: decided.granted, own: decided.own, missing: state.supply.missing(person) }));
  }
  return { data: shape.data(state.root, gate, state.inputs, shaping), errors: errorsOf(state, gate), sharing };
}

function shapingOf(state: RunState, people: Iterable<SpineId>): Shaping {
  return {
    shared: (person) => (isKnown(state, person) ? sharedBy(state, person) : undefined),
    issue: issueTo(state.ports.identifiers, state.ports.clientAudience, people),
  };
}

/** Nothing is told about a place below somebody who is not known now, nor where the gate stands in the way. */
function errorsOf(state: RunState, gate: Gate): GraphQLFormattedError[] {
  const unknown = closedPaths(gate).map((path) => formatted('UNKNOWN_PERSON', path));
  const troubles = state.troubles.told((place) => !isBehind(gate, place) && (place.person === undefined || isKnown(state, place.person)));
  return [...unknown, ...troubles].map((error) => inCallersKeys(state, error));
}

function inCallersKeys({ analysis }: RunState, error: GraphQLFormattedError): GraphQLFormattedError {
  return error.path ? { ...error, path: error.path.map((step) => (typeof step === 'string' ? analysis.answeredKey(step) : step)) } : error;
}
