import type { Times } from '../ledger/measured.ts';

/** The server's time for a page beyond the gateway's, in milliseconds of the processor: a page waits for nothing but the gateway, and what else the machine does is no fault of its own. */
export const AIM_MS = 20;

/** How often some pages may ask at most, however many rows they have. */
export const MOST_QUESTIONS: ReadonlyMap<string, number> = new Map([['workspace /caseload', 1], ['workspace /people/:id/timeline', 1], ['workspace /people/:id/household', 2]]);

/** What was found of one page: its own time, or why there is none. */
export type MeasuredPage =
  | { readonly page: string; readonly clock: Times; readonly processor: Times; readonly questions: number; readonly bytes: number }
  | { readonly page: string; readonly status: number };

/** What is over its aim, each in one sentence: a page that takes too long or asks too often, and one that should be measured and cannot. */
export const overAim = (measured: readonly MeasuredPage[]): string[] => measured.flatMap((one): string[] => {
  const most = MOST_QUESTIONS.get(one.page);
  if (!('processor' in one)) return most === undefined ? [] : [`${one.page} answered with status ${one.status}.`];
  return [
    ...(one.processor.p95 < AIM_MS ? [] : [`${one.page} takes ${one.processor.p95.toFixed(1)} ms of the processor, and not less than ${AIM_MS} ms.`]),
    ...(most === undefined || one.questions <= most ? [] : [`${one.page} asks ${one.questions} times, and not at most ${most}.`]),
  ];
});
