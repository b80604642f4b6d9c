import type { FormattedExecutionResult } from 'graphql';

/**
 * The text of an answer, for Apollo Server to send. What was written is let go of at once: Apollo Server's context of a
 * request outlives the request for the young generation's collector, and with the whole answer on it each answer was
 * copied twice and then kept until the next whole collection (docs/performance.md).
 */
export function writeAnswer(answer: FormattedExecutionResult): string {
  const text = JSON.stringify(answer);
  empty(answer.data);
  empty(answer.extensions);
  return text;
}

function empty(written: Record<string, unknown> | null | undefined): void {
  for (const key in written) written[key] = undefined;
}
