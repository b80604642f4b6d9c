import { NOTHING } from '@thegither/consent';
import type { Run } from '@thegither/execution';
import { ERRORS, type SharingEntry } from '@thegither/vocabulary';
import type { GraphQLFormattedError } from 'graphql';
import type { SinceOf } from './changes/sinceOf.ts';
import type { Corridor } from './corridor.ts';
import type { Decisions } from './decide.ts';
import type { Released } from './release.ts';

/** What leaves the corridor. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
  /** Undefined when nobody was asked about. `since` for whoever asked for it. */
  readonly extensions?: { readonly sharing?: readonly SharingEntry[]; readonly since?: SinceOf };
  /** Until when the answer may be written, on the corridor's clock; undefined when it tells nothing personal. */
  readonly deadline?: number;
}

/** Makes the answer from what was fetched and released: every personal field is checked against the decision once more. */
export function shape(run: Run, decisions: Decisions, { deadline, withheld }: Released, { metrics }: Pick<Corridor, 'metrics'>, since?: SinceOf): Answer {
  const { data, errors, sharing } = run.answer();
  metrics.told(sharing);
  const said = [...errors];
  if (withheld) said.push({ message: ERRORS[withheld].meaning, extensions: { code: withheld } });
  // The same for everybody whom this caller asks about, so it tells nothing of anybody.
  if (decisions.words().NO_PURPOSE !== NOTHING && sharing.length > 0) said.push({ message: ERRORS.NO_PURPOSE.meaning, extensions: { code: 'NO_PURPOSE' } });
  const extensions = { ...(sharing.length > 0 && { sharing }), ...(since && { since }) };
  return { data, errors: said, ...(Object.keys(extensions).length > 0 ? { extensions } : {}), ...(deadline === undefined ? {} : { deadline }) };
}
