import { Hono } from 'hono';
import type { Log } from '@thegither/service';
import type { SessionContext, SessionEnv } from '../session/session.ts';
import type { Issuer } from './issuer.ts';

/** What signing in is made with. */
export interface SignInOptions {
  readonly issuer: Issuer;
  /** Our address as browsers have it. */
  readonly baseUrl: () => string;
  readonly log: Log;
  readonly now: () => number;
  /** Shows that somebody could not be signed in. */
  readonly failed: (c: SessionContext) => Response | Promise<Response>;
}

/** A path of ours and nothing else: never another host, whatever is written before it. */
export const ownPath = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : '/');

/** GET /sign-in, GET /signed-in (where the issuer sends the browser back to) and POST /sign-out. */
export function signInRoutes({ issuer, baseUrl, log, now, failed }: SignInOptions): Hono<SessionEnv> {
  const callback = (): string => `${baseUrl()}/signed-in`;
  return new Hono<SessionEnv>()
    .get('/sign-in', async (c) => {
      const { url, signingIn } = await issuer.begin(callback(), ownPath(c.req.query('to')));
      c.var.changeSession({ signingIn });
      return c.redirect(url, 303);
    })
    .get('/signed-in', async (c) => {
      const { signingIn, kept } = c.var.session;
      c.var.changeSession({ signingIn: undefined });
      if (!signingIn) return failed(c);
      try {
        const { user, tokens } = await issuer.finish(callback(), new URL(c.req.url).search, signingIn);
        // What another had typed is nobody else's to read.
        c.var.changeSession({ user, tokens, seenAt: now(), kept: kept }, 'renewed');
        return c.redirect(signingIn.returnTo, 303);
      } catch (err) {
        // Its message may repeat what came with the address: only what kind of failure it was.
        log.warn({ code: err instanceof Error && err.name === 'ClientError' ? 'UNAUTHENTICATED' : 'INTERNAL' }, 'somebody could not be signed in');
        return failed(c);
      }
    })
    .post('/sign-out', async (c) => {
      const { tokens } = c.var.session;
      c.var.endSession();
      if (tokens) await issuer.revoke(tokens).catch(() => log.warn({}, 'the issuer was not told that somebody signed out'));
      return c.redirect('/', 303);
    });
}
