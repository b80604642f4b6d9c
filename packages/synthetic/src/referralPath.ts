import type { ReferralStateStory, ReferralStepStory } from './story/referrals.ts';

/** How a referral came as far as it has: each state with its day. The provider sends it, the service does the rest. A reason stands with a refusal. */
export const referralPath = (...path: readonly (readonly [state: ReferralStateStory, on: string, because?: string])[]): ReferralStepStory[] =>
  path.map(([state, on, because]) => ({ state, on, by: state === 'DRAFT' || state === 'SENT' ? 'KEY_WORKER' : 'SERVICE', because: because ?? null, labels: [] }));
