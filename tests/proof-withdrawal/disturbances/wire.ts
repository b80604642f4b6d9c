import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a service and its database, and can hold what the database answers. */
export interface Wire {
  /** The address of the database through it. */
  readonly url: string;
  /** The ports from which it reaches the database: by them the server knows its connections. */
  ports(): number[];
  /** From now on the answer to a commit is held on its way, and whatever follows it on the same connection. */
  holdCommits(): void;
  /** Lets it arrive. */
  letGo(): void;
  close(): Promise<void>;
}

/** How the server says that a transaction is committed: the tag of CommandComplete. */
const COMMITTED = Buffer.from('COMMIT\0');

/** Opens it before the database of that address. */
export async function openWire(databaseUrl: string): Promise<Wire> {
  const { hostname, port } = new URL(databaseUrl);
  const behind = new Set<Socket>();
  const held = new Map<Socket, Buffer[]>();
  let isHolding = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    behind.add(far);
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes: Buffer) => {
      if (isHolding && bytes.includes(COMMITTED) && !held.has(near)) held.set(near, []);
      const waiting = held.get(near);
      if (waiting) waiting.push(bytes);
      else near.write(bytes);
    });
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        behind.delete(far);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${(server.address() as AddressInfo).port}` }).href,
    ports: () => [...behind].flatMap(({ localPort }) => localPort ?? []),
    holdCommits() {
      isHolding = true;
    },
    letGo() {
      isHolding = false;
      for (const [near, waiting] of held) for (const bytes of waiting) near.write(bytes);
      held.clear();
    },
    async close() {
      for (const far of behind) far.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
