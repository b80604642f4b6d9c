import { REGISTER, type SpineId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { DAY_MS, workerNamed } from '@thegither/synthetic';
import { GRANTABLE, type Making } from './house.ts';
import type { Sharing } from '../harness/twins.ts';

/** Why something is not shared with somebody: what the person said and did, and what the asker then reads. */
export interface Reason {
  readonly title: string;
  /** Isla, when nobody is said. */
  readonly asker?: string;
  /** The Purpose header; EMPLOYABILITY_SUPPORT when nothing is said, null for none. */
  readonly purpose?: string | null;
  /** What the person said and did, by the ledger's own verbs. */
  readonly arrange: (house: Making, person: SpineId) => Promise<unknown>;
  /** Codes of the categories that the answer must call SHARED. */
  readonly open: string;
  /** Codes of those that it must call SHARED_OWN_ONLY. */
  readonly own?: string;
  /** Codes of those whose rows show, where that is less than `open`. */
  readonly shows?: string;
  /** Did the asker's agency ask the person to share? It reads what it asked itself. */
  readonly asked?: true;
}

/** Somebody assigned, with a grant of everything to the agency of the asker, and whatever comes after. */
const sharer = (worker: string, then: (sharing: Sharing, person: SpineId, grant: string, house: Making) => Promise<unknown> = async () => undefined): Reason['arrange'] =>
  async (house, person) => {
    const { sharing } = house;
    await sharing.support(person, worker);
    const grant = await sharing.agree(person, workerNamed(worker)!.agency, GRANTABLE);
    await then(sharing, person, grant, house);
  };

/** Somebody supported by Isla, who wrote down that they agreed to everything that can be recorded without them. */
const recorded = (then: (sharing: Sharing, person: SpineId, grant: string, house: Making) => Promise<unknown> = async () => undefined): Reason['arrange'] =>
  async (house, person) => {
    const { sharing } = house;
    await sharing.support(person, 'isla');
    await then(sharing, person, await record(sharing, person), house);
  };

const RECORDABLE = REGISTER.filter(({ byGrant, ownAct }) => byGrant && !ownAct).map(({ name }) => name);

const record = async ({ ledger, by }: Sharing, person: SpineId): Promise<string> => (await ledger.recordGrant({
  ...by(person), ...ISLA, categories: RECORDABLE, recipient: { agency: 'fife-works' }, channel: 'IN_PERSON', words: 'Yes, share it with Fife Works.',
})).subject;

/** Isla asks the person to share something that she does not read yet. */
const asked = async ({ ledger, by }: Sharing, person: SpineId): Promise<string> => (await ledger.askForSharing({
  ...by(person), ...ISLA, purpose: 'EMPLOYABILITY_SUPPORT', categories: GRANTABLE, recipient: { agency: 'fife-works' }, reason: 'It would help me to help you.',
})).subject;

const ISLA = { actor: { kind: 'worker', id: 'isla' } } as const;
const KIRSTY = { actor: { kind: 'worker', id: 'kirsty' } } as const;

/** Isla opens the action plan for an hour: from now on, so that nobody counts how often. */
const inAnEmergency = ({ ledger, by }: Sharing, person: SpineId, began = Date.now()): Promise<unknown> =>
  ledger.breakGlass({ ...by(person), ...ISLA, categories: ['ACTION_PLAN'], ground: 'SERIOUS_THREAT', reason: 'Said that they cannot go on.', minutes: 60, began });

const assigned = (worker: string): Reason['arrange'] => ({ sharing }, person) => sharing.support(person, worker);

/** What the ledger's verbs cannot do because only time can: it stands in the table as time would leave it. */
async function overtaken({ house }: Making, grant: string, change: string): Promise<void> {
  const client = new Client({ connectionString: house.ledgerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`UPDATE sharing_grant SET ${change} WHERE id = $1`, [grant]);
    if (rowCount !== 1) throw new Error('there is no such grant to be overtaken by time');
  } finally {
    await client.end();
  }
}

/** The worker knows the person, and reads of some categories that they are not shared. */
export const REASONS: readonly Reason[] = [
  { title: 'nobody ever asked', arrange: assigned('isla'), open: 'S1' },
  { title: 'the person agreed with another agency', arrange: async ({ sharing }, person) => { await sharing.support(person, 'isla'); await sharing.agree(person, 'fife-housing', GRANTABLE); }, open: 'S1' },
  { title: 'the person agreed for another purpose', arrange: async ({ sharing }, person) => { await sharing.support(person, 'isla'); await sharing.agree(person, 'fife-works', GRANTABLE, { purpose: 'REFERRAL' }); }, open: 'S1' },
  { title: 'the grant is over', arrange: sharer('isla', (_, __, grant, house) => overtaken(house, grant, "access_to = clock_timestamp() - interval '1 second'")), open: 'S1' },
  { title: 'the grant has not begun', arrange: sharer('isla', (_, __, grant, house) => overtaken(house, grant, "access_from = clock_timestamp() + interval '1 hour'")), open: 'S1' },
  { title: 'the grant is paused', arrange: sharer('isla', ({ ledger, by }, person, grant) => ledger.pauseGrant({ ...by(person), grant })), open: 'S1' },
  { title: 'a worker recorded it and the person has not confirmed', arrange: recorded(), open: 'S1 S2 E1 E2 E4 O1 O3 C1 C2 C3' },
  { title: 'the grant was withdrawn', arrange: sharer('isla', ({ ledger, by }, person, grant) => ledger.withdrawGrant({ ...by(person), grant })), open: 'S1' },
  { title: 'a worker recorded it more than fourteen days ago', arrange: recorded((_, __, grant, house) => overtaken(house, grant, "access_from = access_from - interval '14 days 1 second'")), open: 'S1' },
  { title: 'a worker recorded it after the person had stopped it', arrange: sharer('isla', async (sharing, person, grant) => {
    await sharing.ledger.withdrawGrant({ ...sharing.by(person), grant });
    await record(sharing, person);
  }), open: 'S1' },
  { title: 'the person says that what was recorded is not right', arrange: recorded(({ ledger, by }, person, grant) => ledger.invalidateGrant({ ...by(person), grant })), open: 'S1' },
  { title: 'the agency gave it up', arrange: sharer('isla', ({ ledger, by }, person, grant) => ledger.renounceGrant({ ...by(person), ...KIRSTY, grant })), open: 'S1' },
  { title: 'the grant was renewed, and the renewal withdrawn', arrange: sharer('isla', async ({ ledger, by }, person, grant) => {
    const { subject } = await ledger.renewGrant({ ...by(person), grant });
    await ledger.withdrawGrant({ ...by(person), grant: subject });
  }), open: 'S1' },
  { title: 'the person refused', arrange: sharer('isla', ({ ledger, by }, person) => ledger.refuse({ ...by(person), categories: GRANTABLE, recipient: { worker: 'isla' } })), open: 'S1' },
  { title: 'the person was asked, and has not answered', arrange: async ({ sharing }, person) => { await sharing.support(person, 'isla'); await asked(sharing, person); }, open: 'S1', asked: true },
  { title: 'the person was asked, and will answer later', arrange: async ({ sharing }, person) => {
    await sharing.support(person, 'isla');
    await sharing.ledger.putOffRequest({ ...sharing.by(person), request: await asked(sharing, person) });
  }, open: 'S1', asked: true },
  { title: 'the person was asked, and refused', arrange: sharer('isla', async (sharing, person) => sharing.ledger.refuseRequest({ ...sharing.by(person), request: await asked(sharing, person) })), open: 'S1', asked: true },
  { title: 'the person let the worker in again, and had withdrawn before', arrange: sharer('isla', async ({ ledger, by }, person, grant) => {
    const { subject } = await ledger.exclude({ ...by(person), recipient: { worker: 'isla' } });
    await ledger.withdrawGrant({ ...by(person), grant });
    await ledger.endExclusion({ ...by(person), exclusion: subject });
  }), open: 'S1' },
  { title: 'the person stopped all sharing', arrange: sharer('isla', ({ ledger, by }, person) => ledger.stopAll(by(person))), open: 'S1' },
  { title: 'the person agreed to the rows of another controller alone', open: 'S* E* H* J* O* C*', shows: 'S1', arrange: async ({ sharing }, person) => {
    await sharing.support(person, 'isla');
    await sharing.agree(person, 'fife-works', GRANTABLE, { sources: ['glasgow-housing'] });
  } },
  { title: 'the person agreed to the rows of earlier days alone', open: 'S* E* H* J* O* C*', shows: 'S1', arrange: async ({ sharing }, person) => {
    await sharing.support(person, 'isla');
    await sharing.agree(person, 'fife-works', GRANTABLE, { dataTo: '2098-12-31' });
  } },
  { title: 'the person agreed to the rows of later days alone, and to those of another controller', open: 'S* E* H* J* O* C*', shows: 'S1', arrange: async ({ sharing }, person) => {
    await sharing.support(person, 'isla');
    await sharing.agree(person, 'fife-works', GRANTABLE, { dataFrom: '2099-02-01' });
    await sharing.agree(person, 'fife-works', GRANTABLE, { sources: ['glasgow-housing'] });
  } },
  { title: 'the assignment is for another purpose', arrange: async ({ sharing: { ledger, by, agree } }, person) => {
    const { subject } = await ledger.assignKeyWorker({ ...by(person), actor: { kind: 'worker', id: 'isla' }, worker: 'isla', reason: 'Refers this person.', purposes: ['REFERRAL'] });
    await ledger.confirmAssignment({ ...by(person), assignment: subject });
    await agree(person, 'fife-works', GRANTABLE);
  }, open: '' },
  { title: 'no purpose was said', purpose: null, arrange: sharer('isla'), open: '' },
  { title: 'the purpose is unknown', purpose: 'CURIOSITY', arrange: sharer('isla'), open: '' },
  { title: 'the purpose is not one of the role', purpose: 'AUDIT', arrange: sharer('isla'), open: '' },
  { title: 'the purpose reaches no further', purpose: 'HEALTH_ADJUSTMENTS', open: 'S1 S3 H1 H2', arrange: async ({ sharing }, person) => {
    await sharing.support(person, 'isla');
    await sharing.agree(person, 'fife-works', GRANTABLE, { purpose: 'HEALTH_ADJUSTMENTS' });
  } },
  { title: 'to keep safe, and nothing was opened for it', purpose: 'KEEP_SAFE', arrange: sharer('isla'), open: '' },
  { title: 'one thing was opened in an emergency, by somebody who is nobody to the person', purpose: 'KEEP_SAFE', arrange: ({ sharing }, person) => inAnEmergency(sharing, person), open: 'S1 E1' },
  { title: 'one thing was opened in an emergency, by somebody whom the person keeps out', purpose: 'KEEP_SAFE', open: 'S1 E1', arrange: sharer('isla', async (sharing, person) => {
    await sharing.ledger.exclude({ ...sharing.by(person), recipient: { worker: 'isla' } });
    await inAnEmergency(sharing, person);
  }) },
  { title: 'some of it was opened by a law', purpose: 'KEEP_SAFE', open: 'S1 H3 O1', arrange: sharer('isla', ({ ledger, by }, person) => ledger.useLegalGateway({
    ...by(person), ...ISLA, gateway: 'asp-2007-fife-works', categories: ['CONDITIONS', 'WHERE_I_LIVE'], reason: 'An inquiry.', until: new Date(Date.now() + 9 * DAY_MS).toISOString().slice(0, 10),
  })) },
  { title: 'something was opened in an emergency, and is asked for otherwise', arrange: async ({ sharing }, person) => { await sharing.support(person, 'isla'); await inAnEmergency(sharing, person); }, open: 'S1' },
  { title: 'a justice worker\'s role and agreement reach no further', asker: 'ruaridh', arrange: sharer('ruaridh'), open: 'S* E1 E2 E4 J* O1' },
  { title: 'a case manager\'s role and agreement reach no further', asker: 'niamh', arrange: sharer('niamh'), open: 'S* E1 E2 H* C1' },
  { title: 'a housing officer\'s role and agreement reach no further', asker: 'una', arrange: sharer('una'), open: 'S* E1 E2 O*' },
  { title: 'a work coach\'s role and agreement reach no further', asker: 'gordon', arrange: sharer('gordon'), open: 'S1 E1 E2 E4 C1' },
  { title: 'a careers adviser\'s role and agreement reach no further', asker: 'catriona', arrange: sharer('catriona'), open: 'S* E1 E2 E4 C*' },
  { title: 'a justice worker reads their own rows alone', asker: 'ruaridh', arrange: assigned('ruaridh'), open: 'S1', own: 'J*' },
  { title: 'a case manager reads their own rows alone', asker: 'niamh', arrange: assigned('niamh'), open: 'S1', own: 'H*' },
  { title: 'a housing officer reads their own rows alone', asker: 'ewan', arrange: assigned('ewan'), open: 'S1', own: 'O*' },
  { title: 'a careers adviser reads their own rows alone', asker: 'catriona', arrange: assigned('catriona'), open: 'S1', own: 'C*' },
  { title: 'a stop leaves own rows alone', asker: 'ewan', arrange: sharer('ewan', ({ ledger, by }, person) => ledger.stopAll(by(person))), open: 'S1', own: 'O*' },
];

/** To this asker the person is nobody, whatever is on record of them. */
export const UNKNOWN: readonly Omit<Reason, 'open'>[] = [
  { title: 'the person keeps the worker out', arrange: sharer('isla', ({ ledger, by }, person) => ledger.exclude({ ...by(person), recipient: { worker: 'isla' } })) },
  { title: 'the person keeps the team out', arrange: sharer('isla', ({ ledger, by }, person) => ledger.exclude({ ...by(person), recipient: { team: 'fife-works-east' } })) },
  { title: 'the person keeps the agency out', arrange: sharer('isla', ({ ledger, by }, person) => ledger.exclude({ ...by(person), recipient: { agency: 'fife-works' } })) },
  { title: 'the person keeps their landlord out, who holds rows', asker: 'ewan', arrange: sharer('ewan', ({ ledger, by }, person) => ledger.exclude({ ...by(person), recipient: { worker: 'ewan' } })) },
  { title: 'nobody is assigned', arrange: ({ sharing }, person) => sharing.agree(person, 'fife-works', GRANTABLE) },
  { title: 'the assignment waits to be confirmed', arrange: async ({ sharing: { ledger, by, agree } }, person) => {
    await ledger.assignKeyWorker({ ...by(person), actor: { kind: 'worker', id: 'isla' }, worker: 'isla', reason: 'Supports this person.' });
    await agree(person, 'fife-works', GRANTABLE);
  } },
  { title: 'a worker whom the person keeps out asked to support them', arrange: async ({ sharing: { ledger, by, agree } }, person) => {
    await ledger.assignKeyWorker({ ...by(person), actor: { kind: 'worker', id: 'isla' }, worker: 'isla', reason: 'Supports this person.' });
    await ledger.exclude({ ...by(person), recipient: { worker: 'isla' } });
    await agree(person, 'fife-works', GRANTABLE);
  } },
  { title: 'the assignment has ended', arrange: async ({ sharing }, person) => {
    const now = Date.now();
    await sharing.support(person, 'isla', { from: now - 30 * DAY_MS, to: now - DAY_MS });
    await sharing.agree(person, 'fife-works', GRANTABLE);
  } },
  { title: 'the person ended the support', arrange: async ({ sharing: { ledger, by, support, agree } }, person) => {
    const assignment = await support(person, 'isla');
    await agree(person, 'fife-works', GRANTABLE);
    await ledger.endAssignment({ ...by(person), assignment });
  } },
  { title: 'the worker ended the support', arrange: async ({ sharing: { ledger, by, support, agree } }, person) => {
    const assignment = await support(person, 'isla');
    await agree(person, 'fife-works', GRANTABLE);
    await ledger.endAssignment({ ...by(person), ...ISLA, assignment, reason: 'The person has a job.' });
  } },
  { title: 'somebody who is nobody to the person asks to keep safe', purpose: 'KEEP_SAFE', arrange: ({ sharing }, person) => sharing.agree(person, 'fife-works', GRANTABLE) },
  { title: 'somebody whom the person keeps out asks to keep safe', purpose: 'KEEP_SAFE', arrange: sharer('isla', ({ ledger, by }, person) => ledger.exclude({ ...by(person), recipient: { worker: 'isla' } })) },
  { title: 'what was opened in an emergency is over', purpose: 'KEEP_SAFE', arrange: ({ sharing }, person) => inAnEmergency(sharing, person, Date.now() - 61 * 60_000) },
  { title: 'another opened something in an emergency', asker: 'niamh', purpose: 'KEEP_SAFE', arrange: ({ sharing }, person) => inAnEmergency(sharing, person) },
  { title: 'a team lead asks', asker: 'kirsty', arrange: sharer('isla') },
  { title: 'an analyst asks', asker: 'priya', purpose: 'STATISTICS', arrange: sharer('isla') },
  { title: 'another person asks', asker: 'morag', purpose: null, arrange: sharer('isla') },
  { title: 'what the person said cannot be read', arrange: sharer('isla', (_, __, grant, house) => overtaken(house, grant, 'categories = 1::int8 << 40')) },
];
