import type { TestHouse } from '../harness/startHouse.ts';

/** One event as it came. */
export type Told = readonly [event: string, data: unknown];

/** A screen that is told of changes. */
export interface Screen {
  /** The next event; undefined when the stream has ended. Words to keep the connection alive are none. */
  next(): Promise<Told | undefined>;
  close(): Promise<void>;
  /** Everything that came, letter for letter. */
  text(): string;
}

/** Asks for a stream, whatever is wrong with it. */
export async function askForChanges(house: TestHouse, account: string | null, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const token: Readonly<Record<string, string>> = account === null ? {} : { authorization: `Bearer ${await house.tokenFor(account)}` };
  return fetch(new URL('/changes', house.gatewayUrl), {
    method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', purpose: 'EMPLOYABILITY_SUPPORT', ...token, ...headers },
  });
}

/** Opens a screen of an account with these people on it, as they were seen with `since`, and resolves when nothing is missed any more. */
export async function watch(house: TestHouse, account: string, personas: readonly string[], since?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Screen> {
  const response = await askForChanges(house, account, { people: personas.map((persona) => house.personIdFor(account, persona)), since }, headers);
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '', read = 0;
  const screen: Screen = {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n', read);
        if (end >= 0) {
          const event = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(read, end));
          read = end + 2;
          if (event) return [event[1]!, JSON.parse(event[2]!)];
          continue;
        }
        const { value, done } = await reader.read();
        if (done) return undefined;
        text += value;
      }
    },
    close: () => reader.cancel(),
    text: () => text,
  };
  const first = await screen.next();
  if (first?.[0] !== 'open') throw new Error('the stream did not open');
  return screen;
}
