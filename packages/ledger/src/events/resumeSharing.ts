import type { Pool } from 'pg';
import { neverAWorker } from './neverAWorker.ts';
import { mustNotOverruleStop } from './ownNo.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** The person ends their own stop; what they had agreed to holds again. Never by a worker. Throws INVALID_INPUT when nothing is stopped. */
export async function resumeSharing(pool: Pool, act: Act): Promise<Done> {
  neverAWorker(act);
  return record(pool, act, { verb: 'resumeSharing' }, async (scene) => {
    const { hold } = scene.facts;
    if (hold === null) return refuseInput('Sharing is not stopped.');
    await mustNotOverruleStop(scene, act, hold);
    return { kind: 'SHARING_RESUMED', body: { hold } };
  });
}
