import { HouseError } from '@thegither/vocabulary';
import { z } from 'zod';
import { bearerToken } from './bearerToken.ts';

/** The operations that a client may ask, by its client id: SHA-256 of each text, in hexadecimal. A client that is not here may ask whatever its caller may. */
export type TrustedDocuments = ReadonlyMap<string, ReadonlySet<string>>;

const WRITTEN = z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{64}$/)));

/** Reads them from JSON: client id to the list of hashes. Throws CONFIGURATION: an app of which nothing can be read must not be let ask everything. */
export function readTrustedDocuments(text: string): TrustedDocuments {
  const read = WRITTEN.safeParse(parsed(text));
  if (!read.success) throw new HouseError('CONFIGURATION', 'TRUSTED_DOCUMENTS is not JSON of client ids and their lists of SHA-256.');
  return new Map(Object.entries(read.data).map(([client, hashes]) => [client, new Set(hashes)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Refused as what it is not.
  }
}

/**
 * Takes from a client that registered its operations no other, so that a page of ours that is made to ask something else
 * asks nothing. `authorization` was verified before; `hash` is of the operation's text.
 * @throws HouseError BAD_OPERATION
 * @see RFC 9068 section 2.2 (`client_id`)
 */
export function onlyRegistered(trusted: TrustedDocuments, authorization: string | undefined, hash: string): void {
  if (trusted.size === 0) return;
  const operations = trusted.get(clientIn(bearerToken(authorization)));
  if (operations && !operations.has(hash)) throw new HouseError('BAD_OPERATION', 'This client asks the operations that it registered, and no other.');
}

/** The client to which a token was given; none when it does not say. */
function clientIn(token: string): string {
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return typeof payload === 'object' && payload !== null && 'client_id' in payload && typeof payload.client_id === 'string' ? payload.client_id : '';
}
