import { createExecution, type Execution } from '@thegither/execution';
import { holdPublished, type Published } from '@thegither/supergraph';
import { createAdmission, type Admission } from './limits/admission.ts';
import type { Limits } from './limits/limits.ts';
import { createRecent, type Recent } from './recent.ts';
import type { Answer } from './shape.ts';

/** One supergraph, ready to be asked. A question is answered to its end by the one that it was validated against. */
export interface Served {
  readonly supergraphSdl: string;
  readonly execution: Execution;
  readonly admit: Admission;
  /** Answers about this schema that were given lately: they are the same for everybody. */
  readonly described: Recent<Answer>;
}

/** Letters of the answers about the schema that are kept. */
const DESCRIBED_LETTERS = 4 * 1024 * 1024;

/** Reads a supergraph and holds it against every rule that its text can break. Throws CONFIGURATION for one that must not or cannot be served. */
export function readServed(supergraph: Published, limits: Limits): Served {
  holdPublished(supergraph);
  const execution = createExecution(supergraph);
  return { supergraphSdl: supergraph.supergraphSdl, execution, admit: createAdmission(execution.schema, limits), described: createRecent(DESCRIBED_LETTERS) };
}
