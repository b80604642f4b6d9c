import type { PersonId } from './personId.ts';

/** A worker who signed in. Team and roles come from the ledger, never from the token, so that a change there takes effect at once. */
export interface WorkerCaller {
  readonly kind: 'worker';
  /** The worker's account, for example "isla". */
  readonly worker: string;
  /** The agency that the token names; the ledger must agree. It fixes the audience of every PersonId that this caller sees. */
  readonly agency: string;
}

/** The person themselves. */
export interface PersonCaller {
  readonly kind: 'person';
  /** Their id in the audience "person": what the issuer's token carries. */
  readonly person: PersonId;
}

/** Who asks, as the token proves it. */
export type Caller = WorkerCaller | PersonCaller;

/** The identifier audience of what this caller sees: each agency its own, and people another. */
export const audienceOf = (caller: Caller): string => (caller.kind === 'worker' ? `agency:${caller.agency}` : 'person');
