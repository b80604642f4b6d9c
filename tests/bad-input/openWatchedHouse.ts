import { request as send, type IncomingHttpHeaders } from 'node:http';
import { DOMAINS } from '@thegither/vocabulary';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

/** Put into everything that is sent and may not come back, nor be written down. It is a GraphQL name too. */
export const CANARY = 'Kanarienvogel7f3a';

/** What is sent to the gateway; what is not said is as it should be, asked by Isla for her work. */
export interface Sending {
  readonly method?: string;
  /** As it stands in the first line of the request. */
  readonly target?: string;
  /** Text and bytes as they are, anything else as JSON. */
  readonly body?: unknown;
  /** Several values stand in several lines; undefined leaves it out. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What came back. */
export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A house, and everything that it writes down and asks. */
export interface WatchedHouse {
  readonly house: TestHouse;
  /** Every line that one of its services logged, or that anything in the process wrote to the console. */
  readonly written: readonly string[];
  send(sending: Sending): Promise<Received>;
  /** Which services the gateway asked since the last `forget`, each once. */
  asked(): string[];
  forget(): void;
  close(): Promise<void>;
}

/** Opens a house whose every log line, console line and question between its services is kept. */
export async function openWatchedHouse(): Promise<WatchedHouse> {
  const written: string[] = [];
  const quiet = watchConsole(written);
  const house = await startHouse({ through: 'all', patience: PATIENT, logTo: (line) => written.push(line) });
  const isla = await house.tokenFor('isla');
  const services = [...DOMAINS, 'decisions'];
  return {
    house, written,
    send: (sending) => sendTo(house.gatewayUrl, { ...sending, headers: { 'content-type': 'application/json', authorization: `Bearer ${isla}`, purpose: 'EMPLOYABILITY_SUPPORT', ...sending.headers } }),
    asked: () => services.filter((name) => house.proxy(name).asked.length > 0),
    forget: () => { for (const name of services) house.proxy(name).forget(); },
    async close() {
      await house.stop();
      quiet();
    },
  };
}

/** Libraries write to the console what our own log would not. */
export function watchConsole(written: { push(line: string): unknown }): () => void {
  const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const original = { ...console };
  for (const level of levels) console[level] = (...words: unknown[]) => { written.push(words.map(String).join(' ')); };
  return () => { for (const level of levels) console[level] = original[level]; };
}

function sendTo(url: string, { method = 'POST', target = '/graphql', body, headers = {} }: Sending): Promise<Received> {
  const { hostname, port } = new URL(url);
  const bytes = body === undefined ? undefined : typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  const given = Object.entries({ 'content-length': bytes && String(bytes.length), ...headers }).flatMap(([name, value]) => [value ?? []].flat().map((line): [string, string] => [name, line]));
  return new Promise((resolve, reject) => {
    const request = send({ hostname, port, method, path: target, headers: ['host', `${hostname}:${port}`, ...given.flat()] }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
      response.once('error', reject);
    });
    request.once('error', reject);
    request.end(bytes);
  });
}
