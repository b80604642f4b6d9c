import { checkModel, whatIsMissing } from './checkModel.ts';
import { BROKEN, HOLDS, REACHED, type Variant } from './variants.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const figure = (number: number): string => number.toLocaleString('en-GB').padStart(12);

/** Checks each of them, prints a line for it, and counts those that are as they must be. */
async function check(variants: readonly Variant[], said: (violated: string | undefined) => string): Promise<{ right: number; states: number }> {
  const sum = { right: 0, states: 0 };
  for (const { what, defined, fails, isLarge } of variants) {
    const begun = performance.now();
    const { states, depth, violated } = await checkModel(defined, isLarge);
    const isRight = violated === fails;
    print(`  ${what.padEnd(76)} ${figure(states)} states ${String(depth).padStart(5)} deep ${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${isRight ? said(violated) : `NOT AS IT MUST BE: ${violated ?? 'nothing is broken'}`}`);
    if (isRight) sum.right += 1;
    sum.states += states;
  }
  return sum;
}

/** `npm run model`: the release protocol, checked exhaustively, and its broken variants. Ends with status 1 when one is not as it must be. */
async function main(): Promise<void> {
  const missing = whatIsMissing();
  if (missing !== undefined) throw new Error(missing);
  print('The protocol: every promise holds in every state');
  const holds = await check(HOLDS, () => 'holds');
  print('Broken on purpose: the promise that is broken is found');
  const broken = await check(BROKEN, (violated) => `broken: ${violated}`);
  print('What can happen at all');
  const reached = await check(REACHED, () => 'happens');
  const asTheyMustBe = holds.right === HOLDS.length && broken.right === BROKEN.length && reached.right === REACHED.length;
  print(`model checked: ${holds.states.toLocaleString('en-GB')} states, ${HOLDS.length - holds.right} violations; ${broken.right} of ${BROKEN.length} broken variants found, ${reached.right} of ${REACHED.length} happenings reached`);
  if (!asTheyMustBe) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
