import type { IncomingMessage } from 'node:http';
import { thumbprint, verifyRequest, type PublicJwk } from '@thegither/identity';
import { HouseError } from '@thegither/vocabulary';
import type { Gateway } from './deps.ts';

/** Which of our gateways signed this very request. Throws DECISION_REFUSED when none of them did, or not just now, or for another body. */
export function gatewayOf({ method = '', url = '', headers }: IncomingMessage, body: Buffer, gateways: readonly PublicJwk[], now: number): Gateway {
  for (const jwk of gateways) {
    try {
      verifyRequest({ method, path: url, headers, body }, jwk, now);
      return { kid: thumbprint(jwk), jwk };
    } catch (cause) {
      // Not this one's signature; another gateway may have made it. Anything else is a fault of ours.
      if (!(cause instanceof HouseError) || cause.code !== 'DECISION_REFUSED') throw cause;
    }
  }
  throw new HouseError('DECISION_REFUSED', 'No gateway that may ask has signed this request.');
}
