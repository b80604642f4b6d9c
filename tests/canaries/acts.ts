import type { Ledger } from '@thegither/ledger';
import { workerNamed } from '@thegither/synthetic';
import { GRANTABLE_PURPOSES, HouseError } from '@thegither/vocabulary';
import { Pool } from 'pg';
import { expectOf, undo, type Act } from './expected.ts';
import type { Span } from './facts.ts';
import { madeUpActs } from './madeUpActs.ts';
import type { Model } from './model.ts';
import type { People } from './people.ts';
import type { Random } from '../harness/random.ts';
import type { Reasons } from './reasons.ts';
import { SAID } from './said.ts';

/** An act that the house was asked for, and whose answer is not there yet. */
export interface Begun {
  /** The house said that it stands. `subject` is the id of what it made, where it is known. */
  done(subject?: string): void;
  /** The house said that nothing was done. */
  refused(): void;
}

/** Makes random acts, does them in the ledger, and keeps the model's account of them. */
export interface Acts {
  /** What somebody might do to this person: mostly what may be done, sometimes what may not. */
  random(person: string): Promise<Act>;
  /** A key that no act had before. */
  key(): string;
  /** Tells the model that the act was sent. From now on nobody can know what holds, until it is said. */
  begin(act: Act): Begun;
  /** Was there an event under this key? For an answer that does not say. */
  happened(key: string): Promise<boolean>;
  /** The id of what the event under this key made. */
  subjectOf(key: string): Promise<string | undefined>;
  /** Does it in the ledger itself, as a page would that there is none of yet. False where the ledger refused. */
  inLedger(act: Act): Promise<boolean>;
  /** Kirsty asks that Isla supports the person, and it waits. */
  ask(person: string): Promise<boolean>;
  /** A worker supports the person from now on, confirmed; for so many milliseconds only, if it is said. */
  support(person: string, worker: string, forMs?: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the ledger of a house in which the demo people's stories have happened. */
export function openActs({ ledger, ledgerUrl, model, people, random, reasons }: { readonly ledger: Ledger; readonly ledgerUrl: string; readonly model: Model; readonly people: People; readonly random: Random; readonly reasons: Reasons }): Acts {
  const pool = new Pool({ connectionString: ledgerUrl, max: 3 });
  pool.on('error', () => undefined);
  let keys = 0;
  const key = (): string => `${SAID} ${keys++}`;
  const eventUnder = async (of: string): Promise<{ id: string; subject: string | null } | undefined> => (await pool.query<{ id: string; subject: string | null }>(
    `SELECT id, coalesce(body->'assignment'->>'id', body->'grant'->>'id') AS subject FROM event WHERE key = $1 AND kind <> 'ASSIGNMENT_CODE_WRONG'`, [of])).rows[0];

  const begin = (act: Act): Begun => {
    const facts = model.of(act.person);
    const span: Span & { acknowledged: number } = { sent: performance.now(), acknowledged: Infinity };
    expectOf(act, facts, span);
    return {
      done(subject) {
        span.acknowledged = performance.now();
        if (act.verb === 'assignKeyWorker' && subject !== undefined) {
          const { worker, purposes, ran } = act.input as { worker: string; purposes?: readonly string[] | null; ran?: { to: number | null } };
          facts.supports.push({ id: subject, worker, purposes: purposes ?? GRANTABLE_PURPOSES, begun: span, until: ran?.to ? onOurClock(ran.to) : Infinity });
        }
      },
      refused: () => undo(facts, span),
    };
  };
  const act = async ({ verb, person, actor, input }: Act): Promise<string> => {
    const about = { ...input, key: key(), person: people.inLedger(person), actor: workerNamed(actor) ? { kind: 'worker', id: actor } : { kind: 'person', id: people.inLedger(actor) } };
    return (await DOES[verb]!(about)).subject;
  };
  const DOES: Readonly<Record<string, (about: object) => Promise<{ readonly subject: string }>>> = {
    giveGrant: (about) => ledger.giveGrant(about as never), refuse: (about) => ledger.refuse(about as never), withdrawGrant: (about) => ledger.withdrawGrant(about as never),
    stopAll: (about) => ledger.stopAll(about as never), resumeSharing: (about) => ledger.resumeSharing(about as never), exclude: (about) => ledger.exclude(about as never),
    assignKeyWorker: (about) => ledger.assignKeyWorker(about as never), confirmAssignment: (about) => ledger.confirmAssignment(about as never),
  };
  const inLedger = async (one: Act): Promise<boolean> => {
    const begun = begin(one);
    try {
      begun.done(await act(one));
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      begun.refused();
      return false;
    }
  };
  const support: Acts['support'] = async (person, worker, forMs) => {
    const now = Date.now();
    await inLedger({ verb: 'assignKeyWorker', person, actor: worker, input: { worker, reason: reasons(person), ran: { from: now - 1_000, to: forMs === undefined ? null : now + forMs } } });
    const { id } = model.of(person).supports.at(-1)!;
    return inLedger({ verb: 'confirmAssignment', person, actor: person, input: { assignment: id } });
  };

  return {
    key, begin, inLedger, support, random: madeUpActs({ pool, model, people, random, reasons }),
    ask: (person) => inLedger({ verb: 'assignKeyWorker', person, actor: 'kirsty', input: { worker: 'isla', reason: SAID } }),
    happened: async (of) => (await eventUnder(of)) !== undefined,
    subjectOf: async (of) => (await eventUnder(of))?.subject ?? undefined,
    close: () => pool.end(),
  };
}

const REFUSALS = new Set(['INVALID_INPUT', 'FORBIDDEN', 'OPENED_TOO_OFTEN', 'REVIEW_OVERDUE', 'UNKNOWN_PERSON', 'KEY_REUSED']);
const isRefusal = (error: unknown): boolean => error instanceof HouseError && REFUSALS.has(error.code);

/** A moment of the calendar on the clock of the test. */
const onOurClock = (epochMs: number): number => performance.now() + (epochMs - Date.now());
