import type { Power } from '@thegither/vocabulary';
import type { Authority, Instant, PersonFacts } from './facts.ts';
import { isInForce } from './inForce.ts';
import { type Mask, NOTHING, covers, union } from './mask.ts';

/** Does the authority stand at this instant: confirmed, begun and not ended? */
export const isAuthorityInForce = (authority: Authority, at: Instant): boolean => authority.confirmed && isInForce(authority, at);

/** By what this other person acts for the person at this instant, in the order of ids; nothing when they do not. */
export const authoritiesOf = (facts: PersonFacts, representative: string, at: Instant): readonly Authority[] =>
  facts.authorities.filter((one) => one.representative === representative && isAuthorityInForce(one, at)).toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Does the authority reach so far: this power, for all of these categories? */
export const reaches = ({ powers, categories }: Authority, power: Power, needed: Mask): boolean => powers.includes(power) && covers(categories, needed);

/** What may be read by these authorities, before the person's own ceiling. */
export const readBy = (authorities: readonly Authority[]): Mask =>
  authorities.reduce((all, { powers, categories }) => (powers.includes('READ') ? union(all, categories) : all), NOTHING);
