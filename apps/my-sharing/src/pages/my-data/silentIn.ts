import type { Answer } from '@thegither/pages';
import { myDataShape } from '../../generated/myDataShape.ts';

/** The categories of which something did not come because a service did not answer: by what the gateway says of the category, or of a field of it. */
export function silentIn({ sharing, errors }: Pick<Answer<unknown>, 'sharing' | 'errors'>): string[] {
  const failed = errors.flatMap(({ path: [root, name] }) => (root === 'me' ? myDataShape.filter(({ field }) => field.name === name).map(({ category }) => category) : []));
  return [...new Set([...sharing.filter(({ state }) => state === 'UNAVAILABLE').map(({ category }) => category), ...failed])];
}
