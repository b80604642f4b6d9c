import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Below those that systems give to whoever asks for any: while a service is gone, no other test's may be given its port.
const FIRST_PORT = 20_000, LAST_PORT = 32_000;

/** A port that nobody listens on now, nor will by chance while a service is gone from it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    try {
      server.listen(randomInt(FIRST_PORT, LAST_PORT), '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as { port: number }).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    } finally {
      if (server.listening) {
        server.close();
        await once(server, 'close');
      }
    }
  }
}
