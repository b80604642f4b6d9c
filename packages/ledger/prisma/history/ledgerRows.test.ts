import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personAt, staffFor, type SharingStep } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { Pool } from 'pg';
import { createLedger, type Ledger } from '../../src/ledger.ts';
import { readProjection } from '../../src/projection/readProjection.ts';
import { replay } from '../../src/projection/replay.ts';
import { emptyLedger } from '../../src/testing/testLedger.ts';
import { seedRegister } from '../seed.ts';
import { endOfDayInScotland } from './endOfDay.ts';
import { ledgerRows, type LedgerRow } from './ledgerRows.ts';

const AT = Math.floor(Date.now() / 86_400_000) * 86_400_000;
const idOf = (spine: SpineId): PersonId => `1.${spine.slice(11)}A` as PersonId;
const PEOPLE = Array.from({ length: 150 }, (_, place) => personAt(7, place));
const rowsOf = (place: number) => ledgerRows(idOf(PEOPLE[place]!.spine), `generated 7 ${place}`, PEOPLE[place]!.history(AT), PEOPLE[place]!.newIds('ledger'));

let pool: Pool, ledger: Ledger;
beforeAll(async () => {
  const connectionString = await emptyLedger();
  await seedRegister(connectionString, staffFor(PEOPLE.length));
  pool = new Pool({ connectionString });
  ledger = createLedger({ connectionString, acknowledgeAfterMs: 0 });
  for (let place = 0; place < PEOPLE.length; place += 1) for (const [table, rows] of Object.entries(rowsOf(place))) for (const row of rows) await insert(table, row);
});
afterAll(() => Promise.all([ledger.close(), pool.end()]));

