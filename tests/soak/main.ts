import { parseArgs } from 'node:util';
import { judge } from './judge.ts';
import { soak } from './soak.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seconds: { type: 'string' }, rate: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } });
const options = { seconds: values.seconds === undefined ? 60 * Number(values.minutes ?? 30) : Number(values.seconds), rate: Number(values.rate), seed: Number(values.seed) };
if (!(options.seconds >= 20 && options.rate > 0)) throw new RangeError('--minutes (or --seconds, at least 20) and --rate are numbers above zero');

// A server and a supergraph as every test run has them, unless this runs inside one.
const isAlone = process.env.TEST_POSTGRES === undefined;
if (isAlone) await (await part('globalSetup.mjs'))();
try {
  const soaked = await soak(options);
  const faults = judge(soaked.samples, soaked.counted);
  process.stdout.write(tableOf(soaked, options, faults));
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  if (isAlone) await (await part('globalTeardown.mjs'))();
}

async function part(name: string): Promise<() => Promise<void>> {
  return ((await import(new URL(`../harness/${name}`, import.meta.url).href)) as { default: () => Promise<void> }).default;
}
