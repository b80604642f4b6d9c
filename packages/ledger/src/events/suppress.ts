import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Recipient } from '@thegither/consent';
import { PURPOSES, type Purpose } from '@thegither/vocabulary';
import { holdAlone } from '../connection/locks.ts';
import { clock } from '../standing/clock.ts';
import { SUPPRESSION_GROUNDS, type ProposedSuppression } from './event.ts';
import { besideTheirs } from './heldBackHistory.ts';
import { endOf } from './lastDay.ts';
import { mustExist } from './mustExist.ts';
import { mustOversee } from './mustOversee.ts';
import { readDay, readId, readRecipient, readWords, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done, type Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { suppressionOf, type StandingSuppression } from './suppressions.ts';

/** Whose looks are to be held back from the person, for how long and why. */
export interface ProposeSuppression extends Act {
  /** A worker or an agency. */
  readonly recipient: RecipientInput;
  /** Looks for these purposes alone; for any when nothing is said. */
  readonly purposes?: readonly string[] | null;
  /** THIRD_PARTY or COVERT_STATUTORY. */
  readonly ground: string;
  readonly reason: string;
  /** The last day; at most ninety days from now. */
  readonly until: string;
  /** The one in force that it goes on from. */
  readonly renews?: string | null;
}

/** Which one. */
export interface OfSuppression extends Act {
  readonly suppression: string;
}

/** Which one ends, and why. */
export interface EndSuppression extends OfSuppression {
  readonly reason: string;
}

const LONGEST_MS = 90 * 24 * 60 * 60 * 1000;

/** Never a meeting that the person agreed to, which they can tell from the grant, and never the looks of whoever checks. */
const HIDEABLE: readonly Purpose[] = PURPOSES.filter((purpose) => purpose !== 'ONE_MEETING' && purpose !== 'AUDIT');

/**
 * A data protection lead proposes that looks are held back from a person for a time. Nothing is held back before another
 * one approves it. It stands on a history beside the person's. Throws FORBIDDEN for anybody else, and for the worker
 * whose looks they are.
 */
export async function proposeSuppression(pool: Pool, { recipient, purposes, ground, reason, until, renews, ...act }: ProposeSuppression): Promise<Done> {
  const wanted = {
    recipient: readWhose(recipient), purposes: readPurposes(purposes), ground: SUPPRESSION_GROUNDS.find((one) => one === ground) ?? refuseInput('There is no such ground.'),
    reason: readWords(reason), last: readDay(until), renews: renews === undefined || renews === null ? null : readId(renews) ?? refuseInput('There is no such suppression.'),
  };
  return record(pool, besideTheirs(act), { verb: 'proposeSuppression', ...wanted }, async ({ client, at }) => {
    await mustOversee(client, act.actor);
    await mustExist(client, wanted.recipient);
    mustNotBeTheirs(act, wanted.recipient);
    const ends = await endOf(client, wanted.last, at);
    if (Date.parse(ends) > at + LONGEST_MS) return refuseInput('Looks are held back for ninety days at most.');
    if (wanted.renews !== null) mustHold(await suppressionOf(client, act.person, wanted.renews));
    const { last: _, ...said } = wanted;
    return { kind: 'SUPPRESSION_PROPOSED', body: { suppression: { id: randomUUID(), about: act.person, ...said, until: ends } satisfies ProposedSuppression } };
  });
}

/**
 * Another data protection lead agrees, and from this moment looks are held back: only those that come now, for what the
 * person could already read never goes from them. One that renews another goes on from it without a gap, while that
 * one is in force.
 */
export async function approveSuppression(pool: Pool, { suppression, ...act }: OfSuppression): Promise<Done> {
  const id = readId(suppression) ?? refuseInput('There is no such suppression.');
  return record(pool, besideTheirs(act), { verb: 'approveSuppression', suppression: id }, async ({ client }) => {
    await mustOversee(client, act.actor);
    const proposed = await suppressionOf(client, act.person, id);
    if (proposed.state !== 'PROPOSED') return refuseInput('That has been approved already.');
    if (proposed.isOver) return refuseInput('That has ended already.');
    if (proposed.proposedBy === act.actor.id) return refuseInput('Another data protection lead approves it: nobody is their own second one.');
    mustNotBeTheirs(act, proposed.recipient);
    const renewed = proposed.renews === null ? undefined : mustHold(await suppressionOf(client, act.person, proposed.renews));
    return { kind: 'SUPPRESSION_APPROVED', body: { suppression: id, covers: renewed?.coversFrom ?? await fromNowOn(client, act.person) } };
  });
}

/** One data protection lead is enough to end it. What it held back is shown from now on. */
export async function endSuppression(pool: Pool, { suppression, reason, ...act }: EndSuppression): Promise<Done> {
  const wanted = { suppression: readId(suppression) ?? refuseInput('There is no such suppression.'), reason: readWords(reason) };
  return record(pool, besideTheirs(act), { verb: 'endSuppression', ...wanted }, async ({ client }) => {
    await mustOversee(client, act.actor);
    const { isOver } = await suppressionOf(client, act.person, wanted.suppression);
    return isOver ? refuseInput('That has ended already.') : { kind: 'SUPPRESSION_ENDED', body: wanted };
  });
}

function readWhose(input: RecipientInput): Recipient {
  const recipient = readRecipient(input);
  return recipient.kind === 'team' ? refuseInput('Name the worker or the agency whose looks they are.') : recipient;
}

const readPurposes = (purposes: readonly string[] | null | undefined): readonly Purpose[] =>
  [...new Set((purposes ?? []).map((text) => HIDEABLE.find((purpose) => purpose === text) ?? refuseInput('Looks for that purpose are always shown.')))];

/** Nobody holds back their own looks. */
function mustNotBeTheirs({ actor }: Act, recipient: Recipient): void {
  if (recipient.kind === 'worker' && recipient.worker === actor.id) refuseInput('Nobody holds back looks of their own.');
}

/** What it held back has been shown otherwise, and cannot be taken back. */
const mustHold = (renewed: StandingSuppression): StandingSuppression & { readonly coversFrom: string } =>
  (renewed.coversFrom === null || renewed.isOver ? refuseInput('The one that it goes on from is not in force.') : { ...renewed, coversFrom: renewed.coversFrom });

/** With the person's lock held alone no release is under way: whatever was told before it is before this moment. */
async function fromNowOn(client: Scene['client'], person: string): Promise<string> {
  await holdAlone(client, person);
  return new Date(Math.ceil(await clock(client))).toISOString();
}
