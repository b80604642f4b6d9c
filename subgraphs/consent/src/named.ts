import { NOTHING, maskOf, overlaps, type Mask } from '@thegither/consent';
import { REGISTER } from '@thegither/vocabulary';

const ofDomain = (domain: string): Mask => maskOf(...REGISTER.filter(({ owner }) => owner === domain).map(({ name }) => name));

/** Whoever hears that a justice social worker supports somebody has heard J1, whatever else of justice is shared: "free to work from Monday" does not say why, and must not begin to. */
const TELLS: Readonly<Record<string, Mask>> = { justice: maskOf('JUSTICE_SUPPORT') };

/**
 * May a worker of an agency of this domain be named as a supporter, where these categories are shared? To name them tells
 * what kind of help the person has, so a category of the domain must be shared too. An agency of no domain that holds
 * a category is not named: what naming it would tell is not known.
 */
export function mayBeNamed(domain: string | null, shared: Mask): boolean {
  if (domain === null) return false;
  const tells = Object.hasOwn(TELLS, domain) ? TELLS[domain]! : ofDomain(domain);
  return tells !== NOTHING && overlaps(tells, shared);
}
