import { createConsent } from '@thegither/consent-subgraph';
import { createDecisions } from '@thegither/decisions';
import { createGateway, type GatewayDeps } from '@thegither/gateway';
import { createIdentifiers, createTokenVerifier, jwkSetOf, type Identifiers } from '@thegither/identity';
import { createSeals, ledgerAs } from '@thegither/ledger';
import { openMySharing, type FeedbackPort } from '@thegither/my-sharing';
import { refuseInProduction, type Environment, type Log, type Watch } from '@thegither/service';
import { readPublished } from '@thegither/supergraph';
import { personaNamed, workerNamed } from '@thegither/synthetic';
import { DOMAINS, HouseError, type Domain, type PersonId } from '@thegither/vocabulary';
import { openWorkspace } from '@thegither/workspace';
import { TRY_IT_ACCOUNTS, personAccounts, workerAccounts } from './accounts.ts';
import type { HouseKeys } from './houseKeys.ts';
import { AUDIENCE, openIssuer } from './issuer.ts';
import type { Ports } from './ports.ts';
import type { HouseDatabases } from './prepareDatabases.ts';
import { ROOMS } from './rooms.ts';
import type { Addresses } from './runningHouse.ts';
import { silently, type Step } from './steps.ts';
import { trustedDocuments } from './trustedDocuments.ts';
import { wholePersonOperations } from './wholePersonOperations.ts';

/** What a house is opened with. */
export interface HouseOptions {
  /** Gives the databases, migrated and with the demo people under these identifiers in them: see prepareDatabases. */
  readonly prepare: (identifiers: Identifiers) => Promise<HouseDatabases>;
  readonly keys: HouseKeys;
  /** The rooms' schemas, published together: see composeHouse. */
  readonly supergraphSdl: string;
  readonly ports: Ports;
  /** The log of one of its services. */
  readonly log: (service: string) => Log;
  readonly env?: Environment;
  /** Whoever runs one of its services watches by this; nobody when nothing is said. Its tracing is closed with the house. */
  readonly watch?: (service: string) => Promise<Watch>;
  /** Puts something between the gateway and a room (by its name) or the decision service ("decisions"): gives the address that the gateway uses instead. */
  readonly through?: (name: string, url: string) => Promise<string>;
  /** How long the gateway waits, and how much and how often it lets itself be asked; its own measures when nothing is said. */
  readonly patience?: Pick<GatewayDeps, 'subgraphTimeoutMs' | 'decisionsTimeoutMs' | 'releaseDeadlineMs' | 'largestAnswer' | 'limits' | 'rates' | 'breaking'>;
  /** How long a stop waits after its commit, in milliseconds; the deadline of a released answer when nothing is said. */
  readonly acknowledgeAfterMs?: number;
  /** Whether the pages for people and for key workers are opened too. */
  readonly apps?: boolean;
  /** Where feedback and complaints of people go; without it none is taken. */
  readonly feedback?: FeedbackPort | undefined;
  /** The folder with the built page of the gateway's `/`; no page without it. */
  readonly tryItFolder?: string | undefined;
  /** Told of each step. */
  readonly step?: Step;
}

/** A house that is open. */
export interface House {
  /** Where GraphQL is asked, by POST. */
  readonly gatewayUrl: string;
  readonly issuerUrls: { readonly workers: string; readonly people: string };
  /** Each room's own address: behind the gateway, and locked without its signed decision. */
  readonly roomUrls: Readonly<Record<Domain, string>>;
  readonly decisionsUrl: string;
  /** Where the pages are, in a house that has them. */
  readonly appUrls: Addresses['appUrls'];
  /** The ledger's database. */
  readonly ledgerUrl: string;
  /** An access token for a demo account: a worker's ("isla") or a person's ("morag"). */
  tokenFor(account: string): Promise<string>;
  /** A demo person's id as that account sees it, or in an audience by its name ("housing"). */
  personIdFor(accountOrAudience: string, persona: string): PersonId;
  /** Has the gateway serve another supergraph, each room asked where it is. Throws CONFIGURATION for one that must not be served; the former stays. */
  serve(supergraphSdl: string): Promise<void>;
  /** Closes every door, the gateway's first. */
  stop(): Promise<void>;
}

const DECISIONS_ISSUER = 'https://thegither.example/decisions';

