import type { AgencyId } from '../agencies.ts';

/** A record: some agency is responsible for it. */
export interface Held {
  readonly controller: AgencyId;
}

/** Free text. Whoever reads it learns of the categories in `labels` too, so it is shown only where all of them are shared. */
export interface Labelled {
  /** Names of categories; empty when the text tells nothing beyond its own. */
  readonly labels: readonly string[];
}
