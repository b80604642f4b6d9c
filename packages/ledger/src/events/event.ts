import type { Recipient } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';

/** Who did something, as their token proved it: a worker's account, or the person's id in the ledger's audience. Never read from an input. */
export interface Actor {
  readonly kind: 'worker' | 'person';
  readonly id: string;
}

/** A grant as its event tells it: categories by name, times as ISO text in UTC, `to` exclusive. */
export interface GivenGrant {
  readonly id: string;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly categories: readonly string[];
  readonly sources: readonly string[];
  readonly from: string;
  readonly to: string;
  /** The law that it stands on. */
  readonly basis: 'CONSENT' | 'PUBLIC_TASK' | 'LEGAL_OBLIGATION' | 'VITAL_INTERESTS';
  /** What the person can do about it. */
  readonly control: 'CONSENT' | 'AGREEMENT' | 'TOLD';
  /** The grant that it goes on from, when it renews one. */
  readonly renews?: string;
  /** What the person was told before they agreed, word for word, and what they were shown to choose from. */
  readonly notice?: ShownNotice;
}

/** A notice as it was shown. */
export interface ShownNotice {
  readonly id: string;
  readonly language: string;
  readonly version: number;
  /** SHA-256 of its text, in hexadecimal. */
  readonly hash: string;
  /** The categories that stood there to be ticked. */
  readonly shown: readonly string[];
}

/** What a worker writes down when the person agreed in their presence. */
export interface Evidence {
  /** How the person said it. */
  readonly channel: 'IN_PERSON' | 'BY_PHONE' | 'ON_PAPER';
  /** What was said or read out, in the worker's words. */
  readonly words: string;
}

/** That somebody asks the person to share something, as its event tells it. */
export interface MadeRequest {
  readonly id: string;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly categories: readonly string[];
  /** Why, in words that the person reads. */
  readonly reason: string;
  /** From when on nobody waits for an answer any more. */
  readonly lapses: string;
}

/** A refusal as its event tells it. */
export interface StandingRefusal {
  readonly id: string;
  readonly recipient: Recipient;
  readonly purpose: Purpose | null;
  readonly categories: readonly string[];
}

/** What a new agreement does to what stood before: named, never inferred. */
export interface Supersession {
  /** Refusals that end. */
  readonly refusals: readonly string[];
  /** What of them stays refused. */
  readonly stillRefused: readonly StandingRefusal[];
  /** Older grants that a refusal had beaten and that must not come back with its end, and what of each goes on. */
  readonly narrowed: readonly { readonly grant: string; readonly instead: GivenGrant | null }[];
}

/** An assignment as its event tells it. */
export interface MadeAssignment {
  readonly id: string;
  readonly recipient: Recipient;
  readonly purposes: readonly Purpose[];
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  /** Six digits that the person reads out. */
  readonly code: string;
}

