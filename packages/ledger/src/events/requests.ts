import { readRequests, type RequestLine } from '../history/readRequests.ts';
import type { Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Does somebody wait for an answer still? */
export const isOpen = ({ state }: RequestLine): boolean => state === 'ASKED' || state === 'PUT_OFF';

/** Everything that the scene's person was ever asked, under their lock. Throws INTERNAL for a row that cannot be read. */
export const requestsOf = async ({ client, facts: { person } }: Scene): Promise<readonly RequestLine[]> => (await readRequests(client, [person])).get(person)!;

/** A request that waits for this person's answer. Throws INVALID_INPUT for any other id, and when nobody waits any more. */
export async function openRequest(scene: Scene, id: string): Promise<RequestLine> {
  const request = (await requestsOf(scene)).find((one) => one.id === id);
  if (!request) return refuseInput('This person was not asked that.');
  return isOpen(request) ? request : refuseInput('Nobody waits for an answer to that any more.');
}
