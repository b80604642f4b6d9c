import type { Handler } from './listen.ts';
import { answerJson } from './answer.ts';

/** Resolves when what it checks can be used, rejects or takes too long when not. */
export type Check = () => unknown;

const PATIENCE_MS = 2_000;

/**
 * The two questions that whoever runs a service asks it. GET /live: does the process answer? GET /ready: does every
 * named check pass; if not, 503 and the names of those that do not, without the reason, which is in the log of whatever
 * failed. Answers true for a request that was one of the two and is being answered, false for any other.
 */
export function createHealth(checks: Readonly<Record<string, Check>>, patienceMs: number = PATIENCE_MS): (...asked: Parameters<Handler>) => boolean {
  let running: Promise<readonly string[]> | undefined;
  // Questions at the same time share one run, so that asking often cannot wear out what is checked.
  const failing = () => (running ??= findFailing(checks, patienceMs).finally(() => { running = undefined; }));
  return (request, response) => {
    if (request.method !== 'GET') return false;
    if (request.url === '/live') answerJson(response, 200, { live: true });
    else if (request.url === '/ready') void failing().then((names) => answerJson(response, names.length > 0 ? 503 : 200, { ready: names.length === 0, failing: names }));
    else return false;
    return true;
  };
}

async function findFailing(checks: Readonly<Record<string, Check>>, patienceMs: number): Promise<readonly string[]> {
  const passed = await Promise.all(Object.values(checks).map((check) => passes(check, patienceMs)));
  return Object.keys(checks).filter((_, index) => !passed[index]);
}

async function passes(check: Check, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), patienceMs); });
  const done = (async () => { await check(); return true; })().catch(() => false);
  return Promise.race([done, tooLong]).finally(() => clearTimeout(timer));
}
