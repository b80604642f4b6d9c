import { randomBytes } from 'node:crypto';

/**
 * Makes random bytes in pieces of one size, each of which is handed out once. They are drawn for many pieces at a time,
 * because a draw costs far more than its bytes do.
 */
export function randomPieces(size: number, atATime = 128): () => Buffer {
  let drawn = Buffer.alloc(0), at = 0;
  return () => {
    if (at === drawn.length) {
      drawn = randomBytes(size * atATime);
      at = 0;
    }
    return drawn.subarray(at, (at += size));
  };
}
