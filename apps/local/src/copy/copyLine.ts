/** What a column can be given. Bytes are a Uint8Array; JSON is text. */
export type Value = string | number | boolean | bigint | null | undefined | Date | Uint8Array | readonly string[];

// A tab or a line end would end the value; a backslash begins an escape.
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': String.raw`\\`, '\t': String.raw`\t`, '\n': String.raw`\n`, '\r': String.raw`\r` };
const PLAIN_ITEM = /^[A-Za-z0-9_-]+$/;

const escaped = (text: string): string => (SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (letter) => ESCAPES[letter]!) : text);

// An item that could be read as something else (a comma, a brace, the word null) stands in quotes.
const item = (text: string): string => (PLAIN_ITEM.test(text) && text.toLowerCase() !== 'null' ? text : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`);

function textOf(value: Value): string {
  if (value === null || value === undefined) return String.raw`\N`;
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return String.raw`\\x` + Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex');
  return escaped(`{${value.map(item).join(',')}}`);
}

/**
 * One row in the text form of PostgreSQL's COPY, with its line end.
 * @see https://www.postgresql.org/docs/current/sql-copy.html
 */
export function copyLine(values: readonly Value[]): string {
  let line = '';
  for (let at = 0; at < values.length; at += 1) line += (at === 0 ? '' : '\t') + textOf(values[at]);
  return `${line}\n`;
}
