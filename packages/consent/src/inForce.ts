import type { Instant } from './facts.ts';

/** Is the instant within the window: from the first instant on, before the end (exclusive; null while there is none)? A date that is no number is never in force. */
export const isInForce = (window: { readonly from: Instant; readonly to: Instant | null }, at: Instant): boolean =>
  window.from <= at && (window.to === null || at < window.to);
