import type { ClientBase, Pool } from 'pg';
import { WORKING_ROLES } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { Actor, Happening } from './event.ts';
import { WRONG_CODES, hasGuessed } from './hasGuessed.ts';
import { readWords } from './readInput.ts';
import { record, type Act, type Done, type Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Which assignment is confirmed, and how. */
export interface ConfirmAssignment extends Act {
  readonly assignment: string;
  /** The code that the person read out. */
  readonly code?: string | null;
  /** Why a second worker confirms it without a code. */
  readonly reason?: string | null;
}

interface Pending {
  readonly recipient_worker: string | null;
  readonly assigned_by: Actor;
  readonly code: string | null;
  readonly wrong_codes: number;
  readonly ended_event: string | null;
}

const CONFIRMS: ReadonlySet<string> = new Set<string>([...WORKING_ROLES, 'TEAM_LEAD']);

/**
 * Confirms an assignment, from which moment it opens what the person agreed to. The person does it by themselves; a
 * worker with the code that the person read out; or a second worker of the same agency with a reason, who is neither
 * the one assigned nor the one who assigned. A wrong code is on the record, and after five the code is dead.
 */
export async function confirmAssignment(pool: Pool, { assignment, code, reason, ...act }: ConfirmAssignment): Promise<Done> {
  const why = reason === undefined || reason === null ? null : readWords(reason);
  const done = await record(pool, act, { verb: 'confirmAssignment', assignment, code, reason: why }, async (scene) => {
    const standing = scene.facts.assignments.find(({ id }) => id === assignment);
    if (!standing) return refuseInput('This person has no such assignment.');
    if (standing.confirmed) return refuseInput('This assignment is confirmed already.');
    const waits = await pending(scene.client, assignment);
    if (waits.ended_event !== null) return refuseInput('This assignment has ended already.');
    return confirm(scene, waits, act, { assignment, code: code ?? null, reason: why });
  });
  // The wrong try is committed, so that it counts; only then is it refused, and again when it is repeated.
  if (done.kind === 'ASSIGNMENT_CODE_WRONG') refuseInput('That is not the code.');
  return done;
}

async function pending(client: ClientBase, assignment: string): Promise<Pending> {
  const { rows } = await client.query<Pending>('SELECT recipient_worker, assigned_by, code, wrong_codes, ended_event FROM assignment WHERE id = $1', [assignment]);
  return rows[0]!;
}

type How = { readonly assignment: string; readonly code: string | null; readonly reason: string | null };

async function confirm({ client }: Scene, waits: Pending, { actor, person }: Act, { assignment, code, reason }: How): Promise<Happening> {
  const confirmed = (by: 'PERSON' | 'CODE' | 'SECOND_WORKER'): Happening => ({ kind: 'ASSIGNMENT_CONFIRMED', body: { assignment, by, reason: by === 'SECOND_WORKER' ? reason : null } });
  if (actor.kind === 'person') return actor.id === person ? confirmed('PERSON') : forbid();
  await mustBeColleague(client, actor, waits);
  if (code !== null) {
    const isDead = waits.code === null || await hasGuessed(client, person, waits.recipient_worker);
    return isDead ? refuseInput('This assignment can no longer be confirmed by a code.') : tried(waits, assignment, code, confirmed('CODE'));
  }
  if (reason === null) return refuseInput('Give the code that the person read out, or the reason of a second worker.');
  return actor.id === waits.recipient_worker || actor.id === waits.assigned_by.id ? forbid() : confirmed('SECOND_WORKER');
}

function tried(waits: Pending, assignment: string, code: string, confirmed: Happening): Happening {
  if (code === waits.code) return confirmed;
  const times = waits.wrong_codes + 1;
  return { kind: 'ASSIGNMENT_CODE_WRONG', body: { assignment, times, closed: times >= WRONG_CODES } };
}

const forbid = (): never => {
  throw new HouseError('FORBIDDEN', 'The person confirms it, or a worker of the same agency: with the code, or as a second one who neither assigned it nor is assigned.');
};

/** Of the agency of the worker who is assigned, and with a role that supports people or leads those who do. */
async function mustBeColleague(client: ClientBase, { id }: Actor, { recipient_worker: assigned }: Pending): Promise<void> {
  const { rows } = await client.query<{ id: string; agency: string; roles: string[] }>('SELECT id, agency, roles FROM worker WHERE id = ANY ($1::text[])', [[id, assigned]]);
  const colleague = rows.find((row) => row.id === id);
  const agency = rows.find((row) => row.id === assigned)?.agency;
  if (!colleague || colleague.agency !== agency || !colleague.roles.some((role) => CONFIRMS.has(role))) forbid();
}
