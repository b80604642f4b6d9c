import type { ReceivedDecision } from './receivedDecision.ts';

/** What every resolver, rule and loader of a room gets: one object for each request, never used for two. */
export interface SubgraphContext {
  readonly decision: ReceivedDecision;
  /** When the question came in, in milliseconds since 1970: the clock of everything that answers it. */
  readonly now: number;
  /** The ids of rows that are kept from the people of this request, asked of the room's own tables once. */
  readonly restricted: () => Promise<ReadonlySet<string>>;
}
