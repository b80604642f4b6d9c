import type { Pool } from 'pg';
import { namesIn } from '@thegither/consent';
import { mustBeReadable } from './mustBeReadable.ts';
import { mustExist } from './mustExist.ts';
import { neverAWorker } from './neverAWorker.ts';
import { mustNotOverrule } from './ownNo.ts';
import { openGrant } from './openGrant.ts';
import { record, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { supersededBy } from './supersededBy.ts';
import type { OfGrant } from './withdrawGrant.ts';

/** The person says that they agreed to what a worker recorded: from now on it is their own grant, and takes back by name the refusals that it overlaps. */
export async function confirmGrant(pool: Pool, { grant, ...act }: OfGrant): Promise<Done> {
  neverAWorker(act);
  return record(pool, act, { verb: 'confirmGrant', grant }, async (scene) => {
    mustBeReadable(scene);
    const { state, recipient, purpose, categories } = openGrant(scene, grant);
    if (state !== 'RECORDED_UNCONFIRMED') return refuseInput('This grant is the person’s own already.');
    const place = await mustExist(scene.client, recipient);
    const agreement = { place, purpose, categories: namesIn(categories), confirms: grant };
    await mustNotOverrule(scene, act, agreement);
    return { kind: 'GRANT_CONFIRMED', body: { grant, supersedes: await supersededBy(scene, agreement) } };
  });
}
