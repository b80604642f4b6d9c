import { type FetchUse, HouseError, type SpineId, parsePersonId } from '@thegither/vocabulary';
import { issueInputs } from '../people/inputs.ts';
import { NOBODY } from '../people/person.ts';
import { type RunState, isNameable } from '../run/runState.ts';
import type { SubgraphAnswer } from '../ports.ts';
import type { FetchText } from './fetchText.ts';
import type { EntityFetch } from './entityFetch.ts';
import type { Reading } from './reading.ts';
import type { RootFetch } from './rootFetch.ts';

/** What is asked of a subgraph, beyond the text. */
export interface Question {
  readonly use: FetchUse;
  readonly people: readonly SpineId[];
  readonly representations?: readonly unknown[];
}

/** What came of asking: an answer, or the reason why there is none. */
export type Outcome =
  | { readonly answer: SubgraphAnswer; readonly outage?: undefined }
  | { readonly answer?: undefined; readonly outage: 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_ERROR' };

/** Sends one question, with every id in the subgraph's own audience. Only a subgraph's failure is an outcome; all else ends the run. */
export async function ask(state: RunState, fetch: RootFetch | EntityFetch, text: FetchText, question: Question): Promise<Outcome> {
  const { subgraph, url } = fetch.graph;
  const { identifiers, transport } = state.ports;
  const issue = (person: SpineId) => identifiers.issue(subgraph, isNameable(state, person) ? person : NOBODY);
  const variables = issueInputs(state.inputs, text.used, state.analysis.personVariables, issue);
  if (question.representations) variables.representations = question.representations;
  try {
    const answer = await transport({
      subgraph, url, use: question.use, query: text.query, variables, operationName: fetch.operationName, people: question.people,
    });
    return { answer };
  } catch (error) {
    if (error instanceof HouseError && (error.code === 'SUBGRAPH_UNAVAILABLE' || error.code === 'SUBGRAPH_ERROR')) return { outage: error.code };
    throw error;
  }
}

/** Begins to read an answer of that subgraph. */
export function reading(state: RunState, subgraph: string): Reading {
  return {
    at: [],
    faults: [],
    open: (text) => {
      const id = parsePersonId(text);
      return id && state.ports.identifiers.open(subgraph, id);
    },
    met: (person, raw, project) => void state.deliveries.set(person, { raw, project, subgraph }),
  };
}
