import type { MiddlewareHandler } from 'hono';
import type { SessionContext, SessionEnv } from '../session/session.ts';
import type { Issuer } from './issuer.ts';

/** How long somebody may be silent before they sign in again: a screen in a library is not theirs alone. */
export const SILENT_MS = 30 * 60_000;

/** A token that ends so soon is not sent any more. */
const NEARLY_OVER_MS = 30_000;

/** Nobody is signed in, or not any more. */
export class SignedOut extends Error {
  constructor() {
    super('Nobody is signed in.');
    this.name = 'SignedOut';
  }
}

/** Lets only those in who are signed in. @throws SignedOut */
export const onlySignedIn = (now: () => number): MiddlewareHandler<SessionEnv> => async (c, next) => {
  const { user, tokens, seenAt = 0 } = c.var.session;
  if (!user || !tokens || now() - seenAt > SILENT_MS) throw new SignedOut();
  c.var.changeSession({ seenAt: now() });
  await next();
};

/** The token to ask the gateway with, another in time. @throws SignedOut when the issuer gives none any more */
export async function accessToken(c: SessionContext, issuer: Issuer, now: () => number): Promise<string> {
  const { tokens } = c.var.session;
  if (!tokens) throw new SignedOut();
  if (tokens.expiresAt - now() > NEARLY_OVER_MS) return tokens.access;
  try {
    const next = await issuer.refresh(tokens);
    c.var.changeSession({ tokens: next });
    return next.access;
  } catch {
    c.var.changeSession({ tokens: undefined });
    throw new SignedOut();
  }
}
