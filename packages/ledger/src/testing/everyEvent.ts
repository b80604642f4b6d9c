import { randomUUID } from 'node:crypto';
import { intersection, maskOf } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import type { Ledger } from '../ledger.ts';
import { agree, asWorker, byPerson, byWorker, somebody, support } from './testLedger.ts';

const TO_FIFE = { recipient: { agency: 'fife-works' } } as const;
const ASK = { purpose: 'REFERRAL', categories: ['ACTION_PLAN', 'SKILLS'], recipient: { team: 'east' }, reason: 'To find a course with you.' } as const;

/** Isla is told the person's action plan, as far as it is open: one disclosure. */
export async function look(ledger: Ledger, person: string, purpose: Purpose = 'EMPLOYABILITY_SUPPORT'): Promise<void> {
  const [now] = (await ledger.decide(asWorker(), purpose, [person])).people;
  const { granted, own } = now!.decision, asked = maskOf('ACTION_PLAN');
  const { status } = await ledger.release({
    caller: asWorker(), request: randomUUID(), attempt: 1, purpose, operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK', gatewayKey: 'gateway',
    people: [{ person, known: now!.known, granted, own, fingerprint: now!.fingerprint, asked, released: intersection(asked, granted) }],
  });
  if (status !== 'RELEASED') throw new Error('nothing was released');
}

/** People to whom everything happens that can happen in a ledger, and who are looked at meanwhile. */
export async function everyEvent(ledger: Ledger): Promise<void> {
  await changingTheirMind(ledger, somebody());
  await stoppingAndKeepingOut(ledger, somebody());
  await beingAsked(ledger, somebody());
  await beingAssigned(ledger, somebody());
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
  const { subject: hers } = await ledger.giveGrant({ ...act(), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { worker: 'isla' }, sources: ['fife-housing'] });
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

async function beingAssigned(ledger: Ledger, person: string): Promise<void> {
  const { subject: assignment } = await ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'isla', reason: 'Knows the person.' });
  await ledger.confirmAssignment({ ...byWorker('isla', person), assignment, code: 'no code' }).catch(() => undefined);
  await ledger.confirmAssignment({ ...byWorker('rory', person), assignment, reason: 'Met the person today.' });
  await look(ledger, person);
  await ledger.endAssignment({ ...byPerson(person), assignment });
}
