import { workerNamed } from '@thegither/synthetic';
import { aboutPerson, differencesOf, fieldsIn, seen, type World } from '../world.ts';
import { createTally, type Part, type Proof } from './part.ts';
import type { Worlds } from './worlds.ts';

/** The latest lines of who looked. Others may have looked at one of the two before: that is withheld from the asker, and not from the record. */
const LATEST = aboutPerson('disclosures(first: 20) { items { worker authority agency purpose kind released withheld } }');

/** What the record says of a look, as the data protection lead reads it: it must not say whether there was anything to see. */
export async function recordOfLooks({ house, random, percent }: Proof, worlds: readonly Worlds[]): Promise<Part> {
  const tally = createTally('what the record says of each look');
  for (const { reason: { title, asker = 'isla', purpose, open }, people: [recorded, unrecorded] } of random.some(worlds, percent)) {
    const lines: World[] = [];
    for (const person of [recorded!, unrecorded!]) {
      await seen(house.house, person, { asker, purpose, query: house.everything });
      lines.push(linesOf(asker, await seen(house.house, person, { asker: 'shona', purpose: 'AUDIT', query: LATEST })));
    }
    tally.add(title, { comparisons: 1, differences: differencesOf(lines[0]!, lines[1]!) });
    if (open !== undefined && !lines[0]!.answer.includes('"worker"')) tally.fault(`${title}: the look is not on the record`);
  }
  return tally.part;
}

interface Line {
  readonly worker: string | null;
  readonly authority: string | null;
}

/** What is on the record of one asker's looks, as the answer of a world: of a worker's by name, of a person's by what they act by. */
function linesOf(account: string, world: World): World {
  const name = workerNamed(account)?.name, { disclosures } = fieldsIn(world) as { disclosures: { items: readonly Line[] } };
  return { ...world, answer: JSON.stringify(disclosures.items.filter(({ worker, authority }) => (name === undefined ? authority !== null : worker === name))) };
}
