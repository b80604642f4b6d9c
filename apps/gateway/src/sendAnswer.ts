import type { ServerResponse } from 'node:http';

/** Bytes handed to the operating system between two looks at the clock. */
const CHUNK = 64 * 1024;

/**
 * Writes an answer before its deadline: the clock is read immediately before each write, and once it has passed the
 * connection is destroyed, so that nothing more leaves. Without a deadline it is simply written.
 */
export async function sendAnswer(response: ServerResponse, body: Uint8Array, deadline: number | undefined, now: () => number): Promise<void> {
  if (deadline === undefined) {
    response.end(body);
    return;
  }
  // A reader that does not read keeps our bytes waiting here: they must not go out later.
  const guard = setTimeout(() => response.destroy(), Math.max(0, deadline - now()));
  const closed = new Promise<'closed'>((resolve) => response.once('close', () => resolve('closed')));
  for (let at = 0; at < body.length; at += CHUNK) {
    if (now() >= deadline) response.destroy();
    if (response.destroyed || (await Promise.race([write(response, body.subarray(at, at + CHUNK)), closed])) !== 'written') break;
  }
  clearTimeout(guard);
  if (!response.destroyed) response.end();
}

const write = (response: ServerResponse, bytes: Uint8Array): Promise<'written' | 'failed'> =>
  new Promise((resolve) => response.write(bytes, (error) => resolve(error ? 'failed' : 'written')));
