import type { JWTPayload } from 'jose';
import { parsePersonId, type Caller } from '@thegither/vocabulary';
import { isAccountName } from './shapes.ts';

/**
 * Who an access token speaks for. Undefined when the claims are of another shape, when they are those of both kinds of
 * caller, and when the token is bound to a key whose proof we do not ask for.
 * @see RFC 9068 (access tokens), RFC 9449 section 7.1 (bound tokens are not bearer tokens)
 */
export function callerIn({ sub, agency, person, cnf }: JWTPayload): Caller | undefined {
  if (cnf !== undefined || (agency === undefined) === (person === undefined)) return undefined;
  if (person !== undefined) {
    const id = parsePersonId(person);
    return id && { kind: 'person', person: id };
  }
  return isAccountName(sub) && isAccountName(agency) ? { kind: 'worker', worker: sub, agency } : undefined;
}
