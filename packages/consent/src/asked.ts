import type { Purpose } from '@thegither/vocabulary';
import type { Asker, Instant } from './facts.ts';

/** Who asks, why and when: all of a question but the person it is about. */
export interface Asked {
  readonly asker: Asker;
  /** Undefined when none was given or it is not one of the list: to a worker nothing opens. A person needs none about themselves. */
  readonly purpose: Purpose | undefined;
  /** By the database's clock. */
  readonly at: Instant;
}
