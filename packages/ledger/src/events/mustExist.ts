import type { ClientBase } from 'pg';
import type { Recipient } from '@thegither/consent';
import { placesOf, type Place } from './places.ts';
import { refuseInput } from './refuseInput.ts';

/** Where a recipient stands. Throws INVALID_INPUT when there is no such agency, team or worker. */
export async function mustExist(client: ClientBase, recipient: Recipient): Promise<Place> {
  const [place] = await placesOf(client, [recipient]);
  return place ?? refuseInput('There is no such agency, team or worker.');
}
