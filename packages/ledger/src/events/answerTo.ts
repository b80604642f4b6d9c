import { covers, maskOf, type Recipient } from '@thegither/consent';
import type { Bodies } from './event.ts';
import { canonical } from './eventHash.ts';
import type { Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { openRequest } from './requests.ts';

/** What the person agrees to, as far as a request says it. */
interface Agreed {
  readonly recipient: Recipient;
  readonly purpose: string;
  readonly categories: readonly string[];
}

/** Holds an agreement against the request that it answers: the same recipient and purpose, and nothing that was not asked. Throws INVALID_INPUT otherwise. */
export async function answerTo(scene: Scene, id: string, { recipient, purpose, categories }: Agreed): Promise<NonNullable<Bodies['GRANT_GIVEN']['answers']>> {
  const asked = await openRequest(scene, id), shared = maskOf(...categories);
  if (canonical(asked.recipient) !== canonical(recipient) || asked.purpose !== purpose || !covers(asked.categories, shared)) {
    return refuseInput('That is not what was asked. Agree to it without naming the request.');
  }
  return { request: id, wholly: covers(shared, asked.categories) };
}
