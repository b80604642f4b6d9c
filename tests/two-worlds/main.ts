import { parseArgs } from 'node:util';
import { createRandom } from '../harness/random.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, calls: { type: 'string' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } } });
const options = { percent: values.quick ? 2 : 100, calls: Number(values.calls ?? (values.quick ? 100 : 2_000)), random: createRandom(Number(values.seed)), only: values.only };
if (!(Number.isInteger(options.calls) && options.calls >= 20 && Number.isInteger(Number(values.seed))) || !['worlds', 'timing', undefined].includes(options.only)) {
  throw new RangeError('--calls is a whole number from 20 on, --seed a whole number, --only worlds or timing');
}

// A server and a supergraph as every test run has them, unless this runs inside one.
const isAlone = process.env.TEST_POSTGRES === undefined;
if (isAlone) await (await part('globalSetup.mjs'))();
try {
  // What it loads reads the supergraph at once.
  const { prove } = await import('./proof/prove.ts');
  const faults = await prove(options, (line) => void process.stdout.write(line));
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  if (isAlone) await (await part('globalTeardown.mjs'))();
}

async function part(name: string): Promise<() => Promise<void>> {
  return ((await import(new URL(`../harness/${name}`, import.meta.url).href)) as { default: () => Promise<void> }).default;
}
