import type { Recipient } from '@thegither/consent';
import type { AuthorityKind, Power, Purpose } from '@thegither/vocabulary';

/** Who did something, as their token proved it: a worker's account, or the person's id in the ledger's audience. Never read from an input. */
export interface Actor {
  readonly kind: 'worker' | 'person';
  readonly id: string;
  /** Of another person than the event is about: the authority by which they act. The ledger's own finding, and never a sender's word. */
  readonly authority?: string;
}

/** A grant as its event tells it: categories by name, times as ISO text in UTC, `to` exclusive. */
export interface GivenGrant {
  readonly id: string;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly categories: readonly string[];
  readonly sources: readonly string[];
  /** The first and the last day (YYYY-MM-DD) whose rows alone are shared; none for any. */
  readonly dataFrom?: string;
  readonly dataTo?: string;
  /** What may be done with it beside looking. */
  readonly mode?: 'COPY';
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
  /** How it was shown, where that was said. */
  readonly format?: Format;
}

/** How something was put before a person. */
export const FORMATS = ['SCREEN', 'PAPER', 'SPOKEN', 'EASY_READ'] as const;

/** One of them. */
export type Format = (typeof FORMATS)[number];

/** Who else may have been there when somebody agreed. */
export const WITNESSES = ['COLLEAGUE', 'SUPPORT_WORKER', 'ADVOCATE', 'INTERPRETER', 'FAMILY_OR_FRIEND'] as const;

/** One of them. */
export type Witness = (typeof WITNESSES)[number];

/** What a worker writes down when the person agreed in their presence. */
export interface Evidence {
  /** How the person said it. */
  readonly channel: 'IN_PERSON' | 'BY_PHONE' | 'ON_PAPER';
  /** What was said or read out, word for word. */
  readonly words: string;
  /** The worker's account: who the event's actor is. */
  readonly capturedBy?: string;
  /** Who else was there: what they are, never who. */
  readonly witness?: Witness;
  /** The categories that stood there to be ticked, and those that the person ticked. */
  readonly shown?: readonly string[];
  readonly ticked?: readonly string[];
  readonly language?: string;
  readonly format?: Format;
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
  /** Six digits that the person reads out; null for a worker who guessed too often. */
  readonly code: string | null;
}

/** A look that the person does not recognise, as its event tells it. */
export interface MadeChallenge {
  readonly id: string;
  /** The disclosure that names the line. */
  readonly disclosure: string;
  /** What it said when it was challenged; `worker` is null for a look of the person's own. */
  readonly look: { readonly worker: string | null; readonly agency: string | null; readonly purpose: string | null; readonly kind: string; readonly at: string };
  /** What the person says of it. */
  readonly words: string | null;
}

/** How a challenge may end: the look was as it should be, somebody erred, or it ought never to have been. */
export const CHALLENGE_OUTCOMES = ['EXPECTED', 'MISTAKE', 'MISUSE'] as const;

/** One of them. */
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];

/** Why the person is not shown a look for a time: it would tell of somebody else, or the law has it kept from them. */
export const SUPPRESSION_GROUNDS = ['THIRD_PARTY', 'COVERT_STATUTORY'] as const;

/** One of them. */
export type SuppressionGround = (typeof SUPPRESSION_GROUNDS)[number];

/** That looks are to be held back from a person for a time, as its event tells it. */
export interface ProposedSuppression {
  readonly id: string;
  /** The person from whom, for the event is none of theirs. */
  readonly about: string;
  /** Whose looks: a worker's or an agency's. */
  readonly recipient: Recipient;
  /** For which purposes; none for any. */
  readonly purposes: readonly Purpose[];
  readonly ground: SuppressionGround;
  /** Why, for whoever checks. */
  readonly reason: string;
  /** From when on everything is shown. */
  readonly until: string;
  /** The one that it goes on from. */
  readonly renews: string | null;
}

/** The ways by which a person can be reminded. NONE: by no way; it stands in My sharing and leaves the house never. */
export const REMINDER_WAYS = ['NONE', 'APP', 'TEXT', 'EMAIL', 'LETTER', 'THROUGH_WORKER'] as const;

/** One of them. */
export type ReminderWay = (typeof REMINDER_WAYS)[number];

/** What an agency can say of what it was told, once it is shared no more. */
export const ERASURE_OUTCOMES = ['ERASED', 'KEPT_BY_DUTY', 'NOTHING_KEPT'] as const;

/** One of them. */
export type ErasureOutcome = (typeof ERASURE_OUTCOMES)[number];

/** What a worker opens for themselves without the person's agreement, as its event tells it: times as ISO text in UTC, `to` exclusive. */
export interface MadeOpening {
  readonly id: string;
  readonly kind: 'BREAK_GLASS' | 'STATUTORY';
  readonly ground: 'SERIOUS_THREAT' | 'LEGAL_DUTY' | 'PERSON_CANNOT_ACT' | 'STATUTORY';
  /** The legal gateway; null in an emergency. */
  readonly gateway: string | null;
  readonly worker: string;
  /** Where the worker works: it opens to them there alone. */
  readonly agency: string;
  readonly categories: readonly string[];
  /** Why, in the worker's words: for whoever reviews it. */
  readonly reason: string;
  readonly from: string;
  readonly to: string;
  /** When a second person has to have reviewed it. */
  readonly reviewBy: string;
  /** Why the person is not to be told at once. */
  readonly delayReason: string | null;
  /** From when on the person is told. */
  readonly toldFrom: string;
}

