import { listen, readBody } from '@thegither/service';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Pool } from 'undici';

/** What a service was sent. */
export interface Sent {
  readonly method: string | undefined;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A service of the test's own, and a pool of connections to it. */
export interface OpenService {
  readonly url: string;
  readonly pool: Pool;
  /** Everything that it was sent, in order. */
  readonly sent: readonly Sent[];
  close(): Promise<void>;
}

/** Opens a service that answers each request as is said: the number of the request counts from one. */
export async function openService(answer: (response: ServerResponse, count: number, request: IncomingMessage) => unknown, options?: Pool.Options): Promise<OpenService> {
  const sent: Sent[] = [];
  const listening = await listen(async (request, response) => {
    const body = await readBody(request, 1_000_000);
    const count = sent.push({ method: request.method, path: request.url ?? '', headers: request.headers, body: body.toString('utf8') });
    await answer(response, count, request);
  }, { graceMs: 0 });
  const pool = new Pool(listening.url, options);
  return {
    url: listening.url, pool, sent,
    async close() {
      await pool.destroy();
      await listening.close();
    },
  };
}
