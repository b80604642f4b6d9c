import type { SessionContext } from '../session/session.ts';
import { fill } from '@thegither/words';
import { timeOf } from './moments.ts';

/** Says on the next page that something was done, and when: by the ledger's clock. */
export function done(c: SessionContext, text: string, at: string, to: string): Response {
  c.var.changeSession({ said: fill(text, { time: timeOf(at) }) });
  return c.redirect(to, 303);
}
