import { DOMAINS } from '@thegither/vocabulary';

/** Where a service or a task leaves files, and how much room they have. */
export interface HouseVolume {
  readonly name: string;
  readonly path: string;
  readonly size: string;
}

/** A service of the house as it is run elsewhere. */
export interface HouseService {
  readonly name: string;
  readonly workspace: string;
  readonly port: number;
  readonly replicas: number;
  /** The autoscaler may go up to this; without it there is none. */
  readonly mostReplicas?: number;
  /** The services that it may reach: the network policies let nothing else through. */
  readonly asks: readonly string[];
  readonly usesDatabase: boolean;
  /** Where it leaves files for whoever reads them, shared by all its processes; without it there is nothing that it can write to. */
  readonly volume?: HouseVolume;
  /** It asks the issuers: for the keys of their tokens, or to sign somebody in. */
  readonly asksIssuers?: boolean;
  readonly isPublic?: boolean;
  readonly memory: string;
}

const ROOMS: readonly string[] = DOMAINS;

const room = (name: string): HouseService => ({ name, workspace: `subgraphs/${name}`, port: 4001, replicas: 2, asks: ['decisions'], usesDatabase: true, memory: '384Mi' });

/** An app of pages: it asks the gateway as whoever is signed in, and its database has sessions in it and nothing else. */
const pages = (name: string, port: number): HouseService => ({ name, workspace: `apps/${name}`, port, replicas: 2, asks: ['gateway'], usesDatabase: true, asksIssuers: true, isPublic: true, memory: '384Mi' });

/** Every service: one table, from which the manifests are rendered and the tests start the processes. */
export const SERVICES: readonly HouseService[] = [
  { name: 'gateway', workspace: 'apps/gateway', port: 4000, replicas: 2, mostReplicas: 10, asks: ['decisions', ...ROOMS], usesDatabase: false, asksIssuers: true, isPublic: true, memory: '1Gi' },
  { name: 'decisions', workspace: 'apps/decisions', port: 4010, replicas: 2, asks: [], usesDatabase: true, asksIssuers: true, memory: '512Mi' },
  ...ROOMS.map(room),
  { ...pages('my-sharing', 4003), volume: { name: 'feedback', path: '/feedback', size: '1Gi' } },
  pages('workspace', 4004),
];

/** Something that is done by a process that ends, again and again, and that nobody asks for. */
export interface HouseTask {
  readonly name: string;
  /** The service whose image it runs in, and the file of it. */
  readonly imageOf: string;
  readonly file: string;
  /** As cron writes it, in UTC. */
  readonly schedule: string;
  readonly volume: HouseVolume;
}

/** The tasks: each has a template in env/ of its own, and reaches the databases alone. */
export const TASKS: readonly HouseTask[] = [
  { name: 'every-hour', imageOf: 'consent', file: 'dist/everyHour.js', schedule: '7 * * * *', volume: { name: 'reminders', path: '/reminders', size: '1Gi' } },
];

/** A database: the workspace that holds its migrations, and the secret with the address of its owner. */
export interface HouseDatabase {
  readonly name: string;
  readonly migrations: string;
  readonly secret: string;
}

const ownerUrl = (name: string): string => `${name.toUpperCase().replaceAll('-', '_')}_OWNER_URL`;

/** The databases. Consent and decisions share the ledger; each app of pages has one for its sessions. */
export const DATABASES: readonly HouseDatabase[] = [
  { name: 'ledger', migrations: 'packages/ledger', secret: 'LEDGER_OWNER_URL' },
  ...ROOMS.filter((name) => name !== 'consent').map((name) => ({ name, migrations: `subgraphs/${name}`, secret: ownerUrl(name) })),
  ...['my-sharing', 'workspace'].map((name) => ({ name, migrations: 'packages/pages', secret: ownerUrl(name) })),
];

/** The port of GET /metrics of every service: only the network of those who watch reaches it. */
export const METRICS_PORT = 9464;
