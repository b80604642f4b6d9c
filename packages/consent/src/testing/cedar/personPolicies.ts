import { REGISTER } from '@thegither/vocabulary';
import type { Assignment, Authority, Exclusion, Grant, Opening, PersonFacts, Recipient, Refusal } from '../../facts.ts';

const text = (value: string): string => JSON.stringify(value);
const set = (values: readonly string[]): string => `[${values.join(', ')}]`;

/** Is the bit in the mask? Read from its digits, and not by the code that is checked. */
export const has = (mask: bigint, bit: number): boolean => mask.toString(2).at(-1 - bit) === '1';

/** The codes of the register whose bits a mask has. */
export const codesIn = (mask: bigint): string[] => REGISTER.filter(({ bit }) => has(mask, bit)).map(({ code }) => code);

const someOf = (mask: bigint): string => set(codesIn(mask).map((code) => `Category::${text(code)}`));

/** Is the worker who asks this recipient, or in it? */
function isWorker(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'worker': return `principal == Worker::${text(recipient.worker)}`;
    case 'team': return `(principal has team && principal.team == ${text(recipient.team)})`;
    default: return `principal.agency == ${text(recipient.agency)}`;
  }
}

const isIn = ({ from, to }: { readonly from: number; readonly to: number | null }): string => `${from} <= context.at && ${to === null ? 'true' : `context.at < ${to}`}`;
const isPurpose = (purpose: string): string => `(context has purpose && context.purpose == ${text(purpose)})`;

/** Confirmed, live, to this worker or their team, for a purpose that it allows; and only to somebody who supports people. */
const ofAssignment = (one: Assignment, index: number): string => `
@id("assignment ${index}")
permit (principal is Worker, action == Action::"support", resource)
when {
  ${one.confirmed} && ${one.recipient.kind !== 'agency'} && ${isWorker(one.recipient)} && ${isIn(one)} &&
  context has purpose && context.purpose != "KEEP_SAFE" && ${set(one.purposes.map(text))}.contains(context.purpose) &&
  principal.roles.containsAny(["KEY_WORKER", "MENTOR", "CASE_MANAGER", "JUSTICE_WORKER", "HOUSING_OFFICER", "CAREERS_ADVISER", "WORK_COACH"])
};`;

/** This worker, team or agency may not see me. */
const ofExclusion = (one: Exclusion, index: number): string => `
@id("exclusion ${index}")
forbid (principal is Worker, action == Action::"support", resource)
when { ${isWorker(one.recipient)} };`;

/** At any recipient level a refusal beats a grant; the name by the assignment, own rows and oversight are not sharing. */
const ofRefusal = (one: Refusal, index: number): string => `
@id("refusal ${index}")
forbid (principal is Worker, action == Action::"read", resource)
when { ${isWorker(one.recipient)} && ${one.purpose === null ? 'true' : isPurpose(one.purpose)} && ${someOf(one.categories)}.contains(resource.category) }
unless { resource.category == Category::"S1" || resource.category == Category::"M1" || resource.controller == principal.agency || ${isPurpose('KEEP_SAFE')} };`;

/** By a law or in an emergency: to this worker, of this agency, in its time and to keep safe, whatever the person chose. An emergency never opens J4 and H4. */
const ofOpening = (one: Opening, index: number): string => `
@id("opening ${index}")
permit (principal == Worker::${text(one.worker)}, action == Action::"read", resource)
when {
  principal.agency == ${text(one.agency)} && ${isPurpose('KEEP_SAFE')} && ${isIn(one)} &&
  (resource.category == Category::"S1" || ${someOf(one.categories)}.contains(resource.category)) &&
  ${one.reason === 'STATUTORY' ? 'true' : '!(resource.category in [Category::"J4", Category::"H4"])'} && resource.category != Category::"M1" &&
  principal.roles.containsAny(["KEY_WORKER", "MENTOR", "CASE_MANAGER", "JUSTICE_WORKER", "HOUSING_OFFICER", "CAREERS_ADVISER", "WORK_COACH"])
};`;

