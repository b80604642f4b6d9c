/** What an open page brings to be told of what changed since it was made. */
export interface Since {
  /** By person, what the gateway wrote along with each answer that stands on the page, with a dot between them. */
  readonly texts: Map<string, string>;
  /** For what was asked: for another purpose another answer would have been given. */
  purpose: string | undefined;
}

/** Of a page of which nothing was asked yet. */
export const nothingSince = (): Since => ({ texts: new Map(), purpose: undefined });

const TEXT = /^[\w-]{1,32}$/;

/** Keeps what came along with one more answer. A page of which something cannot be read is one of which nothing is known, so that it is asked for again. */
export function keepSince(since: Since, told: unknown, purpose: string | undefined): void {
  if (typeof told !== 'object' || told === null) return;
  since.purpose = purpose;
  for (const [person, text] of Object.entries(told)) {
    const one = typeof text === 'string' && TEXT.test(text) ? text : '-';
    const before = since.texts.get(person);
    since.texts.set(person, before === undefined ? one : `${before}.${one}`);
  }
}

/** As it stands in a page: see Layout. */
export const writeSince = ({ texts }: Since): string => [...texts].map((pair) => pair.join(':')).join(' ');

/**
 * As the page's script sends it: one after the other in the order of `people`, with `~` between them, and nothing for
 * whom the page has nothing of. What does not fit is handed on as what fits nobody: the gateway then tells of a change.
 */
export function readSince(sent: string | undefined, people: readonly string[]): Readonly<Record<string, string>> | '' | undefined {
  if (sent === undefined) return undefined;
  const texts = sent.split('~');
  if (texts.length !== people.length) return '';
  return Object.fromEntries(people.flatMap((person, place) => (texts[place] === '' ? [] : [[person, texts[place]!]])));
}
