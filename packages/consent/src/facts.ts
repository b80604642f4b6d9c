import type { AuthorityKind, Power, Purpose, Role } from '@thegither/vocabulary';
import type { Mask } from './mask.ts';

/** Milliseconds since 1970 by the database's clock. Time is always an argument here. */
export type Instant = number;

/** Exactly one named agency, team or worker. */
export type Recipient =
  | { readonly kind: 'agency'; readonly agency: string }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'worker'; readonly worker: string };

/** A worker as the ledger knows them now. */
export interface Worker {
  readonly worker: string;
  readonly agency: string;
  readonly team: string | null;
  readonly roles: readonly Role[];
}

/**
 * What stands about the caller whatever the person: read once for each decision.
 * `agreed`: the categories that the sharing agreements in force let this agency receive.
 * `holds`: the categories of which this agency is a controller in some subgraph.
 */
export type Asker =
  | { readonly kind: 'worker'; readonly worker: Worker; readonly agreed: Mask; readonly holds: Mask }
  | { readonly kind: 'person'; readonly person: string };

/** A worker or a team supports this person. Opens nothing unless confirmed and within its dates. */
export interface Assignment {
  readonly id: string;
  readonly recipient: Recipient;
  /** The team, now, of the worker or team that is assigned: its lead may reassign. */
  readonly team: string | null;
  readonly purposes: readonly Purpose[];
  readonly from: Instant;
  /** Exclusive end; null while it has none. */
  readonly to: Instant | null;
  readonly confirmed: boolean;
}

/** A grant as the projection gives it; its state at an instant follows from `state` and the dates. */
export interface Grant {
  readonly id: string;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly categories: Mask;
  /** Controllers whose rows alone are shared; empty means any. */
  readonly sources: readonly string[];
  /** The first and the last day (YYYY-MM-DD) whose rows alone are shared; none means any. */
  readonly dataFrom?: string | null;
  readonly dataTo?: string | null;
  /** What may be done with it: it decides nothing. */
  readonly mode?: 'VIEW' | 'COPY';
  readonly from: Instant;
  /** Exclusive end. */
  readonly to: Instant;
  /** When somebody was first told something by it; read for one meeting alone. */
  readonly usedAt?: Instant | null;
  readonly state: 'RECORDED_UNCONFIRMED' | 'ACTIVE' | 'PAUSED' | 'WITHDRAWN' | 'SUPERSEDED' | 'RENOUNCED' | 'INVALIDATED';
}

/** A standing "no" to a recipient for some categories, until a later grant names it as superseded. */
export interface Refusal {
  readonly id: string;
  readonly recipient: Recipient;
  /** null: whatever the purpose. */
  readonly purpose: Purpose | null;
  readonly categories: Mask;
}

/** This worker, team or agency may not see the person at all. */
export interface Exclusion {
  readonly id: string;
  readonly recipient: Recipient;
}

/**
 * What a worker opened for themselves without the person's agreement: by breaking the glass in an emergency, or by a law.
 * It opens to this worker alone, while they work for this agency.
 */
export interface Opening {
  readonly id: string;
  readonly reason: 'BREAK_GLASS' | 'STATUTORY';
  readonly worker: string;
  readonly agency: string;
  readonly categories: Mask;
  readonly from: Instant;
  /** Exclusive end. */
  readonly to: Instant;
  /** From when on the person is told of it; until then only whoever oversees knows. It decides nothing. */
  readonly toldFrom: Instant;
}

/** Somebody acts for the person. Opens nothing unless confirmed and within its dates. */
export interface Authority {
  readonly id: string;
  /** Who acts, by their id in the ledger's audience. */
  readonly representative: string;
  readonly kind: AuthorityKind;
  readonly powers: readonly Power[];
  /** What it covers. */
  readonly categories: Mask;
  readonly from: Instant;
  /** Exclusive end; null while it has none. */
  readonly to: Instant | null;
  readonly confirmed: boolean;
}

/** Everything in the ledger that a decision about one person can depend on, read in one statement. */
export interface PersonFacts {
  /** The person's id in the ledger's audience. */
  readonly person: string;
  readonly assignments: readonly Assignment[];
  readonly exclusions: readonly Exclusion[];
  /** Id of the standing "stop all sharing", if there is one. */
  readonly hold: string | null;
  readonly refusals: readonly Refusal[];
  readonly grants: readonly Grant[];
  readonly authorities: readonly Authority[];
  readonly openings: readonly Opening[];
  /** Was a row found that cannot be read (unknown purpose, mask, state)? Then everything is withheld. */
  readonly unreadable: boolean;
}
