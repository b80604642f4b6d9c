import type { Dispatcher } from 'undici';

/** What came back, whole. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** What is sent. */
export type Sending = Pick<Dispatcher.DispatchOptions, 'path' | 'method' | 'body' | 'headers'>;

const NO_TIME_LEFT = 'the time was over before the whole answer was here';

/**
 * Sends one request and reads its whole answer, within `timeoutMs` from now on. Rejects with what the connection
 * failed with, or when the time is over; what is still waiting for a connection then is never sent. Undici's own
 * `request` makes a stream and a signal for each exchange, which costs as much again as the exchange itself.
 */
export const exchange = (pool: Dispatcher, sending: Sending, timeoutMs: number): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let under: Dispatcher.DispatchController | undefined;
    let late: Error | undefined;
    const timer = setTimeout(() => {
      late = new Error(NO_TIME_LEFT);
      under?.abort(late);
      reject(late);
    }, timeoutMs);
    pool.dispatch(sending, {
      onRequestStart(controller) {
        under = controller;
        if (late) controller.abort(late);
      },
      onResponseStart(_, statusCode) {
        status = statusCode;
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        clearTimeout(timer);
        resolve({ status, text: textOf(chunks) });
      },
      onResponseError(_, error) {
        clearTimeout(timer);
        reject(error);
      },
    });
  });

const MARK = '\uFEFF';

/** The text of a body in UTF-8. Some servers put a mark of byte order before JSON, which is no part of it. */
function textOf([first, ...more]: readonly Buffer[]): string {
  if (!first) return '';
  const text = (more.length === 0 ? first : Buffer.concat([first, ...more])).toString('utf8');
  return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}