const insert = (table: string, row: LedgerRow) =>
  pool.query(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((_, place) => `$${place + 1}`).join(', ')})`, Object.values(row));

describe('histories that were written at once', () => {
  test('are read back whole, with every hash as the ledger makes it, and the tables say what follows from the events', async () => {
    let events = 0;
    for (const { spine } of PEOPLE) {
      const told = await ledger.readEvents(idOf(spine));
      expect(await readProjection(pool, idOf(spine))).toEqual(replay(told));
      events += told.length;
    }
    expect(events).toBeGreaterThan(5 * PEOPLE.length);
  });

  test('are the same each time', () => {
    expect(rowsOf(12)).toEqual(rowsOf(12));
    expect(rowsOf(12)).not.toEqual(rowsOf(13));
  });

  test('fill every table that follows from events', async () => {
    for (const table of ['assignment', 'sharing_grant', 'refusal', 'hold', 'exclusion', 'household_member']) {
      expect((await pool.query(`SELECT 1 FROM ${table}`)).rowCount).toBeGreaterThan(0);
    }
  });

  test('go on: the ledger decides by them, and the person takes back what they gave', async () => {
    const open = (await pool.query<{ id: string; person: PersonId }>(`SELECT id, person FROM sharing_grant WHERE state = 'ACTIVE' AND access_to > now() LIMIT 1`)).rows[0]!;
    const before = await ledger.readEvents(open.person);
    await ledger.withdrawGrant({ actor: { kind: 'person', id: open.person }, key: 'taken back', person: open.person, grant: open.id });
    const after = await ledger.readEvents(open.person);
    expect(after.slice(0, -1)).toEqual(before);
    expect(await readProjection(pool, open.person)).toEqual(replay(after));
  });

  test('open what they say, and to nobody else: Isla knows the people whom she supports', async () => {
    const known = async (worker: string, agency: string) => (await ledger.decide({ kind: 'worker', worker, agency }, 'EMPLOYABILITY_SUPPORT', PEOPLE.map(({ spine }) => idOf(spine)))).people.map(({ known }) => known);
    const excluded = new Set((await pool.query<{ person: string }>('SELECT person FROM exclusion')).rows.map(({ person }) => person));
    const isla = await known('isla', 'fife-works');
    PEOPLE.forEach(({ place, spine }) => { if (!excluded.has(idOf(spine))) expect([place, isla[place]]).toEqual([place, place < 25]); });
    expect((await known('una', 'glasgow-housing')).some(Boolean)).toBe(false);
  });

  test('are what the ledger would have written itself, verb by verb', async () => {
    for (const place of [3, 8, 21]) {
      const person = `1.${'B'.repeat(18)}${String(place).padStart(3, '0')}A`;
      const steps = PEOPLE[place]!.history(AT);
      const subjects = new Map<string, string>();
      for (const step of steps) subjects.set(step.key, (await live(person, step, subjects)).subject);
      const lived = (await ledger.readEvents(person)).map(({ kind, body }) => withoutIds({ kind, body }));
      const made = rowsOf(place).event!.map(({ kind, body }) => withoutIds({ kind, body: JSON.parse(String(body)) as unknown }));
      expect(made.map((one) => JSON.parse(one) as { kind: string })).toEqual(lived.map((one) => JSON.parse(one) as { kind: string }));
    }
  });
});

/** An event without what is new each time: ids, codes, and the times of grants, which the ledger takes from its clock. */
const withoutIds = (told: object): string =>
  JSON.stringify(told, (name, value: unknown) => (name === 'code' || name === 'from' || name === 'to' || (typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) ? 'any' : value));

const recipientOf = (step: SharingStep & { kind: 'GRANTED' | 'REFUSED' | 'EXCLUDED' }) => {
  if (step.recipient.kind === 'agency') return { agency: step.recipient.agency };
  return step.recipient.kind === 'team' ? { team: step.recipient.team } : { worker: step.recipient.worker };
};

/** Does one step by the ledger's own verb. */
function live(person: string, step: SharingStep, subjects: ReadonlyMap<string, string>) {
  const act = { actor: { kind: 'person', id: person } as const, key: `${person.slice(-4)} ${step.key}`, person };
  const worker = (id: string) => ({ ...act, actor: { kind: 'worker', id } as const });
  switch (step.kind) {
    case 'ASSIGNED': return ledger.assignKeyWorker({ ...worker(step.by), worker: step.worker, reason: step.reason, purposes: step.purposes, ran: { from: step.from, to: null } });
    case 'CONFIRMED': return ledger.confirmAssignment({ ...(step.secondWorker ? { ...worker(step.secondWorker), reason: 'The person asked for it at the counter.' } : act), assignment: subjects.get(step.assigned)! });
    case 'GRANTED': return ledger.giveGrant({ ...act, purpose: step.purpose, categories: step.categories, recipient: recipientOf(step), ...(step.sources.length ? { sources: step.sources } : {}) });
    case 'WITHDRAWN': return ledger.withdrawGrant({ ...act, grant: subjects.get(step.granted)! });
    case 'REFUSED': return ledger.refuse({ ...act, purpose: step.purpose, categories: step.categories, recipient: recipientOf(step) });
    case 'EXCLUDED': return ledger.exclude({ ...act, recipient: recipientOf(step) });
    case 'STOPPED': return ledger.stopAll(act);
    case 'RESUMED': return ledger.resumeSharing(act);
    case 'JOINED': return ledger.joinHousehold({ ...act, household: step.household });
    default: return ledger.leaveHousehold(act);
  }
}

describe('a history that the ledger would refuse', () => {
  const person = idOf(PEOPLE[0]!.spine);
  const recipient = { kind: 'agency', agency: 'fife-works' } as const;
  const granted = { kind: 'GRANTED', recipient, purpose: 'REFERRAL', categories: ['ACTION_PLAN'], sources: [], lastDay: '2027-01-01', key: 'a', at: AT } as const;
  test.each<[string, SharingStep[]]>([
    ['takes back what was never given', [{ kind: 'WITHDRAWN', granted: 'nothing', key: 'a', at: AT }]],
    ['resumes what goes on', [{ kind: 'RESUMED', key: 'a', at: AT }]],
    ['leaves no household', [{ kind: 'LEFT', key: 'a', at: AT }]],
    ['grants what is over', [{ ...granted, lastDay: '2020-01-01' }]],
    ['grants after it refused', [{ kind: 'REFUSED', recipient, purpose: null, categories: ['SKILLS'], key: 'b', at: AT }, granted]],
    ['goes back in time', [granted, { kind: 'STOPPED', key: 'b', at: AT - 1 }]],
  ])('is a fault: it %s', (_what, steps) => {
    expect(() => ledgerRows(person, 'k', steps, PEOPLE[0]!.newIds('ledger'))).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });
});

test.each([['2026-11-22', '2026-11-23T00:00:00.000Z'], ['2026-07-01', '2026-07-01T23:00:00.000Z'], ['2026-10-24', '2026-10-24T23:00:00.000Z'], ['2026-10-25', '2026-10-26T00:00:00.000Z'], ['2027-03-28', '2027-03-28T23:00:00.000Z']])(
  'a day in Scotland, %s, ends at %s, as the database has it', async (day, end) => {
    expect(new Date(endOfDayInScotland(day)).toISOString()).toBe(end);
    const { rows } = await pool.query<{ ends: Date }>(`SELECT ($1::date + 1)::timestamp AT TIME ZONE 'Europe/London' AS ends`, [day]);
    expect(rows[0]!.ends.toISOString()).toBe(end);
  },
);
