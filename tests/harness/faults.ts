import type { Fault, Recorded, Reply } from './proxy.ts';

/** Answers this in the service's place, which is not asked. */
export const answerWith = (body: string, status = 200, contentType = 'application/json'): Fault => async () => ({ status, headers: { 'content-type': contentType }, body });

/** The error page of something in between. */
export const html = answerWith('<!doctype html><title>502 Bad Gateway</title>', 200, 'text/html');

/** Bytes that are nothing. */
export const garbage = answerWith('\u0000\u0001{"data":{"_entities":[{', 200);

/** A service that failed. */
export const failing = answerWith('{"error":"boom"}', 500);

/** Ends the connection without a word. */
export const cut: Fault = async () => 'CUT';

/** Never answers. */
export const silent: Fault = () => new Promise(() => undefined);

/** Begins an answer and never ends it. */
export const unending: Fault = async () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":', unfinished: true });

/** Passes the request on, and changes what comes back. */
export const rewrite = (change: (data: Record<string, unknown>, asked: Recorded) => unknown): Fault => async (asked, passOn) => {
  const reply = await passOn();
  return { ...reply, body: JSON.stringify(change(JSON.parse(reply.body) as Record<string, unknown>, asked)) };
};

/** A request that is held open. */
export interface Held {
  /** The fault to give to a proxy. */
  readonly fault: Fault;
  /** Settles when the request has come, and, where its answer is held, the service has answered. */
  readonly arrived: Promise<Recorded>;
  /** Lets it go on. */
  release(): void;
}

/** Holds requests open, so that something else can happen in the middle: before they are passed on, or with the service's answer in hand. */
export function hold(at: 'request' | 'answer' = 'answer'): Held {
  let arrive!: (asked: Recorded) => void;
  let release!: () => void;
  const arrived = new Promise<Recorded>((resolve) => { arrive = resolve; });
  const going = new Promise<void>((resolve) => { release = resolve; });
  return {
    arrived,
    release: () => release(),
    fault: async (asked, passOn) => {
      const early: Reply | undefined = at === 'answer' ? await passOn() : undefined;
      arrive(asked);
      await going;
      return early ?? passOn();
    },
  };
}
