import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { endOf } from './lastDay.ts';
import { mustBeReadable } from './mustBeReadable.ts';
import { mustBeTheirOnlyOne } from './onlyOne.ts';
import { onlyThePerson } from './onlyThePerson.ts';
import { readAuthority, type AuthorityInput } from './readAuthority.ts';
import { readDay } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';

/** Whom the person appoints, and for what. */
export interface AppointRepresentative extends Act, AuthorityInput {
  /** The last day; six months from now when nothing is said, twelve at most. */
  readonly until?: string | null;
}

/** The person appoints somebody to act for them: from now on, within what they name. By the person alone; nobody who acts for them appoints anybody. */
export async function appointRepresentative(pool: Pool, { representative, powers, categories, until, ...act }: AppointRepresentative): Promise<Done> {
  onlyThePerson(act);
  const wanted = { ...readAuthority({ representative, powers, categories }, act.person), until: readDay(until) };
  return record(pool, act, { verb: 'appointRepresentative', ...wanted }, async (scene) => {
    mustBeReadable(scene);
    mustBeTheirOnlyOne(scene, wanted.representative);
    const { until: last, ...given } = wanted;
    return {
      kind: 'AUTHORITY_RECORDED',
      body: { authority: { id: randomUUID(), kind: 'APPOINTED', ...given, from: new Date(scene.at).toISOString(), to: await endOf(scene.client, last, scene.at), seen: null } },
    };
  });
}
