import { isFor, type Asker } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import { HouseError } from '@thegither/vocabulary';
import type { ConfirmAssignmentInput, MutationResolvers } from '../generated/graphql.ts';
import { actOf } from './actOf.ts';
import { assignmentPayload } from './payload.ts';
import { mustStandAs, type Stands } from './standsAs.ts';

/** Who supports whom: asked for by the team's lead, and nothing opens before somebody else has confirmed it. */
export const assigningActs = (ledger: Ledger): Pick<MutationResolvers, 'assignKeyWorker' | 'confirmAssignment'> => ({
  async assignKeyWorker(_root, { input }, context) {
    const { asker } = await mustStandAs(['TEAM', 'ASSIGNED', 'PENDING'], ledger, context, input.person);
    await mustLead(ledger, asker, input.worker);
    return assignmentPayload(input.person, await ledger.assignKeyWorker({ ...input, ...actOf(context, input) }));
  },
  async confirmAssignment(_root, { input }, context) {
    await mayConfirm(ledger, await mustStandAs(['SELF', 'PENDING', 'ASSIGNED', 'TEAM'], ledger, context, input.person), input);
    return assignmentPayload(input.person, await ledger.confirmAssignment({ ...input, ...actOf(context, input) }));
  },
});

const leads = (asker: Asker): boolean => asker.kind === 'worker' && asker.worker.roles.includes('TEAM_LEAD');

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
  const may = code === undefined || code === null ? leads(asker) : await waitsFor(ledger, asker, person, assignment);
  if (!may) throw new HouseError('FORBIDDEN');
}

/** A code is only good in the hands of the worker whom the person read it out to. */
async function waitsFor(ledger: Ledger, asker: Asker, person: string, assignment: string): Promise<boolean> {
  const facts = (await ledger.readFacts([person])).get(person);
  return asker.kind === 'worker' && facts?.assignments.some(({ id, recipient }) => id === assignment && isFor(recipient, asker.worker)) === true;
}
