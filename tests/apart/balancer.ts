import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A load balancer before the gateways. */
export interface Balancer {
  readonly url: string;
  /** How many answers came from each. */
  readonly answered: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Opens a door before these: each in turn, and the next one when a connection cannot be made. A request that was sent is never sent to another. */
export async function openBalancer(urls: readonly string[]): Promise<Balancer> {
  const answered = new Map(urls.map((url) => [url, 0]));
  let turn = 0;
  const pass = (request: IncomingMessage, response: ServerResponse, body: Buffer, left: number): void => {
    const to = urls[turn++ % urls.length]!;
    const passed = ask(new URL(request.url ?? '/', to), { method: request.method, headers: { ...request.headers, host: new URL(to).host } }, (answer) => {
      answered.set(to, answered.get(to)! + 1);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && left > 1) pass(request, response, body, left - 1);
      else response.destroy();
    });
    passed.end(body);
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => pass(request, response, Buffer.concat(chunks), urls.length));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answered,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
