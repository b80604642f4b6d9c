import { generateKeyPairSync } from 'node:crypto';
import { listen, refuseInProduction, type Environment, type Handler } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import type { Account } from './accounts.ts';
import { createProvider } from './createProvider.ts';

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
  readonly port?: number;
  readonly env?: Environment;
}

/**
 * Opens an OpenID Connect issuer for demo accounts, each of which is a client that signs in with the house's secret and
 * gets a JWT access token for our GraphQL. Its signing key lives as long as it does.
 * @throws HouseError CONFIGURATION in production: accounts that anybody with one secret can be have no place there.
 * @see RFC 6749 section 4.4 (client credentials), RFC 8707 (resource indicators), RFC 9068 (JWT access tokens)
 */
export async function openIssuer({ accounts, secret, port, env = process.env }: IssuerOptions): Promise<Issuer> {
  refuseInProduction('an issuer of demo accounts', env);
  let serve: Handler | undefined;
  const listening = await listen((request, response) => (serve ? serve(request, response) : response.writeHead(503).end()), { port, graceMs: 500 });
  const claims = new Map(accounts.map((account) => [account.name, account.claims]));

  const provider = await createProvider(listening.url, (errors) => ({
    clients: accounts.map(({ name }) => ({ client_id: name, client_secret: secret, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] })),
    jwks: { keys: [signingJwk()] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    ttl: { ClientCredentials: TOKEN_SECONDS },
    extraTokenClaims: (_context, token) => claims.get(token.clientId ?? ''),
    features: {
      clientCredentials: { enabled: true },
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
  serve = provider.callback();

  return {
    url: listening.url,
    tokenFor: (account) => {
      if (!claims.has(account)) throw new HouseError('INVALID_INPUT', 'There is no demo account of that name.');
      return requestToken(listening.url, account, secret);
    },
    close: () => listening.close(),
  };
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
