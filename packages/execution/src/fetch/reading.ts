import type { SpineId } from '@thegither/vocabulary';
import type { Path, PersonObject } from '../tree/treeObject.ts';
import type { Project } from './project.ts';

/** What goes along while one answer of a subgraph is projected. */
export interface Reading {
  /** Where in the answer we are; the first `depth` entries hold. */
  readonly at: (string | number)[];
  /** Where the answer was not what was asked; null stands there now. */
  readonly faults: Path[];
  /** Reads a person's id of the subgraph's audience; undefined for text that names nobody there. */
  open(id: unknown): SpineId | undefined;
  /** Notes a person as they were delivered, so that they can be put back to it. */
  met(person: PersonObject, delivered: unknown, project: Project): void;
}

/** Notes that something else than what was asked stands here. Gives the null that takes its place. */
export function fault(reading: Reading, depth: number): null {
  reading.faults.push(reading.at.slice(0, depth));
  return null;
}

/** Is it an object of JSON? */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
