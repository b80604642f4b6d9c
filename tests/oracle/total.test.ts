import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FAMILIES, type Family, NUMBERS, PROMISED, isWhole } from './families.ts';

const families = Object.keys(FAMILIES) as Family[];

// Each test file counts for itself what it compared (compare.ts): with every family in one, none is left out of the sum.
test('every family is compared by a test file of its own', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts') && name !== 'total.test.ts');
  const compared = files.map((name) => /^compareFamily\('(\w+)'\);$/m.exec(readFileSync(join(import.meta.dirname, name), 'utf8'))?.[1] ?? name);
  expect(compared.toSorted()).toEqual(families.toSorted());
});

test('all families together compare as many operations as promised, on twelve supergraphs or more', () => {
  const names = families.flatMap((family) => FAMILIES[family].map(({ name }) => name));
  const total = names.length * NUMBERS.length;
  process.stdout.write(`oracle: ${total} operations compared in all, on ${names.length} supergraphs: ${names.join(', ')}\n`);
  expect(new Set(names).size).toBeGreaterThanOrEqual(12);
  if (isWhole) expect(total).toBeGreaterThanOrEqual(PROMISED);
});
