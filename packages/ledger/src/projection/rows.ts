/** Exactly one of the three is not null. */
export interface RecipientColumns {
  readonly recipientAgency: string | null;
  readonly recipientTeam: string | null;
  readonly recipientWorker: string | null;
}

interface Projected {
  readonly id: string;
  readonly person: string;
  readonly openedEvent: string;
  readonly endedEvent: string | null;
}

/** The rows that follow from events, column by column, as the tables hold them: masks as int8 text, times as ISO text. */
export interface ProjectionRows {
  readonly assignment: Projected & RecipientColumns & {
    readonly purposes: readonly string[];
    readonly accessFrom: string;
    readonly accessTo: string | null;
    readonly state: 'PENDING' | 'CONFIRMED';
    readonly assignedBy: string;
    readonly reason: string;
    readonly code: string | null;
    readonly wrongCodes: number;
    readonly confirmedEvent: string | null;
  };
  readonly sharing_grant: Projected & RecipientColumns & {
    readonly purpose: string;
    readonly categories: string;
    readonly sources: readonly string[];
    /** YYYY-MM-DD; null for any. */
    readonly dataFrom: string | null;
    readonly dataTo: string | null;
    readonly mode: 'VIEW' | 'COPY';
    readonly basis: string;
    readonly control: string;
    readonly accessFrom: string;
    readonly accessTo: string;
    readonly state: string;
    /** The grant that it goes on from; null for one of its own. */
    readonly renews: string | null;
  };
  readonly request: Projected & RecipientColumns & {
    readonly askedBy: string;
    readonly purpose: string;
    readonly categories: string;
    readonly reason: string;
    readonly lapsesAt: string;
    /** What of it the person agreed to; null while there is no yes. */
    readonly agreed: string | null;
    readonly state: 'ASKED' | 'PUT_OFF' | 'AGREED' | 'PART_AGREED' | 'REFUSED' | 'CANCELLED';
  };
  readonly refusal: Projected & RecipientColumns & { readonly purpose: string | null; readonly categories: string };
  readonly hold: Projected;
  readonly exclusion: Projected & RecipientColumns;
  readonly contact_choice: Projected & { readonly way: string; readonly saidBy: 'PERSON' | 'WORKER' };
  /** `id`: the notice. */
  readonly ending_reply: Projected & { readonly agency: string; readonly outcome: string | null; readonly duty: string | null };
  readonly opening: Projected & {
    readonly kind: 'BREAK_GLASS' | 'STATUTORY';
    readonly ground: string;
    readonly gateway: string | null;
    readonly worker: string;
    readonly agency: string;
    readonly categories: string;
    readonly reason: string;
    readonly accessFrom: string;
    readonly accessTo: string;
    readonly reviewBy: string;
    readonly delayReason: string | null;
    readonly toldFrom: string;
    readonly outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED' | null;
    readonly reviewReason: string | null;
    readonly reviewedBy: string | null;
    readonly reviewedEvent: string | null;
  };
  readonly authority: Projected & {
    readonly representative: string;
    readonly kind: string;
    readonly powers: readonly string[];
    readonly categories: string;
    readonly accessFrom: string;
    readonly accessTo: string | null;
    readonly state: 'PENDING' | 'CONFIRMED';
    /** The worker who recorded it, why, and what they saw; null where the person appointed somebody. */
    readonly recordedBy: string | null;
    readonly reason: string | null;
    readonly document: string | null;
    readonly confirmedEvent: string | null;
  };
  readonly household_member: Projected & { readonly household: string };
  readonly challenge: Projected & {
    readonly disclosure: string;
    /** What the look was. */
    readonly worker: string | null;
    readonly agency: string | null;
    readonly purpose: string | null;
    readonly kind: string;
    readonly lookedAt: string;
    readonly words: string | null;
    readonly state: 'OPEN' | 'CLOSED';
    readonly outcome: string | null;
    /** What the person is told of it. */
    readonly answer: string | null;
  };
  /** `person` is the history beside the person's own, and `about` the person. */
  readonly suppression: Projected & {
    readonly about: string;
    readonly recipientAgency: string | null;
    readonly recipientWorker: string | null;
    readonly purposes: readonly string[];
    readonly ground: string;
    readonly reason: string;
    readonly proposedBy: string;
    readonly approvedBy: string | null;
    readonly state: 'PROPOSED' | 'APPROVED';
    /** Looks from then on; null while nobody has approved it. */
    readonly coversFrom: string | null;
    readonly until: string;
    readonly renews: string | null;
  };
}

/** The tables that follow from events. */
export const PROJECTION_TABLES = [
  'contact_choice', 'ending_reply',
  'assignment', 'sharing_grant', 'request', 'refusal', 'hold', 'exclusion', 'opening', 'authority', 'household_member', 'challenge', 'suppression',
] as const satisfies readonly (keyof ProjectionRows)[];

/** One of them. */
export type ProjectionTable = keyof ProjectionRows;

/** What an event does to one row: adds it, or sets columns of it. Values are absolute, so that doing it twice changes nothing. */
export type Change = { [T in ProjectionTable]:
  | { readonly table: T; readonly add: ProjectionRows[T] }
  | { readonly table: T; readonly id: string; readonly set: Partial<ProjectionRows[T]> }
}[ProjectionTable];
