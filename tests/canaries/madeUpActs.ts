import { fromInt8, namesIn, NOTHING } from '@thegither/consent';
import { AGENCIES, PERSONAS, TEAMS, WORKERS } from '@thegither/synthetic';
import { GRANTABLE_PURPOSES, REGISTER } from '@thegither/vocabulary';
import type { Pool } from 'pg';
import { inputOf, whomIn, wordsOf, type Act } from './expected.ts';
import type { Whom } from './facts.ts';
import type { Model } from './model.ts';
import type { People } from './people.ts';
import type { Random } from '../harness/random.ts';
import type { Reasons } from './reasons.ts';
import { SAID } from './said.ts';

type Made = Pick<Act, 'input' | 'taken'>;

const CATEGORIES = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);
const WHOMS: readonly Whom[] = [
  ...AGENCIES.map(({ id }): Whom => ({ kind: 'agency', id })), ...TEAMS.map(({ id }): Whom => ({ kind: 'team', id })), ...WORKERS.map(({ id }): Whom => ({ kind: 'worker', id })),
];
const VERBS = ['giveGrant', 'giveGrant', 'giveGrant', 'giveGrant', 'withdrawGrant', 'withdrawGrant', 'refuse', 'refuse', 'stopAll', 'resumeSharing', 'resumeSharing', 'assignKeyWorker', 'confirmAssignment', 'confirmAssignment'];

interface GrantRow { readonly id: string; readonly agency: string | null; readonly team: string | null; readonly worker: string | null; readonly purpose: string; readonly categories: string; readonly sources: readonly string[] }

/** Makes up what somebody might do to a person: mostly what may be done, sometimes what may not. */
export function madeUpActs({ pool, model, people, random, reasons }: { readonly pool: Pool; readonly model: Model; readonly people: People; readonly random: Random; readonly reasons: Reasons }): (person: string) => Promise<Act> {
  const give = (): Act['input'] => ({
    purpose: random.chance(70) ? 'EMPLOYABILITY_SUPPORT' : random.of(GRANTABLE_PURPOSES), recipient: inputOf(random.of(WHOMS)),
    categories: random.chance(40) ? CATEGORIES : random.some(CATEGORIES, 25), sources: random.chance(20) ? random.some(AGENCIES.map(({ id }) => id), 20) : undefined,
  });
  const RANDOM: Readonly<Record<string, (person: string) => Promise<Made> | Made>> = {
    giveGrant: () => ({ input: give() }),
    refuse: () => ({ input: { purpose: random.chance(50) ? undefined : random.of(GRANTABLE_PURPOSES), recipient: inputOf(random.of(WHOMS)), categories: random.chance(30) ? CATEGORIES : random.some(CATEGORIES, 20) } }),
    withdrawGrant: async (person) => {
      const { rows: active } = await pool.query<GrantRow>(
        `SELECT id, recipient_agency AS agency, recipient_team AS team, recipient_worker AS worker, purpose, categories::text, sources FROM sharing_grant WHERE person = $1 AND state = 'ACTIVE' ORDER BY id`,
        [people.inLedger(person)]);
      if (active.length === 0) return { input: { grant: SAID } };
      const { id, agency, team, worker, purpose, categories, sources } = random.of(active);
      const whom = whomIn(agency ? { agency } : team ? { team } : { worker });
      return { input: { grant: id }, taken: wordsOf({ whom, purpose, sources, categories: namesIn(fromInt8(categories) ?? NOTHING) }) };
    },
    stopAll: () => ({ input: {} }), resumeSharing: () => ({ input: {} }), exclude: () => ({ input: { recipient: inputOf(random.of(WHOMS.filter(({ kind }) => kind === 'worker'))) } }),
    // Kirsty asks: a reason for a colleague is the team's, and of her own the person reads it.
    assignKeyWorker: (person) => ({ input: { ...random.of([{ worker: 'isla', reason: SAID }, { worker: 'isla', reason: SAID }, { worker: 'ewan', reason: SAID }, { worker: 'kirsty', reason: reasons(person) }]), purposes: random.chance(50) ? undefined : random.some(GRANTABLE_PURPOSES, 50) } }),
    confirmAssignment: async (person) => {
      const { rows: waiting } = await pool.query<{ id: string; code: string | null }>(`SELECT id, code FROM assignment WHERE person = $1 AND state = 'PENDING' ORDER BY id`, [people.inLedger(person)]);
      if (waiting.length === 0) return { input: { assignment: SAID } };
      const { id, code } = random.of(waiting);
      return { input: { assignment: id, code: random.chance(60) ? code : random.chance(30) ? '000000' : undefined } };
    },
  };
  return async (person) => {
    // Nobody lets in again whom they keep out, so it is seldom.
    const verb = random.chance(1) ? 'exclude' : random.of(VERBS);
    const theirs = random.chance(verb === 'assignKeyWorker' ? 5 : 80);
    const supporting = model.of(person).supports.map(({ worker }) => worker);
    const actor = theirs ? person : verb === 'assignKeyWorker' ? 'kirsty' : verb === 'confirmAssignment' ? random.of(['isla', 'kirsty', 'ewan']) : random.of([...supporting, ...WORKERS.map(({ id }) => id)]);
    return { verb, person, actor: random.chance(3) ? random.of(PERSONAS).key : actor, ...await RANDOM[verb]!(person) };
  };
}
