import { createHash, randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { nothingSince } from '../live/since.ts';
import { askedByPage } from './askedByPage.ts';
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

/** The same of a browser in which nobody has signed in. */
const KNOCKING_MS = 3_600_000;

const random = (): string => randomBytes(32).toString('base64url');
const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url');
const newSession = (): Session => ({ formToken: random(), reading: { easy: false, large: false } });

/**
 * Gives every request the session of its browser. What a request changed is put on what stands at its end, not on what
 * stood at its beginning, so that two windows do not undo each other; and a session that was ended meanwhile stays ended.
 * A row is written when something changed, so that somebody who only reads a public page leaves nothing behind. Of what an
 * open page asks by itself nothing is kept but what was changed at once.
 */
export function sessions({ store, name, secure, now }: SessionsOptions): MiddlewareHandler<SessionEnv> {
  const cookie = secure ? `__Host-${name}` : name;
  const until = ({ user, seenAt }: Session): number => (user ? (seenAt ?? now()) + KEPT_MS : now() + KNOCKING_MS);
  return async (c, next) => {
    const sent = getCookie(c, cookie), key = sent === undefined ? undefined : keyOf(sent);
    let changes: Partial<Session> | undefined, isRenewed = false, isEnded = false;
    // Before the store is asked: a page that says that it does not answer needs one too.
    c.set('session', newSession());
    c.set('since', nothingSince());
    c.set('changeSession', (change, renewed) => {
      changes = { ...changes, ...change };
      c.set('session', { ...c.var.session, ...change });
      isRenewed ||= renewed !== undefined;
    });
    c.set('endSession', () => { isEnded = true; });
    c.set('sessionNow', async () => (key === undefined ? undefined : store.get(key)));
    c.set('changeAtOnce', async (change) => (key === undefined ? undefined : store.change(key, change, until(c.var.session))));
    const found = await c.var.sessionNow();
    if (found) c.set('session', found);
    const first = c.var.session;

    await next();

    if (askedByPage(c)) return;
    if (isEnded || (changes === undefined && !found)) {
      if (found && key !== undefined) await store.delete(key);
      if (sent !== undefined) deleteCookie(c, cookie, { path: '/', secure });
      return;
    }
    if (found && key !== undefined && !isRenewed) {
      if (changes !== undefined) await store.change(key, (stands) => ({ ...stands, ...changes }), until(c.var.session));
      return;
    }
    const stands = found && key !== undefined ? await store.delete(key) : first;
    if (stands === undefined) return;
    const id = random();
    await store.set(keyOf(id), { ...stands, ...changes }, until(c.var.session));
    setCookie(c, cookie, id, { path: '/', httpOnly: true, secure, sameSite: 'Lax' });
  };
}
