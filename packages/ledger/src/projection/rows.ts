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
  readonly household_member: Projected & { readonly household: string };
}

/** The tables that follow from events. */
export const PROJECTION_TABLES = ['assignment', 'sharing_grant', 'request', 'refusal', 'hold', 'exclusion', 'household_member'] as const satisfies readonly (keyof ProjectionRows)[];

/** One of them. */
export type ProjectionTable = keyof ProjectionRows;

/** What an event does to one row: adds it, or sets columns of it. Values are absolute, so that doing it twice changes nothing. */
export type Change = { [T in ProjectionTable]:
  | { readonly table: T; readonly add: ProjectionRows[T] }
  | { readonly table: T; readonly id: string; readonly set: Partial<ProjectionRows[T]> }
}[ProjectionTable];
