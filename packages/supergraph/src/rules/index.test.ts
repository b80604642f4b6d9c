import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES } from './index.ts';

describe('the rules', () => {
  test('are thirteen, in the order of the design, one file each', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => /^\d\d-.*(?<!\.test)\.ts$/.test(file)).toSorted();
    expect(files).toEqual(RULES.map((rule, at) => `${String(at + 1).padStart(2, '0')}-${rule.name}.ts`));
    expect(RULES).toHaveLength(13);
  });

  test('cannot be changed by who imports them', () => {
    expect(Object.isFrozen(RULES) && RULES.every((rule) => Object.isFrozen(rule))).toBe(true);
  });
});
