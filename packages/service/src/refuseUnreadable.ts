import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ERRORS, HouseError } from '@thegither/vocabulary';
import { answerError } from './answer.ts';

const UNREADABLE = 'This is no HTTP that can be read.';

/** What Node found, in our words. */
const FOUND: Readonly<Record<string, () => HouseError>> = {
  ERR_HTTP_REQUEST_TIMEOUT: () => new HouseError('BAD_REQUEST', 'The request did not arrive in time.'),
  HPE_HEADER_OVERFLOW: () => new HouseError('TOO_LARGE'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: () => new HouseError('TOO_LARGE'),
};

/**
 * Answers in our form what Node refuses by itself, before any handler sees it: what is no HTTP, has headers that are too
 * large, or does not arrive in time. The connection ends with it. Where an answer had begun, the connection is cut: a
 * second one behind it would be taken for its rest.
 */
export function refuseUnreadable(server: Server): void {
  const answering = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answering.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = answering.get(socket);
    if (!socket.writable || (response?.headersSent && !response.writableFinished)) socket.destroy(error);
    else refuse(socket, FOUND[error.code ?? '']?.() ?? new HouseError('BAD_REQUEST', UNREADABLE));
  });
  server.on('connect', (_, socket) => refuse(socket, new HouseError('METHOD_NOT_ALLOWED')));
  server.on('checkExpectation', (_, response) => answerError(response, new HouseError('BAD_REQUEST', 'It expects what is not done here.')));
}

function refuse(socket: Duplex, { code, message }: HouseError): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const { status } = ERRORS[code];
  socket.end([
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'cache-control: no-store', 'connection: close', '', body,
  ].join('\r\n'), () => socket.destroy());
}
