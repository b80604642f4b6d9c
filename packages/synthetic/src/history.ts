import type { Instant, Recipient } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';

/** What happened to a person's sharing. A step that is about an earlier one names it by its key. */
export type SharingAct =
  | { readonly kind: 'ASSIGNED'; readonly worker: string; readonly by: string; readonly purposes: readonly Purpose[]; readonly from: Instant; readonly reason: string }
  /** By the person, or by a second worker with a reason. */
  | { readonly kind: 'CONFIRMED'; readonly assigned: string; readonly secondWorker?: string }
  /** `lastDay` is the last day (YYYY-MM-DD) in Scotland. No sources mean any. */
  | { readonly kind: 'GRANTED'; readonly recipient: Recipient; readonly purpose: Purpose; readonly categories: readonly string[]; readonly sources: readonly string[]; readonly lastDay: string }
  | { readonly kind: 'WITHDRAWN'; readonly granted: string }
  /** Null for every purpose. No grant of the same history comes after a refusal. */
  | { readonly kind: 'REFUSED'; readonly recipient: Recipient; readonly purpose: Purpose | null; readonly categories: readonly string[] }
  | { readonly kind: 'EXCLUDED'; readonly recipient: Recipient }
  | { readonly kind: 'STOPPED' }
  | { readonly kind: 'RESUMED' }
  | { readonly kind: 'JOINED'; readonly household: string }
  | { readonly kind: 'LEFT' };

/** One step of a person's history with the ledger. */
export type SharingStep = SharingAct & {
  /** Once in the history. */
  readonly key: string;
  /** Milliseconds since 1970, never before the step before it. */
  readonly at: Instant;
};
