import type { Purpose } from './purposes.ts';
import type { Role } from './roles.ts';

/** Why a subgraph is asked: a root field of a query, a root field of a mutation, or entities joined by their key. */
export type FetchUse = 'query' | 'mutation' | 'joined';

/**
 * What one person shares with this caller, as a subgraph reads it: masks as hexadecimal text, bit i being `legend[i]`.
 * `granted`: rows of any controller, or of those in `sources` alone where the category is named there.
 * `own`: only rows whose controller is the caller's agency.
 * `dated`: further rows, of some days. It only adds, so that whoever passes it over shows less and never more.
 */
export interface ClaimedPerson {
  readonly granted: string;
  readonly own: string;
  /** Category name -> the controllers whose rows the grants name; absent means any controller. */
  readonly sources?: Readonly<Record<string, readonly string[]>>;
  /** Category name -> the rows that are shared by their day: a row is shared when one of the list has it. */
  readonly dated?: Readonly<Record<string, readonly ClaimedDays[]>>;
  /** In a decision for a mutation: the caller supports the person now, by a confirmed assignment. It opens nothing. */
  readonly supported?: true;
  /**
   * In a decision for a mutation, of somebody whom the caller supports: of the categories that this subgraph holds, those of
   * which the caller may see anything of this person now. It opens nothing: who sees nothing of it may have nothing to write.
   */
  readonly sees?: string;
}

/** Rows of some days: calendar days, YYYY-MM-DD, both inclusive; one of the two at least. */
export interface ClaimedDays {
  readonly from?: string;
  readonly to?: string;
  /** The controllers whose rows of these days alone are shared; absent means any. */
  readonly sources?: readonly string[];
}

/** Who asked, as a subgraph may know it. A person caller's own id is in this audience's identifiers. */
export type ClaimedCaller =
  | { readonly kind: 'worker'; readonly worker: string; readonly agency: string; readonly team?: string; readonly roles: readonly Role[] }
  | { readonly kind: 'person'; readonly person: string };

/**
 * The claims of a signed decision: an SD-JWT (EdDSA, typ "decision+sd-jwt") that the decision service makes for one
 * subgraph, one request and one use. docs/claims.md is the page for partners, with test vectors.
 * @see RFC 7519 (JWT), RFC 9901 (SD-JWT), RFC 7800 (`cnf`, proof of possession)
 */
export interface DecisionClaims {
  readonly iss: string;
  /** The subgraph's name. */
  readonly aud: string;
  /** Seconds since 1970 by the ledger's clock. */
  readonly iat: number;
  readonly exp: number;
  /** Unique; a subgraph accepts it once when `use` is "mutation". */
  readonly jti: string;
  /** Thumbprint (RFC 7638, SHA-256) and public key of the gateway that must sign the HTTP request. */
  readonly cnf: { readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string } };
  readonly use: FetchUse;
  readonly caller: ClaimedCaller;
  readonly purpose: Purpose | null;
  /** Category names; position i is bit i of every mask below. */
  readonly legend: readonly string[];
  /** The caller's word for a category whatever the person: masks as hexadecimal text. */
  readonly words: { readonly OUTSIDE_AGREEMENT: string; readonly ROLE_LIMIT: string; readonly NO_PURPOSE: string };
  /** Person id of this audience -> masks. Somebody who is not here is an unknown person. A root fetch carries empty masks. */
  readonly people: Readonly<Record<string, ClaimedPerson>>;
}