/**
 * Opens the whole house in this process, every service on an HTTP port of its own on 127.0.0.1 as it would be elsewhere:
 * the databases, the two issuers, the decision service, the eight rooms, the gateway. If one of them
 * does not open, what is open already is closed again.
 * @throws HouseError CONFIGURATION, in production too: demo accounts, keys and people have no place there.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { prepare, keys, supergraphSdl, ports, log, env = process.env, through = async (_, url) => url, patience, acknowledgeAfterMs, apps = false, feedback, tryItFolder, watch, step = silently } = options;
  refuseInProduction('a house with demo people and demo keys', env);
  const open: { close(): Promise<unknown> }[] = [];
  const kept = <Door extends { close(): Promise<unknown> }>(door: Door): Door => (open.push(door), door);
  const watched = async (service: string): Promise<Watch | undefined> => {
    const watching = await watch?.(service);
    if (watching) kept(watching.tracing);
    return watching;
  };
  const stop = async (): Promise<void> => {
    for (const door of open.splice(0).toReversed()) await door.close();
  };

  try {
    const identifiers = createIdentifiers(keys.identifiers), seals = createSeals(keys.seals);
    const databases = await prepare(identifiers);

    const workers = await step('the issuer of tokens for workers', async () => kept(await openIssuer({ accounts: workerAccounts(), secret: keys.accountSecret, apps: ['workspace'], port: ports.workers, env })));
    const people = await step('the issuer of tokens for people', async () => kept(await openIssuer({ accounts: personAccounts((spine) => identifiers.issue('person', spine)), secret: keys.accountSecret, apps: ['my-sharing'], port: ports.people, env })));
    const verifyToken = createTokenVerifier({
      issuers: [
        { issuer: workers.url, audience: AUDIENCE, kinds: ['worker'] },
        { issuer: people.url, audience: AUDIENCE, kinds: ['person'] },
      ],
    });

    const decisions = await step('the decision service', async () => kept(await createDecisions({
      databaseUrl: ledgerAs('decisions', databases.ledger), identifiers, seals, verifyToken, signingKey: keys.decisions, issuer: DECISIONS_ISSUER, gatewayKeys: [keys.gateway.publicJwk], subgraphs: DOMAINS, log: log('decisions'), watch: await watched('decisions'),
    }).listen(ports.decisions)));

    const rooms = await step('eight rooms', async () => {
      const trust = { keys: () => jwkSetOf(keys.decisions), issuer: DECISIONS_ISSUER };
      const made = [
        createConsent({ databaseUrl: ledgerAs('consent', databases.ledger), seals, wholePersonOperations: wholePersonOperations(), decisions: trust, log: log('consent'), watch: await watched('consent'), acknowledgeAfterMs }),
        ...await Promise.all(ROOMS.map(async ({ name, create }) => create({ databaseUrl: databases.rooms[name], decisions: trust, log: log(name), watch: await watched(name) }))),
      ];
      const opened = new Map<string, string>();
      // One after the other: when a port is taken, no room is left half open.
      for (const room of made) opened.set(room.name, kept(await room.listen(ports.rooms[room.name])).url);
      return opened;
    });

    const tokenFor = (account: string): Promise<string> => (workerNamed(account) ? workers : people).tokenFor(account);
    const urlOf = await reachedAt(rooms, through);
    const gateway = await step('the gateway: one schema out of eight', async () => kept(await createGateway({
      supergraph: readPublished(supergraphSdl, urlOf),
      decisionsUrl: await through('decisions', decisions.url),
      identifiers, verifyToken, signingKey: keys.gateway, log: log('gateway'), watch: await watched('gateway'), trusted: new Map(Object.entries(trustedDocuments()).map(([app, hashes]) => [app, new Set(hashes)])), ...patience,
      tryIt: tryItFolder === undefined ? undefined : { folder: tryItFolder, accounts: TRY_IT_ACCOUNTS, tokenFor },
    }).listen(ports.gateway)));

    const gatewayUrl = `${gateway.url}/graphql`;
    const ours = (name: string, issuer: string) => ({ issuer: { url: issuer, clientId: name, clientSecret: keys.accountSecret, resource: AUDIENCE }, gatewayUrl, log: log(name) });
    const appUrls = apps ? await step('the pages', async () => ({
      mySharing: kept(await openMySharing({ ...ours('my-sharing', people.url), feedback }, ports.mySharing)).baseUrl,
      workspace: kept(await openWorkspace(ours('workspace', workers.url), ports.workspace)).baseUrl,
    })) : undefined;

    return {
      gatewayUrl, appUrls,
      issuerUrls: { workers: workers.url, people: people.url },
      roomUrls: Object.fromEntries(rooms) as Record<Domain, string>,
      decisionsUrl: decisions.url,
      ledgerUrl: databases.ledger,
      serve: (text) => gateway.serve(() => readPublished(text, urlOf)),
      tokenFor,
      personIdFor: (accountOrAudience, persona) => identifiers.issue(audienceOf(accountOrAudience), spineOf(persona)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the gateway reaches each room. */
async function reachedAt(rooms: ReadonlyMap<string, string>, through: NonNullable<HouseOptions['through']>): Promise<(room: string) => string> {
  const urls = new Map(await Promise.all([...rooms].map(async ([name, url]) => [name, await through(name, url)] as const)));
  return (room) => urls.get(room) ?? '';
}

/** The audience of an account: its agency's for a worker, people's for a person; anything else is an audience itself. */
function audienceOf(accountOrAudience: string): string {
  const worker = workerNamed(accountOrAudience);
  if (worker) return `agency:${worker.agency}`;
  return personaNamed(accountOrAudience) ? 'person' : accountOrAudience;
}

function spineOf(persona: string) {
  const found = personaNamed(persona);
  if (!found) throw new HouseError('INVALID_INPUT', 'There is no demo person of that name.');
  return found.spine;
}
