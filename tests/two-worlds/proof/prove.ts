import type { Random } from '../../harness/random.ts';
import { openTwinHouse } from '../house.ts';
import { PAIRS } from '../pairs.ts';
import { REASONS, UNKNOWN } from '../reasons.ts';
import { faultsIn, lastLine, lineOf, silentLine, timedLine } from '../table.ts';
import { TIMED } from '../timing/cases.ts';
import { timeWorlds, type TimedWorlds } from '../timing/timeWorlds.ts';
import { eachAlone, eachArgument } from './alone.ts';
import { personalIn, silentIn, unreached } from './coverage.ts';
import { otherDoors } from './doors.ts';
import { everyPair } from './everyPair.ts';
import { oneCategory } from './oneCategory.ts';
import type { Part, Proof } from './part.ts';
import { recordOfLooks } from './record.ts';
import { wholeQuestion } from './wholeQuestion.ts';
import { makeWorlds } from './worlds.ts';

/** How much is asked and timed. */
export interface Options {
  /** Of what is asked beyond once for each reason and each pair, so many of a hundred. */
  readonly percent: number;
  /** Timed calls for each world. */
  readonly calls: number;
  readonly random: Random;
  /** One half of it alone. */
  readonly only?: string | undefined;
}

/** Proves that two worlds are one, and says so line by line. Returns how much is not as it must be. */
export async function prove({ percent, calls, random, only }: Options, say: (line: string) => void): Promise<number> {
  const house = await openTwinHouse();
  const parts: Part[] = [], timed: TimedWorlds[] = [];
  const personal = personalIn(house.reachable);
  try {
    if (only !== 'timing') await proveParts({ house, random, percent }, (part, seconds) => {
      parts.push(part);
      say(lineOf(part, seconds));
    });
    if (only !== 'timing') say(silentLine(await silentIn(house)));
  } finally {
    await house.close();
  }
  // Nothing else runs while it is timed: this house is closed, and another opened in a process of its own.
  if (only !== 'worlds') timed.push(...await timeWorlds(house, { calls, random, cases: percent === 100 ? TIMED : TIMED.filter(({ isQuick }) => isQuick) }, (one) => say(timedLine(one))));
  say(lastLine({ coordinates: personal.length, arguments: house.reachable.arguments.length, reasons: REASONS.length + UNKNOWN.length, pairs: PAIRS.length }, parts, timed));
  return faultsIn(parts, timed);
}

async function proveParts(proof: Proof, done: (part: Part, seconds: number) => void): Promise<void> {
  const reached: Part = { title: 'what needs a category is reached', comparisons: 0, differences: unreached(proof.house.reachable).map((place) => `${place}: on no way from a person`) };
  done(reached, 0);
  let since = performance.now();
  const now = (part: Part): void => {
    done(part, (performance.now() - since) / 1000);
    since = performance.now();
  };
  const worlds = await makeWorlds(proof.house);
  for (const part of await wholeQuestion(proof, worlds)) now(part);
  now(await oneCategory(proof, worlds));
  now(await eachAlone(proof, worlds));
  now(await eachArgument(proof, worlds));
  now(await otherDoors(proof, worlds));
  now(await recordOfLooks(proof, worlds));
  now(await everyPair(proof));
}
