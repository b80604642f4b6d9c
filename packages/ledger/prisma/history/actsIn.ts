import type { SharingAct, SharingStep } from '@thegither/synthetic';
import { HouseError, type PersonId } from '@thegither/vocabulary';
import type { Actor, Bodies, Happening } from '../../src/events/event.ts';
import { endOfDayInScotland } from './endOfDay.ts';

/** A step as the ledger takes it: by whom, what they asked for, and what happened. */
export interface Taken {
  readonly step: SharingStep;
  readonly actor: Actor;
  readonly input: unknown;
  readonly happening: Happening;
}

/** What the steps so far have made, by the key of the step that made it. */
interface Made {
  readonly person: Actor;
  readonly subjects: Map<string, string>;
  hold: string | undefined;
  membership: Bodies['HOUSEHOLD_JOINED'] | undefined;
  refused: boolean;
  readonly newId: () => string;
}

type Told = Omit<Taken, 'step'>;
type Verbs = { readonly [K in SharingAct['kind']]: (act: SharingStep & { readonly kind: K }, made: Made) => Told };

const NOTHING_SUPERSEDED = { refusals: [], stillRefused: [], narrowed: [] } as const;

const fault = (what: string): never => {
  throw new HouseError('INTERNAL', `a history ${what}`);
};
const named = (made: Made, key: string): string => made.subjects.get(key) ?? fault('goes back to what never was');

/** Each verb as `src/events` has it: the same input under the hash, the same body in the event. */
const VERBS: Verbs = {
  ASSIGNED({ key, worker, by, purposes, from, reason }, made) {
    const id = made.newId();
    made.subjects.set(key, id);
    const recipient = { kind: 'worker', worker } as const;
    const code = String(Number.parseInt(id.slice(0, 8), 16) % 1_000_000).padStart(6, '0');
    return {
      actor: { kind: 'worker', id: by }, input: { verb: 'assignKeyWorker', recipient, reason, purposes, ran: { from, to: null } },
      happening: { kind: 'WORKER_ASSIGNED', body: { assignment: { id, recipient, purposes, from: new Date(from).toISOString(), to: null, reason, code } } },
    };
  },
  CONFIRMED({ assigned, secondWorker }, made) {
    const assignment = named(made, assigned);
    const reason = secondWorker === undefined ? null : 'The person asked for it at the counter.';
    return {
      actor: secondWorker === undefined ? made.person : { kind: 'worker', id: secondWorker }, input: { verb: 'confirmAssignment', assignment, reason },
      happening: { kind: 'ASSIGNMENT_CONFIRMED', body: { assignment, by: secondWorker === undefined ? 'PERSON' : 'SECOND_WORKER', reason } },
    };
  },
  GRANTED({ key, at, recipient, purpose, categories, sources, lastDay }, made) {
    // A grant after a refusal names what it takes back: supersede.ts works that out from the tables, and no history made here needs it.
    if (made.refused) fault('grants after it refused');
    const id = made.newId(), to = endOfDayInScotland(lastDay);
    if (to <= at) fault('grants what is over');
    made.subjects.set(key, id);
    const grant = { id, recipient, purpose, categories, sources, from: new Date(at).toISOString(), to: new Date(to).toISOString(), basis: 'PUBLIC_TASK', control: 'AGREEMENT' } as const;
    return {
      actor: made.person, input: { verb: 'giveGrant', purpose, categories, recipient, sources, until: lastDay },
      happening: { kind: 'GRANT_GIVEN', body: { grant, supersedes: NOTHING_SUPERSEDED } },
    };
  },
  WITHDRAWN({ granted }, made) {
    const grant = named(made, granted);
    return { actor: made.person, input: { verb: 'withdrawGrant', grant }, happening: { kind: 'GRANT_WITHDRAWN', body: { grant } } };
  },
  REFUSED({ recipient, purpose, categories }, made) {
    made.refused = true;
    return { actor: made.person, input: { verb: 'refuse', purpose, categories, recipient }, happening: { kind: 'REFUSED', body: { refusal: { id: made.newId(), recipient, purpose, categories } } } };
  },
  EXCLUDED: ({ recipient }, made) => (
    { actor: made.person, input: { verb: 'exclude', recipient }, happening: { kind: 'EXCLUDED', body: { exclusion: made.newId(), recipient } } }
  ),
  STOPPED(_, made) {
    const again = made.hold !== undefined;
    made.hold ??= made.newId();
    return { actor: made.person, input: { verb: 'stopAll' }, happening: { kind: 'SHARING_STOPPED', body: { hold: made.hold, again } } };
  },
  RESUMED(_, made) {
    const hold = made.hold ?? fault('resumes what goes on');
    made.hold = undefined;
    return { actor: made.person, input: { verb: 'resumeSharing' }, happening: { kind: 'SHARING_RESUMED', body: { hold } } };
  },
  JOINED({ household }, made) {
    if (made.membership) fault('joins two households');
    made.membership = { member: made.newId(), household };
    return { actor: made.person, input: { verb: 'joinHousehold', household }, happening: { kind: 'HOUSEHOLD_JOINED', body: made.membership } };
  },
  LEFT(_, made) {
    const body = made.membership ?? fault('leaves no household');
    made.membership = undefined;
    return { actor: made.person, input: { verb: 'leaveHousehold' }, happening: { kind: 'HOUSEHOLD_LEFT', body } };
  },
};

const take = <K extends SharingAct['kind']>(step: SharingStep & { readonly kind: K }, made: Made): Told => VERBS[step.kind](step, made);

/** The steps of a person's history, each as the ledger takes it. Throws INTERNAL for one that it would refuse. */
export function actsIn(person: PersonId, steps: readonly SharingStep[], newId: () => string): Taken[] {
  const made: Made = { person: { kind: 'person', id: person }, subjects: new Map(), hold: undefined, membership: undefined, refused: false, newId };
  return steps.map((step) => ({ step, ...take(step, made) }));
}
