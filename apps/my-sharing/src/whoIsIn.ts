import type { Reader, SessionContext } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { WhoIsInDocument } from './generated/operations.ts';

/** The id of whoever is signed in: every change says whom it is about. Throws UNAUTHENTICATED when the gateway knows nobody by this token. */
export async function whoIsIn(c: SessionContext, ask: Reader['ask']): Promise<string> {
  const { data } = await ask(c, WhoIsInDocument, {});
  if (!data.me) throw new HouseError('UNAUTHENTICATED');
  return data.me.id;
}
