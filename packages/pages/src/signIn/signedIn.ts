import type { MiddlewareHandler } from 'hono';
import type { Session, SessionContext, SessionEnv, Tokens } from '../session/session.ts';
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

/** Is somebody signed in by this session who was not silent for too long? `at` in milliseconds since 1970. */
export const isSignedIn = ({ user, tokens, seenAt = 0 }: Session, at: number): boolean => user !== undefined && tokens !== undefined && at - seenAt <= SILENT_MS;

/** Lets only those in who are signed in. @throws SignedOut */
export const onlySignedIn = (now: () => number): MiddlewareHandler<SessionEnv> => async (c, next) => {
  if (!isSignedIn(c.var.session, now())) throw new SignedOut();
  c.var.changeSession({ seenAt: now() });
  await next();
};

/**
 * The token to ask the gateway with, another in time. A refresh token is good once: whoever asks for the next one has the
 * session to themselves meanwhile, in whichever process.
 * @throws SignedOut when the issuer gives none any more
 */
export async function accessToken(c: SessionContext, issuer: Issuer, now: () => number): Promise<string> {
  const { tokens } = c.var.session;
  if (!tokens) throw new SignedOut();
  const isGood = ({ expiresAt }: Tokens): boolean => expiresAt - now() > NEARLY_OVER_MS;
  if (isGood(tokens)) return tokens.access;
  try {
    const stands = await c.var.changeAtOnce(async (session) => (!session.tokens || isGood(session.tokens) ? session : { ...session, tokens: await issuer.refresh(session.tokens) }));
    if (!stands?.tokens) throw new SignedOut();
    c.set('session', { ...c.var.session, tokens: stands.tokens });
    return stands.tokens.access;
  } catch {
    c.var.changeSession({ tokens: undefined });
    throw new SignedOut();
  }
}
