import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { HouseError, categoryNamed } from '@thegither/vocabulary';
import type { Evidence } from './event.ts';
import { endOf } from './lastDay.ts';
import { mustBeReadable } from './mustBeReadable.ts';
import { mustExist } from './mustExist.ts';
import { readCategories, readDay, readRecipient, readWords, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** What a worker says the person agreed to. */
export interface RecordGrant extends Act {
  readonly categories: readonly string[];
  readonly recipient: RecipientInput;
  /** The last day; six months from now when nothing is said, twelve at most. */
  readonly until?: string | null;
  /** How the person said it. */
  readonly channel: Evidence['channel'];
  /** What was said or read out, 1 to 500 characters. */
  readonly words: string;
}

/**
 * A worker writes down that the person agreed, for somebody who has no account at hand. To support them into work alone,
 * without any category that needs an act of its own, for fourteen days until the person confirms it: the rule of the
 * house sees to the days, and that nothing opens which the person had stopped before (`opensUnconfirmed`). So it is
 * recorded whatever the person said before, and the worker learns nothing of that.
 */
export async function recordGrant(pool: Pool, { categories, recipient, until, channel, words, ...act }: RecordGrant): Promise<Done> {
  if (act.actor.kind !== 'worker') throw new HouseError('FORBIDDEN', 'Only a worker records what a person agreed to in their presence.');
  const wanted = { categories: readCategories(categories), recipient: readRecipient(recipient), until: readDay(until), evidence: { channel, words: readWords(words) } };
  if (wanted.categories.some((name) => categoryNamed(name)?.ownAct)) return refuseInput('One of these categories needs an act of the person’s own.');
  return record(pool, act, { verb: 'recordGrant', ...wanted }, async (scene) => {
    mustBeReadable(scene);
    await mustExist(scene.client, wanted.recipient);
    return {
      kind: 'GRANT_RECORDED',
      body: {
        grant: {
          id: randomUUID(), recipient: wanted.recipient, purpose: 'EMPLOYABILITY_SUPPORT', categories: wanted.categories, sources: [],
          from: new Date(scene.at).toISOString(), to: await endOf(scene.client, wanted.until, scene.at), basis: 'PUBLIC_TASK', control: 'AGREEMENT',
        },
        evidence: wanted.evidence,
      },
    };
  });
}
