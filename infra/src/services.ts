import { DOMAINS } from '@thegither/vocabulary';

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
  readonly isPublic?: boolean;
  readonly memory: string;
}

const ROOMS: readonly string[] = DOMAINS;

const room = (name: string): HouseService => ({ name, workspace: `subgraphs/${name}`, port: 4001, replicas: 2, asks: ['decisions'], usesDatabase: true, memory: '384Mi' });

/** Every service: one table, from which the manifests are rendered and the tests start the processes. */
export const SERVICES: readonly HouseService[] = [
  { name: 'gateway', workspace: 'apps/gateway', port: 4000, replicas: 2, mostReplicas: 10, asks: ['decisions', ...ROOMS], usesDatabase: false, isPublic: true, memory: '768Mi' },
  { name: 'decisions', workspace: 'apps/decisions', port: 4010, replicas: 2, asks: [], usesDatabase: true, memory: '512Mi' },
  ...ROOMS.map(room),
];

/** Something that is done by a process that ends, again and again, and that nobody asks for. */
export interface HouseTask {
  readonly name: string;
  /** The service whose image it runs in, and the file of it. */
  readonly imageOf: string;
  readonly file: string;
  /** As cron writes it, in UTC. */
  readonly schedule: string;
  /** Where it leaves files, and how much room they have. */
  readonly volume: { readonly name: string; readonly path: string; readonly size: string };
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

/** The databases. Consent and decisions share the ledger. */
export const DATABASES: readonly HouseDatabase[] = [
  { name: 'ledger', migrations: 'packages/ledger', secret: 'LEDGER_OWNER_URL' },
  ...ROOMS.filter((name) => name !== 'consent').map((name) => ({ name, migrations: `subgraphs/${name}`, secret: `${name.toUpperCase().replaceAll('-', '_')}_OWNER_URL` })),
];

/** The port of GET /metrics of every service: only the network of those who watch reaches it. */
export const METRICS_PORT = 9464;
