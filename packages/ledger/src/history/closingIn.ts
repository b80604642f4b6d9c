import { closesAt, type Grant, type Instant } from '@thegither/consent';
import type { Actor } from '../events/event.ts';

/** Who ended a grant: what they are, never who. TIME: nobody did, and its time was over. */
export type EndedBy = 'PERSON' | 'REPRESENTATIVE' | 'WORKER' | 'TIME';

/** How a grant stands, since when it opens nothing any more and by whom; both are null while it can open something. */
export interface Closing {
  readonly state: Grant['state'] | 'EXPIRED';
  readonly endedAt: Instant | null;
  readonly endedBy: EndedBy | null;
}

const whoIs = ({ kind, authority }: Actor): EndedBy => (kind === 'worker' ? 'WORKER' : authority === undefined ? 'PERSON' : 'REPRESENTATIVE');

/** States that nothing leaves but the end. An end that is recorded while we read belongs to a later moment than the state. */
const OPEN: readonly Grant['state'][] = ['ACTIVE', 'PAUSED', 'RECORDED_UNCONFIRMED'];

/** Its time is over. But of what a worker recorded the person can say until its last day whether it is right, although it opens nothing after fourteen days. */
const hasRunOut = ({ state, to }: Grant, at: Instant): boolean => state !== 'RECORDED_UNCONFIRMED' || to <= at;

/**
 * How a grant stands at a moment. What was ended, was ended by its event; what nobody ended is over when it closes, and
 * no event says so. `ended`: the event that ended it.
 */
export function closingIn(grant: Grant, ended: { readonly at: Instant; readonly actor: Actor } | null, at: Instant): Closing {
  if (!OPEN.includes(grant.state)) return { state: grant.state, endedAt: ended?.at ?? null, endedBy: ended && whoIs(ended.actor) };
  const over = closesAt(grant);
  if (over > at) return { state: grant.state, endedAt: null, endedBy: null };
  return { state: hasRunOut(grant, at) ? 'EXPIRED' : grant.state, endedAt: over, endedBy: 'TIME' };
}
