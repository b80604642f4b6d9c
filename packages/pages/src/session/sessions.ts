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

/** Gives every request the session of its browser. A row is written when something changed, so that somebody who only reads a public page leaves nothing behind. */
export function sessions({ store, name, secure, now }: SessionsOptions): MiddlewareHandler<SessionEnv> {
  const cookie = secure ? `__Host-${name}` : name;
  return async (c, next) => {
    const sent = getCookie(c, cookie);
    const found = sent === undefined ? undefined : await store.get(keyOf(sent));
    const first = found ?? newSession();
    let id = found && sent, ended = false;
    c.set('session', first);
    c.set('changeSession', (change, renewed) => {
      c.set('session', { ...c.var.session, ...change });
      if (renewed) ended = true;
    });
    c.set('endSession', () => {
      c.set('session', first);
      ended = true;
    });

    await next();

    if (ended && id !== undefined) {
      await store.delete(keyOf(id));
      id = undefined;
    }
    const last = c.var.session;
    if (last === first && (ended || !found)) {
      if (sent !== undefined) deleteCookie(c, cookie, { path: '/', secure });
      return;
    }
    id ??= random();
    await store.set(keyOf(id), last, now() + KEPT_MS);
    if (id !== sent) setCookie(c, cookie, id, { path: '/', httpOnly: true, secure, sameSite: 'Lax' });
  };
}
