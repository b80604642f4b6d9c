import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup, promises as names, Resolver } from 'node:dns';
import { once } from 'node:events';
import { get } from 'node:http';
import { connect, createServer } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { request } from 'undici';

/** Every way in which a program of ours could reach outside, each once, to addresses that are nobody's (RFC 5737, RFC 3849, RFC 6761): how many were refused. Run on its own. */
const NOBODY = '192.0.2.1';
const CODE = 'ECONTACTOUTSIDE';

const socketError = async (socket: { once(event: 'error', listener: (error: Error) => void): unknown }): Promise<void> => {
  const [error] = (await once(socket as never, 'error')) as [Error];
  throw error;
};
const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  socket: () => socketError(connect(443, NOBODY)),
  'socket by options': () => socketError(connect({ port: 443, host: '2001:db8::1' })),
  'socket by a name': () => socketError(connect({ port: 443, host: 'thegither.invalid' })),
  tls: () => socketError(connectSafely(443, NOBODY)),
  http: () => socketError(get(`http://${NOBODY}/`)),
  fetch: () => fetch(`https://${NOBODY}/`),
  undici: () => request(`http://${NOBODY}/`),
  lookup: () => promisify(lookup)('thegither.invalid'),
  'lookup by promise': () => names.lookup('thegither.invalid'),
  resolver: () => promisify((done: (error: Error | null) => void) => new Resolver().resolve4('thegither.invalid', done))(),
  datagram: () => promisify((done: (error: Error | null) => void) => createSocket('udp4').send('x', 53, NOBODY, done))(),
  'being reached': () => socketError(createServer().listen(0)),
};

const codeOf = (error: unknown): unknown => (error instanceof Error ? ('code' in error && error.code) || codeOf(error.cause) : undefined);
const outcomes = await Promise.all(Object.entries(WAYS).map(async ([way, go]) => [way, await go().then(() => 'went', codeOf)]));

const inWorker = new Worker(`require('node:net').connect(443, '${NOBODY}').once('error', ({ code }) => require('node:worker_threads').parentPort.postMessage(code))`, { eval: true });
const [worker] = (await once(inWorker, 'message')) as [string];
const child = spawn(process.execPath, ['-e', `require('node:net').connect(443, '${NOBODY}').once('error', ({ code }) => process.exit(code === '${CODE}' ? 7 : 1))`]);
const [status] = (await once(child, 'exit')) as [number];

// What is here can be reached.
const here = createServer((socket) => socket.end('here')).listen(0, '127.0.0.1');
await once(here, 'listening');
const [greeting] = (await once(connect((here.address() as { port: number }).port, 'localhost'), 'data')) as [Buffer];
here.close();

process.stdout.write(JSON.stringify({ ...Object.fromEntries(outcomes), worker, child: status, here: greeting.toString() }));
process.exit(0);
