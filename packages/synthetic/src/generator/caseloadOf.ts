import { parseSpineId, type SpineId } from '@thegither/vocabulary';
import type { Persona } from '../persona.ts';
import { shares, supportedBy } from '../sharing.ts';
import { UNREAL } from '../spine.ts';
import { workerNamed } from '../workers.ts';
import { generatedStory } from './generatedStory.ts';
import { FIRST_NAMES } from './names.ts';
import { createRandom, type Random } from './random.ts';

/** What generated people agree to share, as codes: from nothing to nearly everything. */
const AGREED = [
  [], ['E1'], ['E1', 'E2'], ['E1', 'E2', 'E3', 'E4'], ['E1', 'C1', 'C2', 'C3'], ['E1', 'E2', 'H1', 'H2'], ['O1', 'O2', 'O3'],
  ['E1', 'E2', 'J2', 'O1', 'C1'], ['S2', 'S3', 'E1', 'E2', 'E3', 'E4', 'H1', 'O1', 'O3', 'C1', 'C2', 'C3'],
] as const;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

// Seed and index are written into the spine, so that no two generated people can share one.
function generatedSpine(seed: number, index: number, random: Random): SpineId {
  const spine = parseSpineId(`${UNREAL}${hex(seed >>> 0, 8)}${hex(index, 8)}${hex(random.below(2 ** 24), 6)}${hex(random.below(2 ** 24), 6)}`);
  if (!spine) throw new RangeError('more people than a spine can number');
  return spine;
}

function generatedPerson(seed: number, index: number, worker: { readonly id: string; readonly agency: string }): Persona {
  const random = createRandom(seed, index);
  const spine = generatedSpine(seed, index, random);
  const [name, pronouns] = random.pick(FIRST_NAMES);
  const agreed = random.pick(AGREED);
  const since = 1 + random.below(150);
  return {
    key: `${name.toLowerCase()}-${index + 1}`,
    name,
    spine,
    sharing: (at) => ({
      assignments: [supportedBy(worker.id, at, since)],
      grants: agreed.length ? [shares(worker.agency, at, since, ...agreed)] : [],
      exclusions: [],
      stoppedAll: null,
    }),
    story: (today) => generatedStory(createRandom(seed, index, 1), { knownAs: name, pronouns }, today),
  };
}

/**
 * So many unreal people whom one worker supports, the same each time for one seed, with a mixture of what they agreed
 * to share with that worker's agency. Their stories are told only when asked for, so that a million cost little.
 * Throws RangeError when the worker is not one of WORKERS.
 */
export function caseloadOf(count: number, seed: number, worker: string = 'isla'): Persona[] {
  const supporter = workerNamed(worker);
  if (!supporter) throw new RangeError('no worker of that id in the demonstration');
  return Array.from({ length: count }, (_, index) => generatedPerson(seed, index, supporter));
}
