import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** What came back over a connection of its own. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Sends bytes as they are, piece by piece and no more than are taken, and gives what came back until the connection ended. */
export async function sendRaw(url: string, ...pieces: readonly (string | Buffer)[]): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // Whoever is refused need not be listened to: what was answered before counts.
  socket.on('error', () => undefined);
  const answered = text(socket).catch(() => '');
  for (const piece of pieces) {
    if (!socket.writable) break;
    if (!socket.write(piece)) await new Promise<void>((resolve) => { socket.once('drain', resolve).once('close', () => resolve()); });
  }
  const [headers = '', body = ''] = (await answered).split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1]), headers: headers.toLowerCase(), body };
}

/** The head of a request to GraphQL, its last line open. */
export const head = (method = 'POST', more = ''): string => `${method} /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${more}`;
