import { createRequire } from 'node:module';

type Body = (...values: readonly unknown[]) => unknown;

/** A test that was declared. */
export interface Declared {
  readonly title: string;
  readonly run: () => unknown;
}

/** Jest's own `expect`, which is only given out inside of Jest: reached through the package that gives it out there. */
function jestsExpect(require: NodeJS.Require): unknown {
  const { jestExpect } = createRequire(require.resolve('@jest/globals'))('@jest/expect') as { jestExpect: unknown };
  return jestExpect;
}

const cases = (table: readonly unknown[]): (readonly unknown[])[] => table.map((one): readonly unknown[] => (Array.isArray(one) ? one : [one]));
const describe = (_: string, body: Body): unknown => body();

/** The words of the tests, `describe`, `test` and `expect`, which declare into a list instead of running: as many runs of the same tests as there are mutants, in one process. */
export function testWords(require: NodeJS.Require, declared: Declared[]): Record<string, unknown> {
  const declare = (title: string, body: Body, values: readonly unknown[] = []): void => void declared.push({ title, run: () => body(...values) });
  return {
    expect: jestsExpect(require),
    test: Object.assign((title: string, body: Body) => declare(title, body), { each: (table: readonly unknown[]) => (title: string, body: Body) => cases(table).forEach((values) => declare(title, body, values)) }),
    describe: Object.assign(describe, { each: (table: readonly unknown[]) => (_: string, body: Body) => cases(table).forEach((values) => body(...values)) }),
  };
}