/** Everything that can happen to a person's sharing, and what the event says of it. */
export interface Bodies {
  /** `answers`: the request that it answers, and whether all of that was agreed to. */
  readonly GRANT_GIVEN: { readonly grant: GivenGrant; readonly supersedes: Supersession; readonly answers?: { readonly request: string; readonly wholly: boolean } };
  readonly REFUSED: { readonly refusal: StandingRefusal };
  readonly GRANT_WITHDRAWN: { readonly grant: string };
  /** Everything that was shared with a recipient, and whoever is part of it. */
  readonly WITHDRAWN_FROM: { readonly withdrawal: string; readonly recipient: Recipient; readonly grants: readonly string[] };
  readonly GRANT_PAUSED: { readonly grant: string };
  readonly GRANT_RESUMED: { readonly grant: string };
  /** The recipient gave it up. */
  readonly GRANT_RENOUNCED: { readonly grant: string };
  /** A worker says that the person agreed; the person has not said so yet. */
  readonly GRANT_RECORDED: { readonly grant: GivenGrant; readonly evidence: Evidence };
  /** The person says that they agreed to what was recorded. */
  readonly GRANT_CONFIRMED: { readonly grant: string; readonly supersedes: Supersession };
  /** "That's not right": the person never agreed to what was recorded. */
  readonly GRANT_INVALIDATED: { readonly grant: string };
  readonly SHARING_ASKED: { readonly request: MadeRequest };
  /** The person will answer later. */
  readonly REQUEST_PUT_OFF: { readonly request: string };
  /** The person says no, and it stands as a refusal. */
  readonly REQUEST_REFUSED: { readonly request: string; readonly refusal: StandingRefusal };
  /** Whoever asked does not ask any more. */
  readonly REQUEST_CANCELLED: { readonly request: string };
  /** `again`: a stop stood already, and goes on. */
  readonly SHARING_STOPPED: { readonly hold: string; readonly again: boolean };
  readonly SHARING_RESUMED: { readonly hold: string };
  readonly EXCLUDED: { readonly exclusion: string; readonly recipient: Recipient };
  readonly EXCLUSION_ENDED: { readonly exclusion: string };
  readonly WORKER_ASSIGNED: { readonly assignment: MadeAssignment };
  readonly ASSIGNMENT_CONFIRMED: { readonly assignment: string; readonly by: 'PERSON' | 'CODE' | 'SECOND_WORKER'; readonly reason: string | null };
  /** It ends before its last day, or was never confirmed. */
  readonly ASSIGNMENT_ENDED: { readonly assignment: string; readonly reason: string | null };
  /** Somebody tried a wrong code: how often it has happened to this assignment now. */
  readonly ASSIGNMENT_CODE_WRONG: { readonly assignment: string; readonly times: number; readonly closed: boolean };
  readonly HOUSEHOLD_JOINED: { readonly member: string; readonly household: string };
  /** The link ends; its row stays, with this event as its end. */
  readonly HOUSEHOLD_LEFT: { readonly member: string; readonly household: string };
}

/** One of the kinds. */
export type EventKind = keyof Bodies;

/** What happened, without when and by whom. */
export type Happening = { [K in EventKind]: { readonly kind: K; readonly body: Bodies[K] } }[EventKind];

/** One event of a person's history. */
export type SharingEvent = Happening & {
  readonly id: string;
  readonly person: string;
  /** From 1, without a gap. */
  readonly position: number;
  /** ISO text in UTC, to the millisecond. */
  readonly at: string;
  readonly actor: Actor;
  readonly key: string;
};

type Subjects = { readonly [K in EventKind]: (body: Bodies[K]) => string };

const SUBJECTS: Subjects = {
  GRANT_GIVEN: ({ grant }) => grant.id,
  REFUSED: ({ refusal }) => refusal.id,
  GRANT_WITHDRAWN: ({ grant }) => grant,
  WITHDRAWN_FROM: ({ withdrawal }) => withdrawal,
  GRANT_PAUSED: ({ grant }) => grant,
  GRANT_RESUMED: ({ grant }) => grant,
  GRANT_RENOUNCED: ({ grant }) => grant,
  GRANT_RECORDED: ({ grant }) => grant.id,
  GRANT_CONFIRMED: ({ grant }) => grant,
  GRANT_INVALIDATED: ({ grant }) => grant,
  SHARING_ASKED: ({ request }) => request.id,
  REQUEST_PUT_OFF: ({ request }) => request,
  REQUEST_REFUSED: ({ request }) => request,
  REQUEST_CANCELLED: ({ request }) => request,
  SHARING_STOPPED: ({ hold }) => hold,
  SHARING_RESUMED: ({ hold }) => hold,
  EXCLUDED: ({ exclusion }) => exclusion,
  EXCLUSION_ENDED: ({ exclusion }) => exclusion,
  WORKER_ASSIGNED: ({ assignment }) => assignment.id,
  ASSIGNMENT_CONFIRMED: ({ assignment }) => assignment,
  ASSIGNMENT_ENDED: ({ assignment }) => assignment,
  ASSIGNMENT_CODE_WRONG: ({ assignment }) => assignment,
  HOUSEHOLD_JOINED: ({ member }) => member,
  HOUSEHOLD_LEFT: ({ member }) => member,
};

/** The id of what an event is about: the grant, request, refusal, hold, exclusion, assignment or membership. */
export const subjectOf = <K extends EventKind>({ kind, body }: { readonly kind: K; readonly body: Bodies[K] }): string => SUBJECTS[kind](body);

/** The kinds of event. */
export const EVENT_KINDS = Object.keys(SUBJECTS) as readonly EventKind[];
