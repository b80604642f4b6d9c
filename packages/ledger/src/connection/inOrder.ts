import type { PoolClient } from 'pg';

/**
 * Waits for two statements that were sent at once to the same connection. When both fail it throws what the first one
 * threw: in a transaction the second then failed only because of it, and its news may be the earlier to arrive.
 */
export async function inOrder<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === 'rejected') throw one.reason;
  if (other.status === 'rejected') throw other.reason;
  return [one.value, other.value];
}

/** Statements that leave in one packet, with one call of the operating system. Waits for both. */
export function together<A, B>({ connection: { stream } }: PoolClient, send: () => [Promise<A>, Promise<B>]): Promise<[A, B]> {
  stream.cork();
  try {
    return inOrder(...send());
  } finally {
    stream.uncork();
  }
}
