/** One event as it came; without a name when it was a word to keep the connection alive. */
export interface Told {
  readonly event: string;
  readonly data: string;
}

/** As much as one event of the gateway's can be: two hundred places. */
const LARGEST_EVENT = 4 * 1024;

/**
 * The events of a stream, one after the other, until it ends.
 * @throws RangeError for one that is larger than any of ours; and what the way to it throws
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<Told> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    const parts = (text + decoder.decode(bytes, { stream: true })).split('\n\n');
    if (parts.some(({ length }) => length > LARGEST_EVENT)) throw new RangeError('an event is too large');
    text = parts.pop()!;
    for (const part of parts) yield { event: /^event: (.*)$/m.exec(part)?.[1] ?? '', data: /^data: (.*)$/m.exec(part)?.[1] ?? '' };
  }
}
