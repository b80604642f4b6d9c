import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openHouse, type ProofHouse } from './house/house.ts';
import { runScenario } from './runScenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { lastLine } from './table.ts';
import { verdictOn, type Verdict } from './verdict.ts';

jest.setTimeout(180_000);

/** A short proof: npm run proof:withdrawal makes 500 withdrawals, and every scenario. */
const WITHDRAWALS = 20, SEED = 1;

let house: ProofHouse;
beforeAll(async () => { house = await openHouse(); });
afterAll(() => house?.stop());

const prove = async (name: string, withdrawals: number): Promise<Verdict> => {
  const scenario = SCENARIOS.find((one) => one.name === name)!;
  return verdictOn(scenario, await runScenario(house, scenario, withdrawals, SEED));
};

test.each([
  { name: 'withdrawals', times: WITHDRAWALS }, { name: 'frozen-gateway', times: 5 }, { name: 'killed-database', times: 4 },
])('$name: no disclosure after the end, and no write after its acknowledgement', async ({ name, times }) => {
  const verdict = await prove(name, times);
  expect(verdict.faults).toEqual([]);
  expect(lastLine([verdict])).toMatch(/^late disclosures: 0 of [1-9]\d*\n$/);
});

test('without the deadline, what was committed before the end is told after its acknowledgement, and the same proof fails', async () => {
  await house.without('deadline');
  const verdict = await prove('held-connection', 4);
  expect(verdict.faults).toContainEqual(expect.stringMatching(/^LATE_WRITES: [1-9]/));
  expect(lastLine([verdict])).toMatch(/^late disclosures: 0 of [1-9]\d*\n$/);
});

// The last: what it leaves in the record is there for good.
test('without the second decision the same proof fails', async () => {
  await house.without('second decision');
  const verdict = await prove('withdrawals', 9);
  expect(verdict.faults).toContainEqual(expect.stringMatching(/^LATE_DISCLOSURES: [1-9]/));
  expect(lastLine([verdict])).toMatch(/^late disclosures: [1-9]\d* of \d+\n$/);
});
