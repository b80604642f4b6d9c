import { parseArgs } from 'node:util';
import { openHouse } from './house/house.ts';
import { runScenario } from './runScenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { heading, lastLine, lineOf } from './table.ts';
import { verdictOn, type Verdict } from './verdict.ts';

const { values } = parseArgs({ options: {
  withdrawals: { type: 'string', default: '500' }, only: { type: 'string', multiple: true }, seed: { type: 'string', default: '1' }, without: { type: 'string' },
} });
const withdrawals = Number(values.withdrawals), seed = Number(values.seed), only = values.only?.flatMap((names) => names.split(','));
const chosen = SCENARIOS.filter(({ name }) => only?.includes(name) ?? true);
if (!(withdrawals >= 1) || !Number.isInteger(seed) || chosen.length === 0 || only?.some((name) => !SCENARIOS.some((scenario) => scenario.name === name))) {
  throw new RangeError(`--withdrawals is a number above zero, --seed a whole number, --only one of ${SCENARIOS.map(({ name }) => name).join(', ')}`);
}

const without = values.without === undefined ? undefined : (['second decision', 'deadline'] as const).find((one) => one === values.without);
if (values.without !== undefined && !without) throw new RangeError('--without is "second decision" or "deadline": the proof then fails');

const house = await openHouse();
const verdicts: Verdict[] = [];
try {
  if (without) await house.without(without);
  process.stdout.write(heading());
  for (const scenario of chosen) {
    const verdict = verdictOn(scenario, await runScenario(house, scenario, withdrawals, seed));
    verdicts.push(verdict);
    process.stdout.write(lineOf(verdict));
  }
} finally {
  await house.stop();
}
process.stdout.write(lastLine(verdicts));
process.exitCode = verdicts.every(({ faults }) => faults.length === 0) ? 0 : 1;
