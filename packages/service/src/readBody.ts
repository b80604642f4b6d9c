import type { IncomingMessage } from 'node:http';
import { HouseError } from '@thegither/vocabulary';

/**
 * Reads a request's whole body. Throws TOO_LARGE as soon as it is longer than the limit, or says that it will be, and
 * BAD_REQUEST when it ends before it is complete. Whoever answers TOO_LARGE closes the connection (answerError does).
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new HouseError('TOO_LARGE');
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limitBytes) chunks.push(chunk);
      else {
        request.off('data', take).pause();
        reject(new HouseError('TOO_LARGE'));
      }
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks, size)));
    request.once('close', () => {
      // Every request closes; an error is dear to make, and is made for those alone that closed too early.
      if (!request.readableEnded) reject(new HouseError('BAD_REQUEST'));
    });
  });
}
