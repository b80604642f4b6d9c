import type { SessionContext } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';

const CURSOR = /^[\w-]{1,400}$/;

/** Where the two hundred people before ended, when the address says so in the form of a place: a word of the gateway's, good for this reader alone. */
export function readAfter(c: SessionContext): string | null {
  const after = c.req.query('after');
  return after !== undefined && CURSOR.test(after) ? after : null;
}

/** Asks for a page of people. A place that the gateway never gave to this reader is left out of the address: undefined, and the reader is to be sent to the beginning. */
export async function fromPlace<Answer>(after: string | null, ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (after !== null && error instanceof HouseError && error.code === 'INVALID_INPUT') return undefined;
    throw error;
  }
}