/** What a second person says of an opening. */
export interface Review {
  readonly opening: string;
  readonly outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED';
  readonly reason: string;
  readonly by: string;
  /** When it ends by that; null where it goes on, or is over already. */
  readonly to: string | null;
  /** From when on the person is told now. */
  readonly toldFrom: string;
}

/** That somebody acts for the person, as its event tells it: categories by name, times as ISO text in UTC, `to` exclusive. */
export interface MadeAuthority {
  readonly id: string;
  /** Who acts, by their id in the ledger's audience. */
  readonly representative: string;
  readonly kind: AuthorityKind;
  readonly powers: readonly Power[];
  readonly categories: readonly string[];
  readonly from: string;
  readonly to: string | null;
  /** Why a worker recorded it, and which document they saw; null where the person appointed somebody. */
  readonly seen: { readonly reason: string; readonly document: string } | null;
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
  /** By which way the person wants to be reminded; `instead` of what was said before. */
  readonly CONTACT_CHOSEN: { readonly choice: string; readonly way: ReminderWay; readonly saidBy: 'PERSON' | 'WORKER'; readonly instead: readonly string[] };
  /** An agency has read that sharing with it ended. `ending`: the notice. */
  readonly ENDING_ACKNOWLEDGED: { readonly ending: string; readonly agency: string };
  /** An agency says what became of what it was told; `acknowledges`: it had not acknowledged the notice before. */
  readonly ERASURE_ATTESTED: { readonly ending: string; readonly agency: string; readonly outcome: ErasureOutcome; readonly duty: string | null; readonly acknowledges: boolean };
  /** In an emergency, without the person's agreement. */
  readonly GLASS_BROKEN: { readonly opening: MadeOpening };
  /** A law lets it be seen without the person's agreement. */
  readonly GATEWAY_USED: { readonly opening: MadeOpening };
  readonly OPENING_REVIEWED: Review;
  /** The person appoints somebody, which stands at once; or a worker writes down a document, which opens nothing yet. */
  readonly AUTHORITY_RECORDED: { readonly authority: MadeAuthority };
  /** By a second worker, with a reason. */
  readonly AUTHORITY_CONFIRMED: { readonly authority: string; readonly reason: string };
  /** It ends before its last day, or was never confirmed. */
  readonly AUTHORITY_ENDED: { readonly authority: string; readonly reason: string | null };
  readonly HOUSEHOLD_JOINED: { readonly member: string; readonly household: string };
  /** The link ends; its row stays, with this event as its end. */
  readonly HOUSEHOLD_LEFT: { readonly member: string; readonly household: string };
  /** "I don't recognise this." */
  readonly LOOK_CHALLENGED: { readonly challenge: MadeChallenge };
  /** Somebody who checks looks has looked into it. `words` are for the person. */
  readonly CHALLENGE_CLOSED: { readonly challenge: string; readonly outcome: ChallengeOutcome; readonly words: string };
  /** On a history beside the person's own, as the two below: see heldBackHistory.ts. It holds nothing back yet. */
  readonly SUPPRESSION_PROPOSED: { readonly suppression: ProposedSuppression };
  /** A second one agrees. `covers`: from when on looks are held back. */
  readonly SUPPRESSION_APPROVED: { readonly suppression: string; readonly covers: string };
  readonly SUPPRESSION_ENDED: { readonly suppression: string; readonly reason: string };
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
  CONTACT_CHOSEN: ({ choice }) => choice,
  ENDING_ACKNOWLEDGED: ({ ending }) => ending,
  ERASURE_ATTESTED: ({ ending }) => ending,
  GLASS_BROKEN: ({ opening }) => opening.id,
  GATEWAY_USED: ({ opening }) => opening.id,
  OPENING_REVIEWED: ({ opening }) => opening,
  AUTHORITY_RECORDED: ({ authority }) => authority.id,
  AUTHORITY_CONFIRMED: ({ authority }) => authority,
  AUTHORITY_ENDED: ({ authority }) => authority,
  HOUSEHOLD_JOINED: ({ member }) => member,
  HOUSEHOLD_LEFT: ({ member }) => member,
  LOOK_CHALLENGED: ({ challenge }) => challenge.id,
  CHALLENGE_CLOSED: ({ challenge }) => challenge,
  SUPPRESSION_PROPOSED: ({ suppression }) => suppression.id,
  SUPPRESSION_APPROVED: ({ suppression }) => suppression,
  SUPPRESSION_ENDED: ({ suppression }) => suppression,
};

/** The id of what an event is about: the grant, request, refusal, hold, exclusion, assignment or membership. */
export const subjectOf = <K extends EventKind>({ kind, body }: { readonly kind: K; readonly body: Bodies[K] }): string => SUBJECTS[kind](body);

/** The kinds of event. */
export const EVENT_KINDS = Object.keys(SUBJECTS) as readonly EventKind[];
