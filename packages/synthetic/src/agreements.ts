import { REGISTER } from '@thegither/vocabulary';
import type { AgencyId } from './agencies.ts';

/** A sharing agreement between two agencies: what the recipient may receive from the holder where the person agrees. */
export interface SharingAgreement {
  readonly recipient: AgencyId;
  readonly holder: AgencyId;
  /** Names of categories. */
  readonly categories: readonly string[];
}

const coded = (...codes: readonly string[]): string[] =>
  REGISTER.filter(({ code }) => codes.some((pattern) => (pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern))).map(({ name }) => name);

/** Everything that a person can share by a grant: what a key worker's agency may receive. */
const BY_GRANT = REGISTER.filter((category) => category.byGrant).map((category) => category.name);

/** What each agency may receive: what the roles of its workers allow, and no more. */
const RECEIVES: Readonly<Record<Exclude<AgencyId, 'fife-works'>, readonly string[]>> = {
  'fife-pathways': BY_GRANT,
  'fife-justice': coded('S*', 'E1', 'E2', 'E4', 'J*', 'O1'),
  'nhs-fife': coded('S*', 'E1', 'E2', 'H*', 'C1'),
  'fife-housing': coded('S*', 'E1', 'E2', 'O*'),
  'glasgow-housing': coded('S*', 'E1', 'E2', 'O*'),
  // No agreement with NHS Fife, and none that names health, justice or housing: they read OUTSIDE_AGREEMENT, whoever it is about.
  'jobcentre-kirkcaldy': coded('S1', 'E1', 'E2', 'E4', 'C1'),
  'my-world-careers': coded('S*', 'E1', 'E2', 'E4', 'C*'),
  'fife-lep': [],
  'joint-controllers': coded('M1'),
};

const partners = Object.entries(RECEIVES) as [Exclude<AgencyId, 'fife-works'>, readonly string[]][];

/** Agreements between Fife Works and every other agency, both ways; between two others there is none. */
export const AGREEMENTS: readonly SharingAgreement[] = Object.freeze(
  partners.flatMap(([partner, categories]): SharingAgreement[] => [
    { recipient: partner, holder: 'fife-works', categories },
    { recipient: 'fife-works', holder: partner, categories: BY_GRANT },
  ]),
);
