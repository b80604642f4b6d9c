import { NOTHING } from '@thegither/consent';
import { aboutPerson } from '../world.ts';
import { createTally, type Part, type Proof } from './part.ts';
import { compareWorlds, type Worlds } from './worlds.ts';

/** Every place that needs a category asked alone, each for the plainest reason and for another one in turn. */
export async function eachAlone({ house, random, percent }: Proof, worlds: readonly Worlds[]): Promise<Part> {
  const tally = createTally('each coordinate alone');
  const places = house.reachable.coordinates.filter(({ needs }) => needs !== NOTHING);
  for (const [at, place] of random.some(places, percent).entries()) {
    const query = aboutPerson(house.reachable.selectAlone(place));
    for (const each of [worlds[0]!, worlds[1 + (at % (worlds.length - 1))]!]) tally.add(`${each.reason.title}, ${place.path.join('.')}`, await compareWorlds(house, each, { query }));
  }
  return tally.part;
}

/** Every argument with each of its values, for every reason. */
export async function eachArgument({ house, random, percent }: Proof, worlds: readonly Worlds[]): Promise<Part> {
  const tally = createTally('each argument with each value');
  const places = house.reachable.coordinates.filter(({ name }) => house.reachable.arguments.some((argument) => argument.startsWith(`${name}(`)));
  for (const place of places) {
    const query = aboutPerson(house.reachable.selectAlone(place));
    for (const each of random.some(worlds, percent)) tally.add(`${each.reason.title}, ${place.path.join('.')} with arguments`, await compareWorlds(house, each, { query }));
  }
  return tally.part;
}
