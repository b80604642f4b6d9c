import type { PersonId } from './personId.ts';
import type { FetchUse } from './claims.ts';

/**
 * What the gateway says to the decision service and hears from it: JSON by POST to /decide, /release and /marks, each request
 * signed by the gateway (RFC 9421). Person ids are those of the ledger's audience, "consent". Masks are hexadecimal
 * text over the register's bits. The access token travels along with a question about somebody's answer: the decision service reads the caller from it itself,
 * so that a broken gateway cannot speak for anybody who has not signed in.
 */
export interface DecideRequest {
  /** The gateway's id of the client's request (UUID): what a release is idempotent by. */
  readonly request: string;
  /** The client's access token. */
  readonly token: string;
  /** What the Purpose header said; null when there was none that is in the list. */
  readonly purpose: string | null;
  /** Is the operation a mutation? Then people may also be addressed by a pending assignment or a team lead. */
  readonly mutation: boolean;
  /** The people to decide about, each once; may be empty (then only the caller is checked). */
  readonly people: readonly PersonId[];
  /** The signed decisions that the gateway needs, one for each subgraph and use. */
  readonly sign: readonly SignFor[];
}

/** One signed decision that is wanted. */
export interface SignFor {
  readonly subgraph: string;
  readonly use: FetchUse;
  /** The categories that the fetches there need: only people who share one of them are put into a "joined" decision. Empty need ("0000000000000000") puts in everybody who is known. */
  readonly needs: string;
}

/** What the gateway may know about one person for this caller now. */
export interface DecidedPerson {
  readonly id: PersonId;
  /** May the caller read about this person at all? If not, the person is unknown to them. */
  readonly known: boolean;
  /** For a mutation: may it name this person in an argument? */
  readonly addressable: boolean;
  readonly granted: string;
  readonly own: string;
  /** The decision in 16 hexadecimal digits, sources included: the gateway hands it back at the release, so that a change which the masks do not show is seen there. */
  readonly fingerprint: string;
}

/** The caller's word for categories that no person's choice can open: the same for everybody. */
export interface CallerWords {
  readonly OUTSIDE_AGREEMENT: string;
  readonly ROLE_LIMIT: string;
  readonly NO_PURPOSE: string;
}

/** The answer to /decide. */
export interface DecideAnswer {
  /** Milliseconds since 1970 by the ledger's clock. */
  readonly at: number;
  readonly words: CallerWords;
  /** In the order asked. */
  readonly people: readonly DecidedPerson[];
  /** In the order of `sign`: SD-JWT. */
  readonly signed: readonly string[];
}

/** Asks of which people something may have changed: no caller's question, so there is no token with it. */
export interface MarksRequest {
  /** Each once. */
  readonly people: readonly PersonId[];
}

/** The answer to /marks. */
export interface MarksAnswer {
  /** In the order asked. A person's mark is another when an event about them was recorded, or something began or ended by the clock. */
  readonly marks: readonly string[];
}

/** What one person's part of the answer would tell. */
export interface ToRelease {
  readonly id: PersonId;
  /** The masks that the answer was made with. */
  readonly granted: string;
  readonly own: string;
  readonly known: boolean;
  /** As the decision gave it. */
  readonly fingerprint: string;
  /** The categories that the operation asked about this person. */
  readonly asked: string;
  /** The categories of `asked` that the answer shows, from any controller or the agency's own. */
  readonly released: string;
}

/** Asks for the disclosures to be committed: all of them or none. */
export interface ReleaseRequest {
  readonly request: string;
  readonly token: string;
  readonly purpose: string | null;
  readonly mutation: boolean;
  /** Which try this is, from 1: the same request and attempt is committed once. */
  readonly attempt: number;
  /** SHA-256 of the operation's text in hexadecimal, and its name. */
  readonly operation: { readonly hash: string; readonly name: string | null };
  /** LIST for a line of a list (a name and a stage), LOOK otherwise. */
  readonly kind: 'LIST' | 'LOOK';
  readonly people: readonly ToRelease[];
  /** As in DecideRequest: signed again for the people who changed. */
  readonly sign: readonly SignFor[];
}

/** RELEASED: the disclosures are committed. CHANGED: nothing was; here is what holds now for the people who changed. */
export type ReleaseAnswer =
  | { readonly status: 'RELEASED'; readonly at: number }
  | { readonly status: 'CHANGED'; readonly at: number; readonly words: CallerWords; readonly people: readonly DecidedPerson[]; readonly signed: readonly string[] };

/** The most people that are decided about, or released, in one request. */
export const MOST_PEOPLE = 1000;

/** The longest name of an operation that goes on the record, in letters. */
export const LONGEST_OPERATION_NAME = 200;

/** How long after the release was asked for an answer may still be written, and how long a withdrawal waits after its commit, in milliseconds. */
export const RELEASE_DEADLINE_MS = 250;
