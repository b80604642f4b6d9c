import type { StageNumber } from '../story/employability.ts';
import { AREAS, FAMILY_NAMES, FIRST_NAMES, MIDDLE_NAMES } from './names.ts';
import type { Random } from './random.ts';

/** What all rooms know alike of a generated person, each in its own way: their parts of the story so fit together. */
export interface Life {
  readonly knownAs: string;
  readonly pronouns: string;
  readonly familyName: string;
  readonly fullName: string;
  readonly age: number;
  /** Days from the last birthday until today. */
  readonly sinceBirthday: number;
  readonly area: string;
  /** Days since they came to support. */
  readonly since: number;
  readonly stage: StageNumber;
  readonly inWork: boolean;
  /** Has health at work a case with them; has their mind a part in it? */
  readonly health: boolean;
  readonly mind: boolean;
  /** Is there a justice service with them; were they in prison, or will they leave one? */
  readonly justice: boolean;
  readonly prison: boolean;
  /** What kind of home they have. */
  readonly home: 'COUNCIL' | 'HOUSING_ASSOCIATION' | 'PRIVATE_RENT' | 'OWNED' | 'WITH_OTHERS' | 'SUPPORTED' | 'NONE';
  readonly rentTrouble: boolean;
  readonly learning: boolean;
  readonly caring: boolean;
}

/** What the people of one household have in common. */
export interface Home {
  readonly familyName: string;
  readonly area: string;
}

/** The home of a household, from numbers of its own. */
export const homeOf = (random: Random): Home => ({ familyName: random.pick(FAMILY_NAMES), area: random.pick(AREAS) });

/** A life as it is met in employability support: most are long out of work, many have more than one thing in the way. */
export function lifeOf(random: Random, home: Home): Life {
  const [knownAs, pronouns] = random.pick(FIRST_NAMES);
  const age = random.weighed([30, random.between(16, 24)], [45, random.between(25, 44)], [20, random.between(45, 59)], [5, random.between(60, 66)]);
  const stage = random.weighed<StageNumber>([18, 1], [30, 2], [24, 3], [16, 4], [12, 5]);
  const justice = random.chance(12);
  const familyName = random.chance(85) ? home.familyName : random.pick(FAMILY_NAMES);
  return {
    knownAs, pronouns, familyName, age, stage, justice,
    fullName: random.chance(60) ? `${knownAs} ${random.pick(MIDDLE_NAMES)} ${familyName}` : `${knownAs} ${familyName}`,
    sinceBirthday: random.below(365),
    area: home.area,
    since: random.weighed([60, random.between(14, 180)], [40, random.between(181, 700)]),
    inWork: stage === 5 || random.chance(8),
    health: random.chance(34),
    mind: random.chance(16),
    prison: justice && random.chance(35),
    home: random.weighed([30, 'COUNCIL'], [16, 'HOUSING_ASSOCIATION'], [16, 'PRIVATE_RENT'], [8, 'OWNED'], [20, 'WITH_OTHERS'], [4, 'SUPPORTED'], [6, 'NONE']),
    rentTrouble: random.chance(25),
    learning: random.chance(age < 25 ? 55 : 25),
    caring: random.chance(24),
  };
}
