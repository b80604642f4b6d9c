import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { namesIn, type Grant } from '@thegither/consent';
import { endOf } from './lastDay.ts';
import { mustExist } from './mustExist.ts';
import { neverAWorker } from './neverAWorker.ts';
import { mustNotOverrule } from './ownNo.ts';
import { readDay } from './readInput.ts';
import { record, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { termsOf } from './terms.ts';
import type { OfGrant } from './withdrawGrant.ts';

/** Which grant goes on, and until when. */
export interface RenewGrant extends OfGrant {
  /** The last day; six months from now when nothing is said, twelve at most. */
  readonly until?: string | null;
}

const RENEWABLE: readonly Grant['state'][] = ['ACTIVE', 'PAUSED'];

/**
 * The person agrees to the same once more, from now on: a new grant that names the old one, which ends if it still
 * stood. A grant whose time was over can be renewed; one that the person took back is agreed to anew instead. Nothing
 * but the dates of looking is agreed to: a refusal stands.
 */
export async function renewGrant(pool: Pool, { grant, until, ...act }: RenewGrant): Promise<Done> {
  neverAWorker(act);
  const last = readDay(until);
  return record(pool, act, { verb: 'renewGrant', grant, until: last }, async (scene) => {
    const { client, at, facts } = scene;
    const old = facts.grants.find(({ id }) => id === grant);
    if (!old) return refuseInput('This person has no such grant.');
    if (!RENEWABLE.includes(old.state)) return refuseInput('This grant cannot be renewed. Agree to it anew.');
    const { recipient, purpose, sources } = old;
    await mustNotOverrule(scene, act, { place: await mustExist(client, recipient), purpose, categories: namesIn(old.categories) });
    return {
      kind: 'GRANT_GIVEN',
      body: {
        grant: {
          id: randomUUID(), recipient, purpose, categories: namesIn(old.categories), sources, ...termsOf(old), from: new Date(at).toISOString(), to: await endOf(client, last, at),
          basis: 'PUBLIC_TASK', control: 'AGREEMENT', renews: old.id,
        },
        supersedes: { refusals: [], stillRefused: [], narrowed: at < old.to ? [{ grant: old.id, instead: null }] : [] },
      },
    };
  });
}
