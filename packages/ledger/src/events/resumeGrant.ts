import type { Pool } from 'pg';
import { namesIn } from '@thegither/consent';
import { mustExist } from './mustExist.ts';
import { neverAWorker } from './neverAWorker.ts';
import { mustNotOverrule } from './ownNo.ts';
import { openGrant } from './openGrant.ts';
import { record, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import type { OfGrant } from './withdrawGrant.ts';

/** The person lets a paused grant go on, to the day on which it was to end. Never by a worker. Throws INVALID_INPUT unless it is paused. */
export async function resumeGrant(pool: Pool, { grant, ...act }: OfGrant): Promise<Done> {
  neverAWorker(act);
  return record(pool, act, { verb: 'resumeGrant', grant }, async (scene) => {
    const { state, recipient, purpose, categories } = openGrant(scene, grant);
    if (state !== 'PAUSED') return refuseInput('This grant is not paused.');
    await mustNotOverrule(scene, act, { place: await mustExist(scene.client, recipient), purpose, categories: namesIn(categories) });
    return { kind: 'GRANT_RESUMED', body: { grant } };
  });
}
