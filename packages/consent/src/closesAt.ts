import type { Grant, Instant } from './facts.ts';

/** How long what a worker recorded opens anything before the person has confirmed it, in milliseconds. */
const UNCONFIRMED_MS = 14 * 24 * 60 * 60 * 1000;

/** How long one meeting is: from the first look by a grant for it, in milliseconds. */
const ONE_MEETING_MS = 2 * 60 * 60 * 1000;

/** When a grant closes if nobody does anything: at its end, or before it fourteen days after it was recorded and not confirmed, or two hours after the first look for one meeting. */
export function closesAt({ to, from, state, purpose, usedAt }: Grant): Instant {
  const unconfirmed = state === 'RECORDED_UNCONFIRMED' ? from + UNCONFIRMED_MS : to;
  const used = purpose === 'ONE_MEETING' && usedAt !== undefined && usedAt !== null ? usedAt + ONE_MEETING_MS : to;
  return Math.min(to, unconfirmed, used);
}
