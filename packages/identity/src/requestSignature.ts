import { signatureBase } from './signatureBase.ts';

/** What a gateway's signature covers, in this order and nothing else. */
export const COVERED = '("@method" "@path" "content-digest")';

/** Says what the signature is for, so that a signature made for another protocol with the same key is not taken for it. @see RFC 9421 section 7.2.5 */
export const TAG = 'thegither';

// The path is covered and the query is not, so there must be none; neither may hold what could end a line of the base.
const METHOD = /^[A-Z]{1,16}$/;
const PATH = /^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;

/** A request as the signature sees it. */
export interface Covered {
  readonly method: string;
  readonly path: string;
  readonly digest: string;
  /** The signature's parameters, beginning with the covered components. */
  readonly params: string;
}

/** The text to sign; undefined for a method or path that cannot be covered, one with a query above all. */
export const baseOf = ({ method, path, digest, params }: Covered): string | undefined =>
  METHOD.test(method) && PATH.test(path)
    ? signatureBase([['@method', method], ['@path', path], ['content-digest', digest]], params)
    : undefined;
