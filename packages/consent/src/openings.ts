import type { Asked } from './asked.ts';
import { BY_EMERGENCY, WORKING_ROLES } from './ceilings.ts';
import type { Instant, Opening, PersonFacts } from './facts.ts';
import { isInForce } from './inForce.ts';
import { type Mask, NOTHING, intersection, maskOf, union, without } from './mask.ts';

const NAME_AND_CONTACT = maskOf('NAME_AND_CONTACT'), MY_SHARING = maskOf('MY_SHARING');

/** What an opening opens by itself: its categories, and the name and how to reach the person. An emergency never opens J4 or H4; neither it nor a law opens who looked. */
export const opensByItself = ({ reason, categories }: Opens): Mask =>
  union(NAME_AND_CONTACT, reason === 'BREAK_GLASS' ? intersection(categories, BY_EMERGENCY) : without(categories, MY_SHARING));

/** The openings that hold for whoever asks: their own, in force, to keep safe, while they work for the same agency in a role that supports people. */
export function openingsFor(facts: PersonFacts, { asker, purpose, at }: Asked): readonly Opening[] {
  if (asker.kind !== 'worker' || purpose !== 'KEEP_SAFE' || !asker.worker.roles.some((role) => WORKING_ROLES.has(role))) return [];
  const { worker, agency } = asker.worker;
  return facts.openings.filter((one) => one.worker === worker && one.agency === agency && isInForce(one, at));
}

/** Openings together, by the reason that each opens by. */
export interface OpenedFor<One = Opening> {
  readonly byLaw: Mask;
  readonly byEmergency: Mask;
  readonly by: readonly One[];
}

type Opens = Pick<Opening, 'reason' | 'categories'>;

/** What these openings open together. */
export const togetherFor = <One extends Opens>(by: readonly One[]): OpenedFor<One> => ({ by, byLaw: opensFor(by, 'STATUTORY'), byEmergency: opensFor(by, 'BREAK_GLASS') });

const opensFor = (openings: readonly Opens[], reason: Opening['reason']): Mask =>
  openings.reduce((all, one) => (one.reason === reason ? union(all, opensByItself(one)) : all), NOTHING);

/** The facts as the person themselves may know them: without what they are not told of yet. */
export const asThePersonKnows = (facts: PersonFacts, at: Instant): PersonFacts =>
  (facts.openings.some(({ toldFrom }) => !(toldFrom <= at)) ? { ...facts, openings: facts.openings.filter(({ toldFrom }) => toldFrom <= at) } : facts);
