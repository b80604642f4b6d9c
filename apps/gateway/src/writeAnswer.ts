import type { FormattedExecutionResult } from 'graphql';

/**
 * The text of an answer, one line as Apollo Server itself would write it. What was written is let go of at once:
 * something of a request outlives it where the young generation is collected, and what hangs on it was copied twice and
 * kept until the next whole collection, most often the whole answer (docs/performance.md).
 */
export function writeAnswer(answer: FormattedExecutionResult): string {
  const text = `${JSON.stringify(answer)}\n`;
  empty(answer.data);
  empty(answer.extensions);
  return text;
}

function empty(written: Record<string, unknown> | null | undefined): void {
  for (const key in written) written[key] = undefined;
}
