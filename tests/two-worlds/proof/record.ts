import { aboutPerson, differencesOf, seen, type World } from '../world.ts';
import { createTally, type Part, type Proof } from './part.ts';
import type { Worlds } from './worlds.ts';

/** The latest line of who looked. */
const LATEST = aboutPerson('disclosures(first: 1) { items { worker agency purpose kind released withheld } }');

/** What the record says of a look, as the data protection lead reads it: it must not say whether there was anything to see. */
export async function recordOfLooks({ house, random, percent }: Proof, worlds: readonly Worlds[]): Promise<Part> {
  const tally = createTally('what the record says of each look');
  for (const { reason: { title, asker = 'isla', purpose }, people: [recorded, unrecorded] } of random.some(worlds, percent)) {
    const lines: World[] = [];
    for (const person of [recorded!, unrecorded!]) {
      await seen(house.house, person, { asker, purpose, query: house.everything });
      lines.push(await seen(house.house, person, { asker: 'shona', purpose: 'AUDIT', query: LATEST }));
    }
    tally.add(title, { comparisons: 1, differences: differencesOf(lines[0]!, lines[1]!) });
  }
  return tally.part;
}
