import { authoritiesOf } from '@thegither/consent';
import type { Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Somebody acts for a person by one authority at a time, so that it is always clear by what they do. Throws INVALID_INPUT when they act already. */
export function mustBeTheirOnlyOne({ facts, at }: Scene, representative: string): void {
  if (authoritiesOf(facts, representative, at).length > 0) refuseInput('This person acts for them already. End that first.');
}
