import { REGISTER } from '@thegither/vocabulary';
import type { AgencyId } from './agencies.ts';

/** What a law lets an agency see where the person was not asked, or said no: told to the person, and theirs to challenge. */
export interface LegalGateway {
  readonly id: string;
  readonly recipient: AgencyId;
  /** Names of categories. */
  readonly categories: readonly string[];
  readonly statute: string;
}

const coded = (...codes: readonly string[]): string[] => REGISTER.filter(({ code }) => codes.includes(code)).map(({ name }) => name);

/**
 * The laws of the demonstration: one, as an example. Whoever runs the platform lists their own, with their lawyers.
 * @see Adult Support and Protection (Scotland) Act 2007, sections 4, 5 and 10
 */
export const LEGAL_GATEWAYS: readonly LegalGateway[] = Object.freeze([
  { id: 'asp-2007-fife-works', recipient: 'fife-works', categories: coded('S2', 'S3', 'E3', 'H1', 'H3', 'H4', 'O1', 'O2'), statute: 'Adult Support and Protection (Scotland) Act 2007, section 5' },
]);
