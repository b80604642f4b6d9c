import type { Persona } from './persona.ts';
import { aisha } from './personas/aisha.ts';
import { callum } from './personas/callum.ts';
import { derek } from './personas/derek.ts';
import { fiona } from './personas/fiona.ts';
import { hamish } from './personas/hamish.ts';
import { jean } from './personas/jean.ts';
import { mairi } from './personas/mairi.ts';
import { morag } from './personas/morag.ts';
import { tam } from './personas/tam.ts';

/** The nine people of the demonstration: the same names and stories in seeds, tests, pages and README. */
export const PERSONAS: readonly Persona[] = Object.freeze([morag, callum, aisha, derek, mairi, tam, jean, hamish, fiona]);

/** The persona of that key ("morag"), or undefined. */
export const personaNamed = (key: string): Persona | undefined => PERSONAS.find((persona) => persona.key === key);

/** One household: who lives and plans together, and who of them agreed to be linked. */
export interface Household {
  readonly key: string;
  readonly members: readonly { readonly persona: Persona; readonly agreed: boolean }[];
}

/** The households of the demonstration. */
export const HOUSEHOLDS: readonly Household[] = Object.freeze([
  { key: 'mairi-and-tam', members: [{ persona: mairi, agreed: true }, { persona: tam, agreed: false }] },
]);
