/** Shorter than this no wrapping holds a canary. */
const RUNS = /[\w+/=-]{12,}/g;
const HEX = /^[0-9a-f]{18,}$/i;

/**
 * A text, and what is in it when it is undone: base64 (as part of a signed decision, too), hexadecimal, percent signs of a URL, and escapes
 * of JSON. Whoever looks through a text looks through all of them.
 */
export function unwrapped(text: string): string[] {
  const runs = text.match(RUNS) ?? [];
  // Where a run begins nobody knows: a letter before it may belong to something else.
  const base64 = runs.flatMap((run) => [0, 1, 2, 3].map((skipped) => Buffer.from(run.slice(skipped), 'base64').toString('latin1')));
  const hex = runs.filter((run) => HEX.test(run)).flatMap((run) => [0, 1].map((skipped) => Buffer.from(run.slice(skipped), 'hex').toString('latin1')));
  return [text, ...(text.includes('%') ? [byteWise(text, /%([0-9a-f]{2})/gi)] : []), ...(text.includes('\\u') ? [byteWise(text, /\\+u([0-9a-f]{4})/gi)] : []), ...base64, ...hex];
}

const byteWise = (text: string, escape: RegExp): string => text.replaceAll(escape, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
