import { HouseError } from '@thegither/vocabulary';

/** The access token in an Authorization header that has been verified before. Throws UNAUTHENTICATED when there is none. */
export function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw new HouseError('UNAUTHENTICATED');
  return token;
}
