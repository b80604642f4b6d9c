import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import { isWithin, placesOf } from './places.ts';
import { readCategories, readPurpose, readRecipient, readWords, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done, type Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { isOpen, requestsOf } from './requests.ts';

/** What a worker asks the person to share, with whom and why. */
export interface AskForSharing extends Act {
  readonly purpose: string;
  readonly categories: readonly string[];
  /** The worker, or their team or agency as it is now. */
  readonly recipient: RecipientInput;
  /** Why, in words that the person reads. */
  readonly reason: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** So long the person may think about it. */
const LAPSES_MS = 30 * DAY_MS;

/** So long nobody of the agency asks again after an answer that was no yes, or after none. */
const COOL_OFF_MS = 28 * DAY_MS;

const AGREED: readonly string[] = ['AGREED', 'PART_AGREED'];

/**
 * A worker asks the person to share something with themselves, their team or their agency. One open request of an agency
 * for each purpose; after one that was closed without a yes, nobody of the agency asks again for 28 days. What it was
 * closed by is not said: the words are the same. May the worker ask about this person, and could they ever receive it?
 * Both are the caller's to check.
 */
export async function askForSharing(pool: Pool, { purpose, categories, recipient, reason, ...act }: AskForSharing): Promise<Done> {
  if (act.actor.kind !== 'worker') throw new HouseError('FORBIDDEN', 'Only a worker asks a person to share.');
  const wanted = { purpose: readPurpose(purpose), categories: readCategories(categories), recipient: readRecipient(recipient), reason: readWords(reason) };
  return record(pool, act, { verb: 'askForSharing', ...wanted }, async (scene) => {
    const [asker, place] = await placesOf(scene.client, [{ kind: 'worker', worker: act.actor.id }, wanted.recipient]);
    if (!asker || !place || !isWithin(asker, place)) return refuseInput('Ask for yourself, your team or your agency.');
    await mustNotPress(scene, asker.agency, wanted.purpose);
    return { kind: 'SHARING_ASKED', body: { request: { id: randomUUID(), ...wanted, lapses: new Date(scene.at + LAPSES_MS).toISOString() } } };
  });
}

async function mustNotPress(scene: Scene, agency: string, purpose: string): Promise<void> {
  const before = (await requestsOf(scene)).filter((one) => one.agencyId === agency && one.purpose === purpose);
  if (before.some(isOpen)) refuseInput('Your agency has asked this person already and waits for an answer.');
  if (before.some((one) => !AGREED.includes(one.state) && scene.at < (one.ended ?? one.lapses) + COOL_OFF_MS)) refuseInput('It is too soon to ask this person again.');
}
