import type { ServerResponse } from 'node:http';
import { ERRORS, HouseError } from '@thegither/vocabulary';

/** Answers with JSON that nobody may keep. Does nothing if an answer was begun or the other side has gone. */
export function answerJson(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store' });
  response.end(text);
}

/**
 * Answers with an error: the status of its code and, as in GraphQL, `errors` with message and code. A fault of ours says
 * what its code means and nothing else; any error that is not a HouseError is INTERNAL. When an answer was begun already, the connection is cut, so that half
 * of it is not taken for the whole.
 */
export function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent && !response.writableEnded) response.destroy();
  const { code, message } = error instanceof HouseError ? error : new HouseError('INTERNAL');
  const { status, meaning } = ERRORS[code];
  // The rest of what is too large is not read.
  if (code === 'TOO_LARGE' && !response.headersSent) response.setHeader('connection', 'close');
  answerJson(response, status, { errors: [{ message: status < 500 ? message : meaning, extensions: { code } }] });
}
