import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Gives the way to close this server: it accepts nothing new, ends at once every connection that has no request
 * running, and the others when their answer is written; after `graceMs` whatever is left. Node's own close waits for
 * connections that were opened and never used. Closing twice is closing once.
 */
export function closeGently(server: Server, graceMs: number): () => Promise<void> {
  const connections = new Map<Socket, Set<ServerResponse>>();
  let closing: Promise<void> | undefined;

  server.on('connection', (socket) => {
    connections.set(socket, new Set());
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    const running = connections.get(socket);
    running?.add(response);
    response.once('close', () => {
      running?.delete(response);
      if (closing && running?.size === 0) socket.destroySoon();
    });
  });

  const close = () => new Promise<void>((resolve, reject) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearTimeout(giveUp);
      if (error) reject(error);
      else resolve();
    });
    for (const [socket, running] of connections) {
      if (running.size === 0) socket.destroy();
      // Tells the other side not to send its next request here.
      for (const response of running) response.shouldKeepAlive = false;
    }
  });
  return () => (closing ??= close());
}
