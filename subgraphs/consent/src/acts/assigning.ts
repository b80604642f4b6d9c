import { isFor, type Asker, type Standing, WORKING_ROLES } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import { HouseError } from '@thegither/vocabulary';
import type { ConfirmAssignmentInput, EndAssignmentInput, MutationResolvers } from '../generated/graphql.ts';
import { changing } from './changing.ts';
import type { Stands } from './standsAs.ts';

/** Who may ask at all: whoever works with people about anybody, known to them or not. What comes of it says whom they may ask for. */
const MAY_ASK: readonly Standing[] = ['STRANGER', 'OPENED', 'TEAM', 'ASSIGNED', 'PENDING'];

/** Who supports whom: asked for by the team's lead or by the worker themselves, and nothing opens before somebody else has confirmed it. */
export function assigningActs(ledger: Ledger): Pick<MutationResolvers, 'assignKeyWorker' | 'confirmAssignment' | 'endAssignment'> {
  const change = changing(ledger);
  return {
    assignKeyWorker: change(MAY_ASK, ledger.assignKeyWorker, ({ worker }, stands) => mayAsk(ledger, stands, worker)),
    confirmAssignment: change(['SELF', 'PENDING', 'ASSIGNED', 'TEAM'], ledger.confirmAssignment, (input, stands) => mayConfirm(ledger, stands, input)),
    endAssignment: change(['SELF', 'PENDING', 'ASSIGNED', 'TEAM'], ledger.endAssignment, (input, stands) => mayEnd(ledger, stands, input)),
  };
}

const leads = (asker: Asker): boolean => asker.kind === 'worker' && asker.worker.roles.includes('TEAM_LEAD');

/**
 * For themselves, whoever supports people: about anybody, for it opens nothing, and the answer is the same whoever it is and
 * whether there is anybody. For somebody else, the lead of their team, who is something to the person already.
 */
async function mayAsk(ledger: Ledger, { standing, asker }: Stands, worker: string): Promise<void> {
  if (asker.kind === 'worker' && asker.worker.worker === worker && asker.worker.roles.some((role) => WORKING_ROLES.has(role))) return;
  if (standing === 'STRANGER' || standing === 'OPENED') throw new HouseError('UNKNOWN_PERSON');
  await mustLead(ledger, asker, worker);
}

/** By the ledger's account of both, not by the token: the caller leads a team now, and the worker is in it. */
async function mustLead(ledger: Ledger, asker: Asker, worker: string): Promise<void> {
  if (asker.kind !== 'worker' || !leads(asker)) throw new HouseError('FORBIDDEN');
  const team = await teamOf(ledger, worker, asker.worker.agency);
  if (asker.worker.team === null || team !== asker.worker.team) throw new HouseError('INVALID_INPUT', 'There is no such worker in your team.');
}

/** The team of an account of this agency; undefined when there is no such account, or it is of another agency: one answer for both. */
async function teamOf(ledger: Ledger, worker: string, agency: string): Promise<string | null | undefined> {
  try {
    const { asker } = await ledger.decide({ kind: 'worker', worker, agency }, undefined, []);
    return asker.kind === 'worker' ? asker.worker.team : undefined;
  } catch (cause) {
    if (cause instanceof HouseError && (cause.code === 'UNAUTHENTICATED' || cause.code === 'FORBIDDEN')) return undefined;
    throw cause;
  }
}

/**
 * The person; the worker for whom it waits, with the code that the person read out; or, with a reason, a lead of the
 * team, of whom the ledger asks that somebody else made the assignment and that it is not for themselves.
 */
async function mayConfirm(ledger: Ledger, { standing, asker }: Stands, { person, assignment, code }: ConfirmAssignmentInput): Promise<void> {
  if (standing === 'SELF') return;
  const may = code === undefined || code === null ? leads(asker) : await isTheirs(ledger, asker, person, assignment);
  if (!may) throw new HouseError('FORBIDDEN');
}

/** The person; the worker whose support it is; or a lead of the team. */
async function mayEnd(ledger: Ledger, { standing, asker }: Stands, { person, assignment }: EndAssignmentInput): Promise<void> {
  if (standing !== 'SELF' && !leads(asker) && !(await isTheirs(ledger, asker, person, assignment))) throw new HouseError('FORBIDDEN');
}

/** Is it the assignment of this worker? A code is only good in the hands of the one whom the person read it out to. */
async function isTheirs(ledger: Ledger, asker: Asker, person: string, assignment: string): Promise<boolean> {
  const facts = (await ledger.readFacts([person])).get(person);
  return asker.kind === 'worker' && facts?.assignments.some(({ id, recipient }) => id === assignment && isFor(recipient, asker.worker)) === true;
}
