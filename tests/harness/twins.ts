import { randomBytes, randomUUID } from 'node:crypto';
import { maskOf } from '@thegither/consent';
import { createIdentifiers } from '@thegither/identity';
import { createLedger, type Ledger } from '@thegither/ledger';
import { AGENCIES, UNREAL, workerNamed } from '@thegither/synthetic';
import { DOMAINS, parseSpineId, type PersonId, type SpineId } from '@thegither/vocabulary';
import { IDENTIFIER_KEYS, SEALS } from './houseDatabases.ts';

export const identifiers = createIdentifiers(IDENTIFIER_KEYS);

/** Somebody whom no test knows yet. */
export function somebody(): SpineId {
  const spine = parseSpineId(`${UNREAL}${randomBytes(14).toString('hex')}`);
  if (!spine) throw new RangeError('no spine');
  return spine;
}

/** A person's id as an account sees it: by its agency, or as people see theirs. */
export function idFor(account: string, person: SpineId): PersonId {
  const worker = workerNamed(account);
  return identifiers.issue(worker ? `agency:${worker.agency}` : 'person', person);
}

/** Every id of a person that can stand in anything, for any audience of the house. */
export const idsOf = (person: SpineId): PersonId[] => {
  const agencies = AGENCIES.map(({ id }) => `agency:${id}`);
  return [...DOMAINS, ...agencies, 'person'].map((audience) => identifiers.issue(audience, person));
};

/** What people say and do, in a ledger of the house; nothing waits to be acknowledged. */
export interface Sharing {
  readonly ledger: Ledger;
  /** A worker supports the person, and the person has confirmed it. */
  readonly support: (person: SpineId, worker: string, ran?: { readonly from: number; readonly to: number | null }) => Promise<string>;
  /** The person agrees to share with an agency, for employability support unless said. Nothing when there is no category. */
  readonly agree: (person: SpineId, agency: string, categories: readonly string[], more?: { readonly purpose?: string; readonly sources?: readonly string[]; readonly dataFrom?: string; readonly dataTo?: string }) => Promise<string>;
  /** What the person does themselves. */
  readonly by: (person: SpineId) => { readonly actor: { readonly kind: 'person'; readonly id: string }; readonly key: string; readonly person: string };
  /** A worker who supports the person is told these categories, for employability support: one look. */
  readonly tell: (person: SpineId, worker: string, categories: readonly string[]) => Promise<void>;
  /** The person looked at who looked, and does not know that look again. */
  readonly challenge: (person: SpineId) => Promise<string>;
  close(): Promise<void>;
}

const inLedger = (person: SpineId): PersonId => identifiers.issue('consent', person);

const by: Sharing['by'] = (person) => ({ actor: { kind: 'person', id: inLedger(person) }, key: randomUUID(), person: inLedger(person) });

/** Opens the ledger that a house reads. */
export function openSharing(ledgerUrl: string): Sharing {
  // Dozens of people are written about at once: they wait for their turn, on a busy machine longer than a service would.
  const ledger = createLedger({ connectionString: ledgerUrl, seals: SEALS, acknowledgeAfterMs: 0, connectWithinMs: 60_000 });
  return {
    ledger, by,
    async support(person, worker, ran) {
      const { subject } = await ledger.assignKeyWorker({ ...by(person), actor: { kind: 'worker', id: worker }, worker, reason: 'Supports this person.', ran });
      await ledger.confirmAssignment({ ...by(person), assignment: subject });
      return subject;
    },
    async agree(person, agency, categories, { purpose = 'EMPLOYABILITY_SUPPORT', ...rows } = {}) {
      if (categories.length === 0) return '';
      return (await ledger.giveGrant({ ...by(person), purpose, categories, recipient: { agency }, ...rows })).subject;
    },
    async tell(person, worker, categories) {
      const caller = { kind: 'worker', worker, agency: workerNamed(worker)!.agency } as const, purpose = 'EMPLOYABILITY_SUPPORT', told = maskOf(...categories);
      const [now] = (await ledger.decide(caller, purpose, [inLedger(person)])).people;
      const { granted, own } = now!.decision;
      const { status } = await ledger.release({
        caller, request: randomUUID(), attempt: 1, purpose, operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK', gatewayKey: 'gateway',
        people: [{ person: inLedger(person), known: now!.known, granted, own, fingerprint: now!.fingerprint, asked: told, released: told }],
      });
      if (status !== 'RELEASED') throw new RangeError('that is not open to this worker');
    },
    async challenge(person) {
      const caller = { kind: 'person', person: inLedger(person) } as const, MY_SHARING = maskOf('MY_SHARING');
      const [now] = (await ledger.decide(caller, undefined, [caller.person])).people;
      const { granted, own } = now!.decision;
      await ledger.release({
        caller, request: randomUUID(), attempt: 1, purpose: undefined, operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK', gatewayKey: 'gateway',
        people: [{ person: caller.person, known: now!.known, granted, own, fingerprint: now!.fingerprint, asked: MY_SHARING, released: MY_SHARING }],
      });
      const [line] = await ledger.readDisclosures(caller.person, { first: 1 });
      return (await ledger.challengeLook({ ...by(person), disclosure: line!.id, words: 'That was not me.' })).subject;
    },
    close: () => ledger.close(),
  };
}
