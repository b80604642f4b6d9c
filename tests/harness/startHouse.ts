import { createLog } from '@thegither/service';
import { FREE_PORTS, makeKeys, openHouse, type House, type HouseDatabases, type HouseKeys, type HouseOptions } from '@thegither/local';
import { workerNamed, type Persona } from '@thegither/synthetic';
import { DOMAINS, type SharingEntry } from '@thegither/vocabulary';
import { copyDatabases, IDENTIFIER_KEYS, makeDatabases, SEAL_KEYS } from './houseDatabases.ts';
import { openProxy, type Proxy } from './proxy.ts';
import { readLog } from './readLog.ts';
import { SUPERGRAPH } from './supergraph.ts';

/** How a test house differs from the laptop's. */
export interface TestHouseOptions extends Pick<HouseOptions, 'patience' | 'acknowledgeAfterMs' | 'watch' | 'apps' | 'feedback'> {
  /** The rooms ("housing"), or "decisions", that the gateway reaches through a proxy; 'all' for every one of them. */
  readonly through?: readonly string[] | 'all';
  /** Who is in the house instead of the demo people: they have no accounts, and their ids are made with IDENTIFIER_KEYS. */
  readonly people?: readonly Persona[];
  /** Takes every line that the house logs. */
  readonly logTo?: (line: string) => void;
  /** From which level on; 'info' when nothing is said. */
  readonly logLevel?: 'debug';
}

/** Tests ask as often as they like; those about that say how often. */
const UNHURRIED = { questions: { points: 1e9, seconds: 60 }, people: { points: 1e9, seconds: 60 }, looks: { points: 1e9, seconds: 60 }, schema: { points: 1e9, seconds: 60 } };

/** A demo token is good for ten minutes: a test that runs for longer signs in again before. */
const RENEW_MS = 300_000;

/** How one question differs from a plain one. */
export interface AskOptions {
  /** The Purpose header. When nothing is said: EMPLOYABILITY_SUPPORT for a worker, none for a person. Null for none at all. */
  readonly purpose?: string | null;
  readonly operationName?: string;
  /** More headers, or others. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A GraphQL answer. */
export interface GraphqlBody<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly sharing?: readonly SharingEntry[]; readonly since?: Readonly<Record<string, string>> };
}

/** What came back from the gateway. */
export interface Asked<Data> {
  readonly status: number;
  readonly body: GraphqlBody<Data>;
  /** The body, letter for letter. */
  readonly text: string;
}

/** A whole house on databases of its own, as a test uses it. */
export interface TestHouse extends House {
  /** Asks the gateway as a demo account ("isla", "morag"), or with no token at all. `Data` is what the test says it asked for. */
  ask<Data = Record<string, unknown>>(account: string | null, query: string, variables?: Readonly<Record<string, unknown>>, options?: AskOptions): Promise<Asked<Data>>;
  /** What stands between the gateway and a service. Throws for one that was not named in `through`. */
  proxy(name: string): Proxy;
  /** The house's own secrets, for what only a thief of them could do. */
  readonly keys: HouseKeys;
  /** Where its rows are, so that a test can write some of its own. */
  readonly databases: HouseDatabases;
}

/** Opens the whole house on the run's PostgreSQL, with the demo people in it and nobody else looking. `stop` takes its databases away too, and throws when a log line said something about somebody. */
export async function startHouse({ through = [], people, logTo, logLevel, ...options }: TestHouseOptions = {}): Promise<TestHouse> {
  const names: readonly string[] = through === 'all' ? [...DOMAINS, 'decisions'] : through;
  const proxies = new Map<string, Proxy>();
  const log = readLog(people);
  const heard = (line: string): void => {
    log.write(line);
    logTo?.(line);
  };
  const copies = await (people ? makeDatabases(people) : copyDatabases());
  const keys: HouseKeys = { ...makeKeys(), identifiers: IDENTIFIER_KEYS, seals: SEAL_KEYS };
  const house = await openHouse({
    ...options,
    patience: { rates: UNHURRIED, ...options.patience },
    prepare: async () => copies.databases,
    keys,
    supergraphSdl: SUPERGRAPH,
    ports: FREE_PORTS,
    log: (service) => createLog({ service, level: logLevel, destination: { write: heard } }),
    through: async (name, url) => {
      if (!names.includes(name)) return url;
      const proxy = await openProxy(url);
      proxies.set(name, proxy);
      return proxy.url;
    },
  });
  const tokens = new Map<string, { readonly token: Promise<string>; readonly since: number }>();
  const tokenFor = (account: string): Promise<string> => {
    const had = tokens.get(account);
    if (had && performance.now() - had.since < RENEW_MS) return had.token;
    const token = house.tokenFor(account);
    tokens.set(account, { token, since: performance.now() });
    return token;
  };

  return {
    ...house,
    keys,
    databases: copies.databases,
    async ask(account, query, variables, { purpose, operationName, headers } = {}) {
      const why = purpose === undefined && account !== null && workerNamed(account) ? 'EMPLOYABILITY_SUPPORT' : purpose;
      const response = await fetch(house.gatewayUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(account === null ? {} : { authorization: `Bearer ${await tokenFor(account)}` }), ...(why ? { purpose: why } : {}), ...headers },
        body: JSON.stringify({ query, variables, operationName }),
      });
      const text = await response.text();
      return { status: response.status, body: JSON.parse(text), text };
    },
    proxy(name) {
      const proxy = proxies.get(name);
      if (!proxy) throw new RangeError(`no proxy before ${name}: name it in \`through\``);
      return proxy;
    },
    async stop() {
      // Held requests first, else the gateway waits for them.
      await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
      await house.stop();
      await copies.drop();
      log.stop();
    },
  };
}
