import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { HouseError, categoryNamed } from '@thegither/vocabulary';
import { endOf } from './lastDay.ts';
import { mustBeReadable } from './mustBeReadable.ts';
import { mustExist } from './mustExist.ts';
import { readEvidence, type EvidenceInput } from './readEvidence.ts';
import { readCategories, readDay, readRecipient, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { readTerms, termsOf } from './terms.ts';

/** What a worker says the person agreed to. */
export interface RecordGrant extends Act, EvidenceInput {
  readonly categories: readonly string[];
  readonly recipient: RecipientInput;
  /** The last day; six months from now when nothing is said, twelve at most. */
  readonly until?: string | null;
  /** The first and the last day whose rows alone are shared; nothing for any. */
  readonly dataFrom?: string | null;
  readonly dataTo?: string | null;
}

/**
 * A worker writes down that the person agreed, for somebody who has no account at hand. To support them into work alone,
 * without any category that needs an act of its own, for fourteen days until the person confirms it: the rule of the
 * house sees to the days, and that nothing opens which the person had stopped before (`opensUnconfirmed`). So it is
 * recorded whatever the person said before, and the worker learns nothing of that. It is to be looked at, never to be copied.
 */
export async function recordGrant(pool: Pool, { categories, recipient, until, dataFrom, dataTo, channel, words, witness, shown, language, format, ...act }: RecordGrant): Promise<Done> {
  if (act.actor.kind !== 'worker') throw new HouseError('FORBIDDEN', 'Only a worker records what a person agreed to in their presence.');
  const ticked = readCategories(categories), evidence = readEvidence({ channel, words, witness, shown, language, format }, ticked, act.actor);
  const wanted = { categories: ticked, recipient: readRecipient(recipient), until: readDay(until), evidence, ...readTerms({ dataFrom, dataTo }) };
  if (wanted.categories.some((name) => categoryNamed(name)?.ownAct)) return refuseInput('One of these categories needs an act of the person’s own.');
  return record(pool, act, { verb: 'recordGrant', ...wanted }, async (scene) => {
    mustBeReadable(scene);
    await mustExist(scene.client, wanted.recipient);
    return {
      kind: 'GRANT_RECORDED',
      body: {
        grant: {
          id: randomUUID(), recipient: wanted.recipient, purpose: 'EMPLOYABILITY_SUPPORT', categories: wanted.categories, sources: [], ...termsOf(wanted),
          from: new Date(scene.at).toISOString(), to: await endOf(scene.client, wanted.until, scene.at), basis: 'PUBLIC_TASK', control: 'AGREEMENT',
        },
        evidence: wanted.evidence,
      },
    };
  });
}
