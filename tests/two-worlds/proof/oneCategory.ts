import { maskOf, overlaps } from '@thegither/consent';
import { REGISTER } from '@thegither/vocabulary';
import { aboutPerson } from '../world.ts';
import { createTally, type Part, type Proof } from './part.ts';
import { compareWorlds, type Worlds } from './worlds.ts';

/** For every reason, one question for each category: what is asked beside it may hide what it tells. */
export async function oneCategory({ house, random, percent }: Proof, worlds: readonly Worlds[]): Promise<Part> {
  const tally = createTally('one category at a time');
  const questions = REGISTER.flatMap(({ name }) => {
    const fields = [...house.reachable.fields].filter(([, needs]) => overlaps(needs, maskOf(name))).map(([field]) => field);
    return fields.length === 0 ? [] : [{ name, query: aboutPerson(house.reachable.select('every', fields)) }];
  });
  for (const each of worlds) {
    for (const { name, query } of random.some(questions, percent)) tally.add(`${each.reason.title}, ${name}`, await compareWorlds(house, each, { query }));
  }
  return tally.part;
}
