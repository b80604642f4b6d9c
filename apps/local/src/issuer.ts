import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, readBody, refuseInProduction, type Environment, type Handler } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import type { Provider } from 'oidc-provider';
import type { Account } from './accounts.ts';
import { createProvider } from './createProvider.ts';
import { SIGN_IN_POLICY, signInPage } from './signInPage.ts';

/** What our access tokens are for. */
export const AUDIENCE = 'https://thegither.example/graphql';

/** Seconds that a token is good for: long enough to try something by hand, short enough to be worth little when it is lost. */
const TOKEN_SECONDS = 600;

/** An issuer of the laptop's house. */
export interface Issuer {
  readonly url: string;
  /** An access token for one of its accounts. */
  tokenFor(account: string): Promise<string>;
  close(): Promise<void>;
}

/** What an issuer is made of. */
export interface IssuerOptions {
  readonly accounts: readonly Account[];
  /** The one secret by which all of its accounts sign in: it never leaves the laptop. */
  readonly secret: string;
  /** The apps at whose pages its accounts sign in with a browser, by their client id. They are on this machine, whatever their port. */
  readonly apps?: readonly string[];
  readonly port?: number;
  readonly env?: Environment;
}

/** Seconds that somebody who signed in with a browser can go on without signing in again. */
const BROWSER_SECONDS = 8 * 3600;

/**
 * Opens an OpenID Connect issuer for demo accounts, each of which is a client that signs in with the house's secret and
 * gets a JWT access token for our GraphQL. Whoever comes from an app with a browser picks one of them instead. Its
 * signing key lives as long as it does.
 * @throws HouseError CONFIGURATION in production: accounts that anybody with one secret can be have no place there.
 * @see RFC 6749 section 4.4 (client credentials), RFC 7636 (PKCE), RFC 8252 section 7.3 (loopback addresses), RFC 8707 (resource indicators), RFC 9068 (JWT access tokens)
 */
export async function openIssuer({ accounts, secret, apps = [], port, env = process.env }: IssuerOptions): Promise<Issuer> {
  refuseInProduction('an issuer of demo accounts', env);
  let serve: Handler | undefined;
  const listening = await listen((request, response) => (serve ? serve(request, response) : response.writeHead(503).end()), { port, graceMs: 500 });
  const claims = new Map(accounts.map((account) => [account.name, account.claims]));

  const provider = await createProvider(listening.url, (errors) => ({
    clients: [
      ...accounts.map(({ name }) => ({ client_id: name, client_secret: secret, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] })),
      ...apps.map((app) => ({
        client_id: app, client_secret: secret, application_type: 'native' as const, grant_types: ['authorization_code', 'refresh_token'], response_types: ['code' as const], redirect_uris: ['http://127.0.0.1/signed-in'],
      })),
    ],
    jwks: { keys: [signingJwk()] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(32).toString('base64url')], names: cookieNames(listening.port) },
    ttl: { ClientCredentials: TOKEN_SECONDS, AccessToken: TOKEN_SECONDS, IdToken: TOKEN_SECONDS, AuthorizationCode: 60, Interaction: TOKEN_SECONDS, Session: BROWSER_SECONDS, Grant: BROWSER_SECONDS, RefreshToken: BROWSER_SECONDS },
    claims: { openid: ['sub', 'name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, accountId) => {
      const account = accounts.find(({ name }) => name === accountId);
      return account && { accountId, claims: () => ({ sub: accountId, name: account.words }) };
    },
    extraTokenClaims: (_context, token) => claims.get(('accountId' in token ? token.accountId : token.clientId) ?? ''),
    interactions: { url: (_context, { uid }) => `/pick/${uid}` },
    // The apps are the house's own: nobody is asked whether they may know who signs in, and picking an account says so.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    features: {
      clientCredentials: { enabled: true },
      // An app ends what it got itself, and nothing of another's.
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== AUDIENCE) throw new errors.InvalidTarget();
          return { scope: '', audience: AUDIENCE, accessTokenFormat: 'jwt', accessTokenTTL: TOKEN_SECONDS, jwt: { sign: { alg: 'ES256' } } };
        },
      },
    },
  }));
  const serveProvider = provider.callback();
  serve = async (request, response) => {
    if (request.url?.startsWith('/pick/')) return pickAccount(provider, accounts, request, response);
    return serveProvider(request, response);
  };

  return {
    url: listening.url,
    tokenFor: (account) => {
      if (!claims.has(account)) throw new HouseError('INVALID_INPUT', 'There is no demo account of that name.');
      return requestToken(listening.url, account, secret);
    },
    close: () => listening.close(),
  };
}

/** Two issuers of one machine have one set of cookies: each its own names. */
const cookieNames = (port: number) => ({ session: `issuer_${port}`, interaction: `picking_${port}`, resume: `resuming_${port}` });

/** The page on which an account is picked, and what was picked on it. Only the browser that was sent here has the cookie of it. */
async function pickAccount(provider: Provider, accounts: readonly Account[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const picked = new URLSearchParams((await readBody(request, 1_000)).toString('utf8')).get('account');
    const account = accounts.find(({ name }) => name === picked);
    if (!account) throw new HouseError('INVALID_INPUT', 'There is no demo account of that name.');
    return provider.interactionFinished(request, response, { login: { accountId: account.name }, consent: {} }, { mergeWithLastSubmission: false });
  }
  await provider.interactionDetails(request, response);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': SIGN_IN_POLICY, 'x-content-type-options': 'nosniff' });
  response.end(signInPage(accounts, request.url ?? '/'));
}

const signingJwk = () => ({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' });

/** Signs in at an issuer, as anybody would over HTTP. Throws UNAUTHENTICATED when the issuer does not give a token. */
export async function requestToken(issuer: string, account: string, secret: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE }),
  });
  const answer: unknown = response.ok ? await response.json() : undefined;
  if (typeof answer !== 'object' || answer === null || !('access_token' in answer) || typeof answer.access_token !== 'string') {
    throw new HouseError('UNAUTHENTICATED', 'The issuer gave no token to this account.');
  }
  return answer.access_token;
}
