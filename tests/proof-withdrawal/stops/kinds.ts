import { NAME, READER, inLedger, spineOf } from '../subjects.ts';
import { stopAt, stopBy } from './acknowledged.ts';
import { give, takeBack } from './give.ts';
import type { Kind, Scene } from './kind.ts';

const AGENCY = { agency: 'fife-works' }, TEAM = 'fife-works-east';
const nothing = async (): Promise<void> => undefined;
const toAgency = (scene: Scene, person: string, category: string): Promise<string> => give(scene, person, category, AGENCY);
const clearGrant = async (scene: Scene, person: string, grant: string): Promise<void> => {
  await takeBack(scene, person, grant);
};

/** The person takes the grant back. */
const withdrawal: Kind = {
  also: [], isAct: true, give: toAgency, clear: nothing, lift: nothing,
  stop: (scene, person, grant) => stopBy(scene, person, 'withdrawGrant', { grant }),
};

/** The grant's time is over. A person can name a day; so that nobody waits for midnight its row is given an earlier end, ahead of time. */
const expiry: Kind = {
  also: [], isAct: false, give: toAgency, clear: nothing, lift: nothing,
  stop: (scene, _, grant) => stopAt(scene, "UPDATE sharing_grant SET access_to = clock_timestamp() + interval '50 milliseconds' WHERE id = $1 RETURNING extract(epoch FROM access_to)", [grant]),
};

/** The person pauses the grant. */
const pause: Kind = {
  also: [], isAct: true, give: toAgency, clear: clearGrant, lift: nothing,
  stop: (scene, person, grant) => stopBy(scene, person, 'pauseGrant', { grant }),
};

/** The reader does not support the person any more. */
const assignmentEnd: Kind = {
  also: [NAME.category], isAct: true, give: toAgency, clear: clearGrant,
  stop: async (scene, person) => stopBy(scene, person, 'endAssignment', { assignment: await standing(scene, 'assignment', person) }),
  async lift({ sharing }, person) {
    await sharing.support(spineOf(person), READER);
  },
};

/** The person shares with a team, and the reader leaves it. */
const teamChange: Kind = {
  also: [], isAct: false,
  give: (scene, person, category) => give(scene, person, category, { team: TEAM }),
  stop: (scene) => stopAt(scene, 'UPDATE worker SET team = NULL WHERE id = $1 RETURNING extract(epoch FROM clock_timestamp())', [READER]),
  async clear(scene, person, grant) {
    await clearGrant(scene, person, grant);
    await scene.ledger.rows('UPDATE worker SET team = $2 WHERE id = $1', [READER, TEAM]);
  },
  lift: nothing,
};

/** The person keeps the reader out. */
const exclusion: Kind = {
  also: [NAME.category], isAct: true, give: toAgency, clear: clearGrant,
  stop: (scene, person) => stopBy(scene, person, 'exclude', { recipient: { worker: READER } }),
  async lift(scene, person) {
    await scene.acts(person, 'endExclusion', { exclusion: await standing(scene, 'exclusion', person) }, scene.gateway);
  },
};

/** The person stops all sharing. */
const hold: Kind = {
  also: [], isAct: true, give: toAgency, lift: nothing,
  stop: (scene, person) => stopBy(scene, person, 'stopAll', {}),
  async clear(scene, person, grant) {
    await clearGrant(scene, person, grant);
    await scene.acts(person, 'resumeSharing', {}, scene.gateway);
  },
};

/** The assignment or exclusion of the reader that has not ended. */
async function standing({ ledger }: Scene, table: 'assignment' | 'exclusion', person: string): Promise<string> {
  return (await ledger.rows<{ id: string }>(`SELECT id FROM ${table} WHERE person = $1 AND recipient_worker = $2 AND ended_event IS NULL`, [inLedger(person), READER]))[0]!.id;
}

/** Every way in which sharing ends. */
export const KINDS = { withdrawal, pause, expiry, assignmentEnd, teamChange, exclusion, hold } as const;
