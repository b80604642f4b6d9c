import { isDeepStrictEqual } from 'node:util';
import { coded } from '../house.ts';
import { differencesOf, openIn, ownIn, type World } from '../world.ts';
import { createTally, type Part, type Proof } from './part.ts';
import { compareWorlds, isUnknown, type Worlds } from './worlds.ts';

/** Everything in one question, for every reason; and the answer is what the reason is said to leave open. */
export async function wholeQuestion({ house }: Proof, worlds: readonly Worlds[]): Promise<readonly [Part, Part]> {
  const whole = createTally('everything in one question'), words = createTally('one reason like another');
  const firsts = new Map<string, World>();
  for (const each of worlds) {
    const { reason } = each, compared = await compareWorlds(house, each, { query: house.everything });
    whole.add(reason.title, compared);
    const { world } = compared;
    const opens = isUnknown(reason) ? world.asked.length === 0 && world.answer.includes('UNKNOWN_PERSON')
      : isDeepStrictEqual([openIn(world), ownIn(world)], [coded(reason.open!), coded(reason.own ?? '')]);
    if (!opens) whole.fault(`${reason.title}: the answer does not call open what this reason leaves open`);

    // To a worker never asked, refused, withdrawn, paused, over, stopped and for another purpose are one and the same; so are kept out and not assigned.
    if (reason.asked) continue;
    const like = [reason.asker, reason.purpose, reason.open, reason.own, reason.shows].map(String).join(' | ');
    const first = firsts.get(like);
    // Whose rows are shared, and of which days, the rooms have to be told: they leave the others out.
    const read = reason.shows === undefined ? world : { ...world, asked: [], decided: [] };
    if (first) words.add(reason.title, { comparisons: 1, differences: differencesOf(first, read) });
    else firsts.set(like, read);
  }
  return [whole.part, words.part];
}
