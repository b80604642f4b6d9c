import type { Purpose } from '@thegither/vocabulary';
import type { Context } from 'hono';
import type { Since } from '../live/since.ts';

/** Who signed in, as the issuer says. */
export interface SignedIn {
  /** The issuer's name for the account. */
  readonly sub: string;
  /** What to call them on the page. */
  readonly name: string;
}

/** What the gateway is asked with. Never leaves the server. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A sign-in that is under way. */
export interface SigningIn {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where to go afterwards: a path of ours. */
  readonly returnTo: string;
}

/** What somebody typed into a form that could not be taken because they were signed out meanwhile. */
export interface KeptForm {
  /** Whose words they are: shown to nobody else. */
  readonly sub: string;
  readonly path: string;
  readonly fields: Fields;
}

/** The fields of a form: each name with everything that was sent for it. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** What the server keeps of one browser. The browser has a random id of it and nothing else. */
export interface Session {
  /** Stands in every form. */
  readonly formToken: string;
  readonly user?: SignedIn | undefined;
  readonly tokens?: Tokens | undefined;
  /** When the reader last did anything, in milliseconds since 1970. */
  readonly seenAt?: number | undefined;
  readonly signingIn?: SigningIn | undefined;
  readonly kept?: KeptForm | undefined;
  /** What is to be said once, on the next page. */
  readonly said?: string | undefined;
  /** What the reader did last that can be undone for a while, and until when, in milliseconds since 1970. */
  readonly undo?: { readonly what: string; readonly until: number } | undefined;
  /** Why the reader looks now, when they chose it. */
  readonly purpose?: Purpose | undefined;
  /** How the reader wants words and letters. */
  readonly reading: Reading;
}

/** How somebody reads. */
export interface Reading {
  readonly easy: boolean;
  readonly large: boolean;
}

/** The session of a request. A change of it is a new one in its place. */
export interface SessionEnv {
  Variables: {
    session: Session;
    /** What a form sent; of nothing for a page that is read. */
    fields: Fields;
    /** What came along with the answers of which the page is made. */
    since: Since;
    /** The next session; the browser gets another id when `renewed`, as after signing in. */
    changeSession: (change: Partial<Session>, renewed?: 'renewed') => void;
    /** Nothing is left of it, on the server neither. */
    endSession: () => void;
    /** What stands of it by now, for an answer that takes long; undefined when it was ended meanwhile. */
    sessionNow: () => Promise<Session | undefined>;
    /** Changes what stands now and not at the end of the request, with nobody else in between; undefined when it was ended meanwhile. */
    changeAtOnce: (change: (stands: Session) => Promise<Session>) => Promise<Session | undefined>;
  };
}

/** A request with its session. */
export type SessionContext = Context<SessionEnv>;
