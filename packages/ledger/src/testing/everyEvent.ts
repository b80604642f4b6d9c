import { randomUUID } from 'node:crypto';
import { intersection, maskOf } from '@thegither/consent';
import type { Caller, PersonId, Purpose } from '@thegither/vocabulary';
import type { Ledger } from '../ledger.ts';
import { inAMonth } from './overseers.ts';
import { agree, asWorker, byPerson, byWorker, somebody, support } from './testLedger.ts';

const TO_FIFE = { recipient: { agency: 'fife-works' } } as const;
const ASK = { purpose: 'REFERRAL', categories: ['ACTION_PLAN', 'SKILLS'], recipient: { team: 'east' }, reason: 'To find a course with you.' } as const;

/** Isla is told the person's action plan, as far as it is open: one disclosure. */
export const look = (ledger: Ledger, person: string, purpose: Purpose = 'EMPLOYABILITY_SUPPORT'): Promise<void> => lookAs(asWorker(), ledger, person, purpose);

/** As often as it is decided anew when something about the person changes between a decision and its release, or many changes hold it up. */
const TRIES = 10;

/** The same, of whoever is said; a person needs no purpose. */
export async function lookAs(caller: Caller, ledger: Ledger, person: string, purpose?: Purpose): Promise<void> {
  const request = randomUUID();
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const [now] = (await ledger.decide(caller, purpose, [person])).people;
    const { granted, own } = now!.decision, asked = maskOf('ACTION_PLAN');
    const { status } = await ledger.release({
      caller, request, attempt, purpose, operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK', gatewayKey: 'gateway',
      people: [{ person, known: now!.known, granted, own, fingerprint: now!.fingerprint, asked, released: intersection(asked, granted) }],
    });
    if (status === 'RELEASED') return;
  }
  throw new Error('nothing was released');
}

/** People to whom everything happens that can happen in a ledger, and who are looked at meanwhile. It needs the data protection leads of `addOverseers`. */
export async function everyEvent(ledger: Ledger): Promise<void> {
  await changingTheirMind(ledger, somebody());
  await stoppingAndKeepingOut(ledger, somebody());
  await beingAsked(ledger, somebody());
  await beingAssigned(ledger, somebody());
  await notRecognising(ledger, somebody());
  await beingToldThatItEnded(ledger, somebody());
  await beingActedFor(ledger, somebody(), somebody());
  await beingOpened(ledger, somebody());
  await look(ledger, somebody());
}

async function changingTheirMind(ledger: Ledger, person: string): Promise<void> {
  const act = () => byPerson(person);
  await support(ledger, person);
  const grant = await agree(ledger, person);
  await look(ledger, person);
  await ledger.pauseGrant({ ...act(), grant });
  await look(ledger, person);
  await ledger.resumeGrant({ ...act(), grant });
  await ledger.refuse({ ...act(), ...TO_FIFE, categories: ['ACTION_PLAN', 'CONVICTIONS'] });
  await look(ledger, person);
  const again = await agree(ledger, person, 'ACTION_PLAN');
  const { subject: renewed } = await ledger.renewGrant({ ...act(), grant: again });
  await look(ledger, person);
  await ledger.withdrawGrant({ ...act(), grant: renewed });
  await look(ledger, person);
  const { subject: hers } = await ledger.giveGrant({ ...act(), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { worker: 'isla' }, sources: ['fife-housing'], dataFrom: '2026-03-01', dataTo: '2026-10-31', mode: 'COPY' });
  await ledger.renounceGrant({ ...byWorker('isla', person), grant: hers });
  await agree(ledger, person);
  await look(ledger, person);
  await ledger.withdrawFrom({ ...act(), ...TO_FIFE });
  await look(ledger, person);
}

async function stoppingAndKeepingOut(ledger: Ledger, person: string): Promise<void> {
  const act = () => byPerson(person);
  await support(ledger, person);
  await agree(ledger, person);
  await ledger.joinHousehold(act());
  await ledger.leaveHousehold(act());
  const { subject: exclusion } = await ledger.exclude({ ...act(), recipient: { worker: 'ewan' } });
  await ledger.endExclusion({ ...act(), exclusion });
  await ledger.stopAll(act());
  await ledger.stopAll(act());
  await look(ledger, person);
  await ledger.resumeSharing(act());
  await look(ledger, person);
}

async function beingAsked(ledger: Ledger, person: string): Promise<void> {
  const act = () => byPerson(person);
  await support(ledger, person);
  const ask = async (purpose: string) => (await ledger.askForSharing({ ...byWorker('isla', person), ...ASK, purpose })).subject;
  const request = await ask('REFERRAL');
  await ledger.putOffRequest({ ...act(), request });
  await ledger.giveGrant({ ...act(), ...ASK, categories: ['SKILLS'], request });
  await ledger.refuseRequest({ ...act(), request: await ask('ELIGIBILITY') });
  await ledger.cancelRequest({ ...byWorker('isla', person), request: await ask('EMPLOYABILITY_SUPPORT') });
  const record = async () => (await ledger.recordGrant({ ...byWorker('isla', person), ...TO_FIFE, categories: ['ACTION_PLAN'], channel: 'BY_PHONE', words: 'Said yes.' })).subject;
  const grant = await record();
  await look(ledger, person);
  await ledger.confirmGrant({ ...act(), grant });
  await look(ledger, person);
  await ledger.invalidateGrant({ ...act(), grant: await record() });
}

