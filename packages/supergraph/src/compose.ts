import { composeServices } from '@apollo/composition';
import type { Hint } from './graph.ts';
import { breach, type Breach } from './refusal.ts';
import type { Half } from './split.ts';
import { SUPERGRAPH } from './person.ts';

/** What came of composing: a supergraph with remarks, or the reasons why there is none. */
export type Composition =
  | { readonly supergraphSdl: string; readonly hints: readonly Hint[] }
  | { readonly supergraphSdl: undefined; readonly breaches: readonly Breach[] };

const codeOf = (code: unknown): string => (typeof code === 'string' ? code : 'composition');

/** Composes halves in this process: no schema leaves it. The order of the halves does not change the result. */
export function compose(halves: readonly Half[], urlOf: (subgraph: string) => string): Composition {
  const ordered = halves.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const { supergraphSdl, hints, errors } = composeServices(ordered.map((half) => ({ name: half.name, url: urlOf(half.subgraph), typeDefs: half.document })));
  if (errors) {
    const breaches = errors.map((error) => breach(SUPERGRAPH, codeOf(error.extensions['code']), error.message, 'Make the schemas fit each other, as federation asks.'));
    return { supergraphSdl: undefined, breaches };
  }
  return { supergraphSdl, hints: hints.map((hint) => ({ code: hint.definition.code, message: hint.message })) };
}
