import * as client from 'openid-client';
import type { SigningIn, SignedIn, Tokens } from '../session/session.ts';

/** Where people sign in, and who we are there. */
export interface IssuerOptions {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the tokens are for: the gateway's GraphQL. */
  readonly resource: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What an issuer gave. */
export interface Given {
  readonly user: SignedIn;
  readonly tokens: Tokens;
}

/** The issuer, as the pages need it. Each throws what the issuer or the way to it threw: nobody is signed in then. */
export interface Issuer {
  /** Begins a sign-in: where to send the browser, and what to remember until it is back. */
  begin(callback: string, returnTo: string): Promise<{ readonly url: string; readonly signingIn: SigningIn }>;
  /** Ends it, with the address that the browser came back to. */
  finish(callback: string, search: string, signingIn: SigningIn): Promise<Given>;
  /** Other tokens for these: once for the same tokens, whoever asks again meanwhile, for a refresh token that is used twice is taken for stolen. */
  refresh(tokens: Tokens): Promise<Tokens>;
  /** Tells the issuer that these are not used any more. */
  revoke(tokens: Tokens): Promise<void>;
}

/** A request that began with the former tokens is over by then. */
const REMEMBERED_MS = 60_000;

/**
 * Reaches an OpenID Connect issuer with the authorization code flow, PKCE, state and nonce. Found at first need and again
 * after a failure, so that pages can start before it. Plain HTTP is for a laptop's own addresses alone.
 * @see RFC 9700 (security of OAuth 2.0)
 */
export function reachIssuer({ url, clientId, clientSecret, resource, now }: IssuerOptions): Issuer {
  const isLaptop = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(url);
  let found: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => (found ??= client
    .discovery(new URL(url), clientId, clientSecret, undefined, isLaptop ? { execute: [client.allowInsecureRequests] } : undefined)
    .catch((error: unknown) => {
      found = undefined;
      throw error;
    }));
  const refreshed = new Map<string, { readonly since: number; readonly tokens: Promise<Tokens> }>();
  const tokensIn = (answer: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers, before?: Tokens): Tokens =>
    ({ access: answer.access_token, refresh: answer.refresh_token ?? before?.refresh, expiresAt: now() + (answer.expiresIn() ?? 60) * 1000 });

  return {
    async begin(callback, returnTo) {
      const signingIn: SigningIn = { verifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce(), returnTo };
      const to = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback, scope: 'openid', resource, prompt: 'login', state: signingIn.state, nonce: signingIn.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(signingIn.verifier), code_challenge_method: 'S256',
      });
      return { url: to.href, signingIn };
    },
    async finish(callback, search, { verifier, state, nonce }) {
      const answer = await client.authorizationCodeGrant(
        await configuration(), new URL(search, callback), { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }, { resource });
      const { sub, name } = answer.claims()!;
      return { user: { sub, name: typeof name === 'string' ? name : sub }, tokens: tokensIn(answer) };
    },
    async refresh(tokens) {
      const { refresh } = tokens;
      if (refresh === undefined) throw new TypeError('there is nothing to refresh with');
      for (const [token, { since }] of refreshed) if (now() - since > REMEMBERED_MS) refreshed.delete(token);
      const before = refreshed.get(refresh);
      if (before) return before.tokens;
      const next = configuration().then(async (found) => tokensIn(await client.refreshTokenGrant(found, refresh, { resource }), tokens));
      refreshed.set(refresh, { since: now(), tokens: next });
      return next.catch((error: unknown) => {
        refreshed.delete(refresh);
        throw error;
      });
    },
    async revoke({ refresh }) {
      if (refresh !== undefined) await client.tokenRevocation(await configuration(), refresh, { token_type_hint: 'refresh_token' });
    },
  };
}