async function beingActedFor(ledger: Ledger, person: string, other: PersonId): Promise<void> {
  const powers = ['READ', 'AGREE', 'STOP'], categories = ['ACTION_PLAN', 'SKILLS'];
  const acts = () => ({ ...byPerson(other), person });
  await support(ledger, person);
  const { subject: appointed } = await ledger.appointRepresentative({ ...byPerson(person), representative: other, powers, categories });
  await lookAs({ kind: 'person', person: other }, ledger, person);
  const { subject: grant } = await ledger.giveGrant({ ...acts(), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN'], ...TO_FIFE });
  await look(ledger, person);
  await ledger.withdrawGrant({ ...acts(), grant });
  await ledger.endAuthority({ ...byPerson(person), authority: appointed });
  const { subject: recorded } = await ledger.recordAuthority({ ...byWorker('isla', person), representative: other, powers, categories, kind: 'ATTORNEY', reason: 'Asked for it.', document: 'A certificate.' });
  await ledger.confirmAuthority({ ...byWorker('kirsty', person), authority: recorded, reason: 'Seen as well.' });
  await lookAs({ kind: 'person', person: other }, ledger, person);
  await ledger.endAuthority({ ...acts(), authority: recorded });
}

async function beingAssigned(ledger: Ledger, person: string): Promise<void> {
  const { subject: assignment } = await ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'isla', reason: 'Knows the person.' });
  await ledger.confirmAssignment({ ...byWorker('isla', person), assignment, code: 'no code' }).catch(() => undefined);
  await ledger.confirmAssignment({ ...byWorker('rory', person), assignment, reason: 'Met the person today.' });
  await look(ledger, person);
  await ledger.endAssignment({ ...byPerson(person), assignment });
}

async function beingToldThatItEnded(ledger: Ledger, person: string): Promise<void> {
  await support(ledger, person);
  await ledger.chooseContact({ ...byWorker('isla', person), way: 'TEXT' });
  await ledger.chooseContact({ ...byPerson(person), way: 'APP' });
  const end = async () => {
    const grant = await agree(ledger, person);
    await look(ledger, person);
    await ledger.withdrawGrant({ ...byPerson(person), grant });
    await ledger.noteEndings();
    const ending = (await ledger.readEndingNotices('kirsty')).find((notice) => notice.person === person)!.id;
    return { actor: { kind: 'worker', id: 'kirsty' }, key: randomUUID(), ending } as const;
  };
  await ledger.attestErasure({ ...await end(), outcome: 'ERASED' });
  const second = await end();
  await ledger.acknowledgeEnding(second);
  await ledger.attestErasure({ ...second, key: randomUUID(), outcome: 'KEPT_BY_DUTY', duty: 'Records of support that was paid for, kept for six years.' });
}

async function notRecognising(ledger: Ledger, person: string): Promise<void> {
  await support(ledger, person);
  await look(ledger, person);
  const ask = async () => (await ledger.challengeLook({ ...byPerson(person), disclosure: (await ledger.readDisclosures(person, { first: 1 }))[0]!.id, words: 'I was not there.' })).subject;
  await ledger.closeChallenge({ ...byWorker('shona', person), challenge: await ask(), outcome: 'EXPECTED', words: 'It was about your appointment.' });
  const propose = async (renews?: string) => (await ledger.proposeSuppression({
    ...byWorker('shona', person), recipient: { worker: 'isla' }, purposes: ['KEEP_SAFE'], ground: 'THIRD_PARTY', reason: 'Somebody else would be at risk.', until: inAMonth(), renews,
  })).subject;
  const suppression = await propose();
  await ledger.approveSuppression({ ...byWorker('fergus', person), suppression });
  await ledger.approveSuppression({ ...byWorker('fergus', person), suppression: await propose(suppression) });
  await ledger.endSuppression({ ...byWorker('shona', person), suppression, reason: 'Nobody is at risk any more.' });
}

async function beingOpened(ledger: Ledger, person: string): Promise<void> {
  await support(ledger, person);
  const glass = async () => (await ledger.breakGlass({
    ...byWorker('isla', person), categories: ['ACTION_PLAN'], ground: 'SERIOUS_THREAT', reason: 'Said that they cannot go on.', minutes: 30, delayNotice: 'Somebody at home reads their screen.',
  })).subject;
  const review = { actor: { kind: 'worker', id: 'kirsty' }, reason: 'Looked into it.' } as const;
  await ledger.useLegalGateway({ ...byWorker('isla', person), gateway: 'asp', categories: ['WHERE_I_LIVE'], reason: 'An inquiry.', until: inAMonth() });
  const opening = await glass();
  await look(ledger, person, 'KEEP_SAFE');
  await ledger.reviewOpening({ ...review, key: randomUUID(), opening, outcome: 'NOT_JUSTIFIED' });
  await look(ledger, person, 'KEEP_SAFE');
  await ledger.reviewOpening({ ...review, key: randomUUID(), opening: await glass(), outcome: 'JUSTIFIED' });
  await look(ledger, person, 'KEEP_SAFE');
}
