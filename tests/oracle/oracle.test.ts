import { afterAll, describe, expect, test } from '@jest/globals';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { type Made, makeOperation } from './generate.ts';
import { nulledPlaces, withoutMisplaced } from './errorPlaces.ts';
import { startOurs } from './ours.ts';
import { random } from './random.ts';
import { type Answered, startStock } from './stock.ts';
import { SAMPLES } from './supergraphs/all.ts';

const EACH = Number(process.env.ORACLE_EACH ?? 170);
const SEED = Number(process.env.ORACLE_SEED ?? 7919);
let compared = 0;

describe('our executor answers as the stock ApolloGateway does', () => {
  test.each(SAMPLES.map((sample, i) => ({ sample, seed: i + 1, name: sample.name })))('$name', async ({ sample, seed }) => {
    const stock = await startStock(sample);
    const ours = startOurs(stock);
    const draws = random(seed * SEED);
    for (let left = EACH; left > 0;) {
      const made = makeOperation(ours.execution.schema, draws, !sample.unconditional);
      if (validate(ours.execution.schema, parse(made.query)).length) continue;
      const [expected, answered] = [await stock.run(made), await ours.run(made)];
      expect({ made, data: asText(made, answered) }).toEqual({ made, data: asText(made, expected) });
      expect({ made, errors: places(ours.execution.schema, made, answered) }).toEqual({ made, errors: places(ours.execution.schema, made, expected) });
      compared++;
      left--;
    }
    await stock.stop();
  }, 240_000);

  afterAll(() => {
    process.stdout.write(`oracle: ${compared} operations compared with the stock ApolloGateway\n`);
  });
});

/** As text, so that the order of the keys counts too where it can be compared. */
const asText = ({ repeats }: Made, { data }: Answered): string => JSON.stringify(data, repeats ? inOrder : undefined);

function inOrder(_key: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function places(schema: GraphQLSchema, { query }: Made, { paths }: Answered): string[] {
  const root = query.startsWith('mutation') ? schema.getMutationType()! : schema.getQueryType()!;
  return nulledPlaces(schema, root, paths.map((path) => path ?? [])).map((path) => JSON.stringify(withoutMisplaced(schema, root, path))).toSorted();
}
