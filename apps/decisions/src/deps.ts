import type { Identifiers, PublicJwk, SigningKey, VerifyToken } from '@thegither/identity';
import type { Ledger, Seals } from '@thegither/ledger';
import type { Log, Watch } from '@thegither/service';

/** What the decision service is given where it starts. */
export interface DecisionsDeps {
  /** The ledger's database: the primary, and not through a pooler that crosses transactions. */
  readonly databaseUrl: string;
  readonly identifiers: Identifiers;
  /** Seals what disclosures say, and opens it to know a repetition. */
  readonly seals: Seals;
  /** Signs the decisions; its public half is published. */
  readonly signingKey: SigningKey;
  /** Further public keys to publish while the signing key rotates. */
  readonly alsoPublished?: readonly PublicJwk[];
  /** Our name in the decisions. */
  readonly issuer: string;
  /** The gateways that may ask: nobody else gets an answer. */
  readonly gatewayKeys: readonly PublicJwk[];
  /** Reads the caller from the access token: again here, so that a broken gateway speaks for nobody. */
  readonly verifyToken: VerifyToken;
  /** For whom decisions are signed; the eight rooms when nothing is said. */
  readonly subgraphs?: readonly string[];
  readonly log: Log;
  /** Whoever runs it watches by this; nobody when nothing is said. */
  readonly watch?: Watch | undefined;
  /** Milliseconds since 1970, for how fresh a gateway's signature is. Everything else goes by the ledger's clock. */
  readonly now?: () => number;
}

/** What an answer is made with. */
export interface Desk extends Omit<DecisionsDeps, 'databaseUrl' | 'seals'> {
  readonly ledger: Ledger;
}

/** The gateway that signed a request. */
export interface Gateway {
  /** Thumbprint of its key. */
  readonly kid: string;
  readonly jwk: PublicJwk;
}
