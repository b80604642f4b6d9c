import { covers, maskOf, overlaps, union, type Mask } from '@thegither/consent';
import type { Decided } from './decideAll.ts';

/** What one person's part of an answer was made with, and what it would tell. */
export interface Shown {
  readonly person: string;
  readonly known: boolean;
  readonly granted: Mask;
  readonly own: Mask;
  readonly fingerprint: string;
  /** The categories that the operation asked. */
  readonly asked: Mask;
  /** Those of them that the answer shows. */
  readonly released: Mask;
}

/**
 * Does what holds now cover what the answer was made with? The same standing, no category less, and nothing released
 * that is not open now, whatever the answer says it was made with. With another fingerprint the sources or days of rows may be
 * others: then no released category may be open for some rows alone.
 */
export function stillHolds(shown: Shown, now: Decided): boolean {
  const { granted, own, limits } = now.decision;
  if (shown.known !== now.known || !covers(granted, shown.granted) || !covers(own, shown.own)) return false;
  if (!covers(now.known ? union(granted, own) : maskOf(), shown.released)) return false;
  return shown.fingerprint === now.fingerprint || !overlaps(maskOf(...limits.keys()), shown.released);
}
