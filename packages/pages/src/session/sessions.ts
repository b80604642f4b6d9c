import { createHash, randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Session, SessionEnv } from './session.ts';
import type { SessionStore } from './sessionStore.ts';

/** What sessions are made with. */
export interface SessionsOptions {
  readonly store: SessionStore;
  /** Tells one app's cookie from another's on the same host. */
  readonly name: string;
  /** Over HTTPS: the cookie is then bound to this very host. */
  readonly secure: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How long a browser may be silent before it is forgotten. Its owner has to sign in again long before: see signIn. */
const KEPT_MS = 8 * 3_600_000;

const random = (): string => randomBytes(32).toString('base64url');
const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url');
const newSession = (): Session => ({ formToken: random(), reading: { easy: false, large: false } });

/**
 * Gives every request the session of its browser. What a request changed is put on what stands at its end, not on what
 * stood at its beginning, so that two windows do not undo each other; and a session that was ended meanwhile stays ended.
 * A row is written when something changed, so that somebody who only reads a public page leaves nothing behind.
 */
export function sessions({ store, name, secure, now }: SessionsOptions): MiddlewareHandler<SessionEnv> {
  const cookie = secure ? `__Host-${name}` : name;
  return async (c, next) => {
    const sent = getCookie(c, cookie);
    const found = sent === undefined ? undefined : await store.get(keyOf(sent));
    const first = found ?? newSession();
    let changes: Partial<Session> | undefined, isRenewed = false, isEnded = false;
    c.set('session', first);
    c.set('changeSession', (change, renewed) => {
      changes = { ...changes, ...change };
      c.set('session', { ...c.var.session, ...change });
      isRenewed ||= renewed !== undefined;
    });
    c.set('endSession', () => { isEnded = true; });

    await next();

    const old = found && sent;
    if (isEnded || (changes === undefined && !found)) {
      if (old !== undefined) await store.delete(keyOf(old));
      if (sent !== undefined) deleteCookie(c, cookie, { path: '/', secure });
      return;
    }
    const stands = old === undefined ? first : await store.get(keyOf(old));
    if (stands === undefined) return;
    if (old !== undefined && isRenewed) await store.delete(keyOf(old));
    const id = old === undefined || isRenewed ? random() : old;
    await store.set(keyOf(id), { ...stands, ...changes }, now() + KEPT_MS);
    if (id !== sent) setCookie(c, cookie, id, { path: '/', httpOnly: true, secure, sameSite: 'Lax' });
  };
}
