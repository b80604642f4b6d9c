import { describe, expect, test } from '@jest/globals';
import { answeredOf, expectedOf, groundless } from './inComparison.ts';
import { FAMILIES, type Family, NUMBERS, SEED, isWhole } from './families.ts';
import { type Made, makeOperation } from './generate/makeOperation.ts';
import { type Ours, startOurs } from './ours.ts';
import { random } from './random.ts';
import { type Compared, watch } from './sights.ts';
import { type Stock, startStock } from './stock.ts';
import type { Sample } from './world/sample.ts';

/** A supergraph, served by both. */
interface Both {
  readonly sample: Sample;
  readonly stock: Stock;
  readonly ours: Ours;
}

/** Declares the tests of a family: made-up operations on each of its supergraphs, with the stock ApolloGateway as the oracle. */
export function compareFamily(family: Family): void {
  let compared = 0;

  describe('our executor answers as the stock ApolloGateway does', () => {
    test.each<Sample>(FAMILIES[family])('$name', async (sample) => {
      const stock = await startStock(sample);
      try {
        const both = { sample, stock, ours: startOurs(stock) };
        const watching = watch(sample.subgraphs);
        for (const n of NUMBERS) {
          watching.see(await compareOne(both, n));
          compared++;
        }
        const seen = sample.sights.map((sight) => `${sight}: ${watching.counts.get(sight)}`).join(', ');
        process.stdout.write(`oracle: ${NUMBERS.length} operations on ${sample.name}, ${seen}\n`);
        if (isWhole) expect(sample.sights.filter((sight) => !watching.counts.get(sight))).toEqual([]);
      } finally {
        await stock.stop();
      }
    }, 600_000);

    test('as many operations as promised', () => {
      process.stdout.write(`oracle: ${compared} operations compared with the stock ApolloGateway (${family})\n`);
      expect(compared).toBe(FAMILIES[family].length * NUMBERS.length);
    });
  });
}

/** Makes the operation of that number, runs it on both, and compares. A failure says how to see it again. */
async function compareOne({ sample, stock, ours }: Both, n: number): Promise<Compared> {
  const { schema } = ours.execution;
  const made = makeOperation(schema, random(`${SEED} ${sample.name} ${n}`), sample);
  try {
    const [answered, expected] = await withoutStacks(async () => [await ours.run(made, n), await stock.run(made)] as const);
    const asked = { schema, sample, made };
    const [seen, wanted] = [answeredOf(asked, answered), expectedOf(asked, expected)];
    // Text first: to compare two objects with care takes long, and nearly always they are the same.
    if (JSON.stringify(seen) !== JSON.stringify(wanted)) expect(seen).toEqual(wanted);
    expect(groundless(asked, answered)).toEqual([]);
    return { made, plan: expected.plan, answered: expected };
  } catch (cause) {
    throw new Error(`${told(made)}\nTo see it again: ORACLE_SEED=${SEED} ORACLE_ONLY=${n} npm test -- tests/oracle -t 'does ${sample.name}$'\n${String(cause)}`, { cause });
  }
}

const told = ({ query, variables, operationName }: Made): string => `Operation ${operationName ?? 'without a name'} with ${JSON.stringify(variables)} in\n${query}`;

/** A failure that a subgraph made up is not looked for in the code: to tell where it was takes a tenth of the time. */
async function withoutStacks<Result>(act: () => Promise<Result>): Promise<Result> {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return await act();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
