import type { Actor, Evidence, ShownNotice } from '../events/event.ts';

/** What shows that the person agreed: what a worker wrote down, or the notice that they were shown; null where neither was said. */
export interface AgreedBy {
  /** The worker who wrote it down; null where the person agreed by themselves. */
  readonly capturedBy: string | null;
  readonly evidence: Evidence | null;
  readonly notice: ShownNotice | null;
}

/** Of the event that opened a row: its body's evidence, and the grant that it is about. */
export interface AgreedByRow {
  readonly actor: Actor;
  readonly granted: { readonly id: string; readonly notice?: ShownNotice } | null;
  readonly evidence: Evidence | null;
}

/** The SQL for it, of an event in the table `event`. */
export const AGREED_BY = `event.actor, event.body -> 'grant' AS granted, event.body -> 'evidence' AS evidence`;

/** What shows it of this grant. A grant that goes on from a part of another has no evidence of its own. */
export function evidenceIn(id: string, { actor, granted, evidence }: AgreedByRow): AgreedBy | null {
  if (granted?.id !== id || (evidence === null && granted.notice === undefined)) return null;
  return { capturedBy: evidence === null ? null : evidence.capturedBy ?? actor.id, evidence, notice: granted.notice ?? null };
}
