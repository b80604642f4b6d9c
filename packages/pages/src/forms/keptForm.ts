import type { Fields, SessionContext } from '../session/session.ts';

/** Keeps what somebody sent while they were signed out already, until they are back. */
export function keepForm(c: SessionContext): void {
  const { user } = c.var.session;
  if (user) c.var.changeSession({ kept: { sub: user.sub, path: c.req.path, fields: c.var.fields } });
}

/** What the reader had typed on this very page before they had to sign in again: once, and then it is forgotten. */
export function takeKept(c: SessionContext): Fields | undefined {
  const { kept, user } = c.var.session;
  if (kept === undefined || kept.path !== c.req.path || kept.sub !== user?.sub) return undefined;
  c.var.changeSession({ kept: undefined });
  return kept.fields;
}
