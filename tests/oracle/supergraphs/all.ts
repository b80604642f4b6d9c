import type { Sample } from '../world.ts';
import { compoundKeys } from './compoundKeys.ts';
import { nestedLists } from './nestedLists.ts';
import { requires } from './requires.ts';
import { shareable } from './shareable.ts';
import { simpleKeys } from './simpleKeys.ts';
import { unions } from './unions.ts';

/** The six supergraphs of the oracle. */
export const SAMPLES: readonly Sample[] = [simpleKeys, compoundKeys, requires, shareable, unions, nestedLists];
