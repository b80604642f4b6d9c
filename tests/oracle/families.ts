import { chains } from './supergraphs/chains.ts';
import { compoundKeys } from './supergraphs/compoundKeys.ts';
import { entityInterfaces } from './supergraphs/entityInterfaces.ts';
import { interfaceObjects } from './supergraphs/interfaceObjects.ts';
import { interfaces } from './supergraphs/interfaces.ts';
import { mutations } from './supergraphs/mutations.ts';
import { nestedKeys } from './supergraphs/nestedKeys.ts';
import { nestedLists } from './supergraphs/nestedLists.ts';
import { overrides } from './supergraphs/overrides.ts';
import { provides } from './supergraphs/provides.ts';
import { renames } from './supergraphs/renames.ts';
import { requires } from './supergraphs/requires.ts';
import { severalKeys } from './supergraphs/severalKeys.ts';
import { shareable } from './supergraphs/shareable.ts';
import { simpleKeys } from './supergraphs/simpleKeys.ts';
import { unions } from './supergraphs/unions.ts';
import type { Sample } from './world/sample.ts';

/** The oracle's supergraphs, by the test file that compares them. */
export const FAMILIES = {
  keys: [simpleKeys, compoundKeys],
  severalKeys: [severalKeys, nestedKeys],
  requires: [requires, chains],
  provides: [provides, overrides, shareable],
  interfaces: [unions, interfaces, renames],
  entityInterfaces: [entityInterfaces, interfaceObjects],
  values: [nestedLists, mutations],
} as const satisfies Record<string, readonly Sample[]>;

/** The name of a family, and of its test file. */
export type Family = keyof typeof FAMILIES;

/** How many operations are compared in all, or more. */
export const PROMISED = 5000;

const EACH = 320;
const { ORACLE_EACH, ORACLE_ONLY, ORACLE_SEED } = process.env;

/** What all made-up operations follow from. */
export const SEED = ORACLE_SEED ?? '1';

/** The operations that are compared on each supergraph, by number. */
export const NUMBERS = ORACLE_ONLY === undefined ? Array.from({ length: Number(ORACLE_EACH ?? EACH) }, (_, n) => n) : [Number(ORACLE_ONLY)];

/** Are as many compared as was promised, or is this a trial of fewer? */
export const isWhole = NUMBERS.length >= EACH;