const OWN_ACT = 'S3 S4 S5 E3 H1 H2 H3 H4 J1 J2 J3 O2'.split(' ');

/** Recorded by a worker and not confirmed: 14 days, EMPLOYABILITY_SUPPORT, no own act, and nothing that the person stopped or that was recorded before. */
function unconfirmed(one: Grant, grants: readonly Grant[]): string {
  const barring = grants.filter((other) => other !== one && other.purpose === one.purpose && (
    ['PAUSED', 'WITHDRAWN', 'SUPERSEDED', 'INVALIDATED'].includes(other.state)
    || (other.state === 'RECORDED_UNCONFIRMED' && (other.from < one.from || (other.from === one.from && other.id < one.id)))));
  const stopped = barring.map((other) => `!(${isWorker(other.recipient)} && ${someOf(other.categories)}.contains(resource.category))`);
  return [
    isPurpose('EMPLOYABILITY_SUPPORT'), `context.at < ${one.from} + ${14 * 86_400_000}`,
    `!${set(OWN_ACT.map((code) => `Category::${text(code)}`))}.contains(resource.category)`, ...stopped,
  ].join(' && ');
}

/** What a grant asks for beside its recipient, purpose and dates, by its state. */
function byState(one: Grant, grants: readonly Grant[]): string {
  if (one.state === 'ACTIVE') return 'true';
  return one.state === 'RECORDED_UNCONFIRMED' ? unconfirmed(one, grants) : 'false';
}

/** One meeting: two hours from the first look by it. */
const isNotUsedUp = ({ purpose, usedAt }: Grant): string => (purpose === 'ONE_MEETING' && typeof usedAt === 'number' ? `context.at < ${usedAt} + ${2 * 3_600_000}` : 'true');

/** Days as numbers, in whose order they come: Cedar does not order text. A row without a day is of none. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));
const isOfDay = ({ dataFrom, dataTo }: Grant): string => [
  ...(typeof dataFrom === 'string' ? [`resource has on && ${dayNumber(dataFrom)} <= resource.on`] : []), ...(typeof dataTo === 'string' ? [`resource has on && resource.on <= ${dayNumber(dataTo)}`] : []), 'true',
].map((one) => `(${one})`).join(' && ');

/** A grant: recipient, purpose, categories, days and sources (none named is all), in its time, to somebody who supports the person. Telling an employer is for a named worker. */
const ofGrant = (one: Grant, index: number, grants: readonly Grant[]): string => `
@id("grant ${index}")
permit (principal is Worker, action == Action::"read", resource)
when {
  context.supports && ${isWorker(one.recipient)} && ${isPurpose(one.purpose)} && ${isIn(one)} && ${isNotUsedUp(one)} &&
  ${one.purpose !== 'TELL_EMPLOYER' || one.recipient.kind === 'worker'} &&
  ${someOf(one.categories)}.contains(resource.category) && resource.category != Category::"M1" &&
  (${one.sources.length === 0} || ${set(one.sources.map(text))}.contains(resource.controller)) && ${isOfDay(one)} && ${byState(one, grants)}
};`;

/** Somebody acts for the person: what the person reads themselves, as far as the authority covers it. */
const ofAuthority = (one: Authority, index: number): string => `
@id("authority ${index}")
permit (principal == Person::${text(one.representative)}, action == Action::"read", resource)
when {
  ${one.confirmed} && ${isIn(one)} && ${one.powers.includes('READ')} &&
  ${someOf(one.categories)}.contains(resource.category) && resource.category != Category::"J4"
};`;

/** What stands about one person, as policies: a permit for each assignment, grant and authority, a forbid for each exclusion and refusal. */
export const personPolicies = ({ assignments, exclusions, refusals, grants, authorities, openings }: PersonFacts): string =>
  [...assignments.map(ofAssignment), ...exclusions.map(ofExclusion), ...refusals.map(ofRefusal), ...grants.map(ofGrant), ...authorities.map(ofAuthority), ...openings.map(ofOpening)].join('\n');
