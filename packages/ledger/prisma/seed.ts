import { Client } from 'pg';
import { maskOf, toInt8 } from '@thegither/consent';
import { AGENCIES, AGREEMENTS, HOUSEHOLDS, LEGAL_GATEWAYS, NOTICES, PERSONAS, TEAMS, WORKERS, dayOf, workerNamed, type AssignmentStory, type DemoWorker, type Persona, type Team } from '@thegither/synthetic';
import { HouseError, type PersonId, type SpineId } from '@thegither/vocabulary';
import { createLedger, type Ledger } from '../src/ledger.ts';
import type { Act, Done } from '../src/events/record.ts';
import { publishNotice } from '../src/publishNotice.ts';

/** Since when the demonstration's agreements are in force: the month of "No One Left Behind: Next Steps". */
const AGREED_SINCE = '2018-03-01T00:00:00Z';

/** UUID of the n-th household: unreal by a rule that anybody can read. */
const householdId = (n: number): string => `7e570000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/**
 * Puts the demonstration's agencies, workers and people into a ledger: everything about a person through the same events
 * as in life, so that their history is real. Doing it again adds nothing, and goes on where it was interrupted. With
 * `people`, these instead of the demo people.
 * `idOf` gives a person's id in the ledger's audience.
 */
export async function seedLedger(connectionString: string, idOf: (spine: SpineId) => PersonId, people: readonly Persona[] = PERSONAS): Promise<void> {
  await seedRegister(connectionString);
  const ledger = createLedger({ connectionString, acknowledgeAfterMs: 0 });
  try {
    for (const persona of people) await seedPerson(ledger, persona, idOf(persona.spine));
  } finally {
    await ledger.close();
  }
}

/** Where workers work, and who they are. */
export interface Register {
  readonly teams: readonly Team[];
  readonly workers: readonly DemoWorker[];
}

/** Writes agencies, agreements, laws, notices, teams and workers into a ledger: the demonstration's, or these teams and workers of its agencies. What is there stays as it is. */
export async function seedRegister(connectionString: string, { teams, workers }: Register = { teams: TEAMS, workers: WORKERS }): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await insert(client, 'agency', AGENCIES.map(({ id, name, domain, holds }) => ({ id, name, kind: domain, domain, holds: toInt8(maskOf(...holds)) })));
    await insert(client, 'team', teams);
    await insert(client, 'worker', workers);
    for (const { recipient, holder, categories } of AGREEMENTS) {
      await client.query('INSERT INTO agreement (recipient_agency, holder_agency, categories, effective_from) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [recipient, holder, toInt8(maskOf(...categories)), AGREED_SINCE]);
    }
    for (const { id, recipient, categories, statute } of LEGAL_GATEWAYS) {
      await client.query('INSERT INTO legal_gateway (id, recipient_agency, categories, statute, effective_from) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
        [id, recipient, toInt8(maskOf(...categories)), statute, AGREED_SINCE]);
    }
    for (const notice of NOTICES) await publishNotice(client, { ...notice, effectiveFrom: AGREED_SINCE });
  } finally {
    await client.end();
  }
}

/** However many rows, in one statement: a whole council area has thousands of workers. */
const insert = (client: Client, table: 'agency' | 'team' | 'worker', rows: readonly object[]) =>
  client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1) ON CONFLICT DO NOTHING`, [JSON.stringify(rows)]);

/** One step of a person's story: exactly one event. */
type Step = (ledger: Ledger, act: (key: string) => Act, last: string) => Promise<Done>;

async function seedPerson(ledger: Ledger, persona: Persona, person: PersonId): Promise<void> {
  const told = await ledger.readEvents(person);
  const act = (key: string): Act => ({ actor: { kind: 'person', id: person }, key: `seed ${persona.key} ${key}`, person });
  const steps = stepsOf(persona, await ledger.clock());
  let last = subjectOfLast(told);
  for (const step of steps.slice(told.length)) last = (await step(ledger, act, last)).subject;
}

const subjectOfLast = (told: Awaited<ReturnType<Ledger['readEvents']>>): string => {
  const event = told.at(-1);
  return event?.kind === 'WORKER_ASSIGNED' ? event.body.assignment.id : '';
};

function stepsOf(persona: Persona, at: number): Step[] {
  const { assignments, grants, exclusions, stoppedAll } = persona.sharing(at);
  const households = HOUSEHOLDS.map((household, index) => ({ id: householdId(index + 1), members: household.members }))
    .filter(({ members }) => members.some((member) => member.persona.key === persona.key && member.agreed));
  return [
    ...assignments.flatMap(stepsOfAssignment),
    ...grants.map((grant): Step => (ledger, act) => {
      const recipient = recipientInput(grant.recipient);
      return ledger.giveGrant({ ...act(grant.key), purpose: grant.purpose, categories: grant.categories, recipient, until: dayOf(grant.to) });
    }),
    ...exclusions.map((exclusion): Step => (ledger, act) => ledger.exclude({ ...act(exclusion.key), recipient: recipientInput(exclusion.recipient) })),
    ...households.map(({ id }): Step => (ledger, act) => ledger.joinHousehold({ ...act(`household ${id}`), household: id })),
    ...(stoppedAll === null ? [] : [(ledger: Ledger, act: (key: string) => Act) => ledger.stopAll(act('stop'))]),
  ];
}

const recipientInput = (recipient: AssignmentStory['recipient']) => {
  if (recipient.kind === 'agency') return { agency: recipient.agency };
  return recipient.kind === 'team' ? { team: recipient.team } : { worker: recipient.worker };
};

/** Asked for by the lead of the worker's agency, or by the worker where there is none, and confirmed by the person. */
function stepsOfAssignment({ key, recipient, purposes, from, to, confirmed }: AssignmentStory): Step[] {
  if (recipient.kind !== 'worker') throw new HouseError('INTERNAL', 'a story assigns somebody who is no worker');
  const { worker } = recipient;
  const agency = workerNamed(worker)?.agency;
  const lead = WORKERS.find((one) => one.agency === agency && one.roles.includes('TEAM_LEAD'))?.id ?? worker;
  const assign: Step = (ledger, act) =>
    ledger.assignKeyWorker({ ...act(key), actor: { kind: 'worker', id: lead }, worker, reason: 'Supports this person.', purposes, ran: { from, to } });
  const confirm: Step = (ledger, act, assignment) => ledger.confirmAssignment({ ...act(`${key} confirmed`), assignment });
  return confirmed ? [assign, confirm] : [assign];
}
