/** Where a canary was put: what it tells, and of whom. */
export interface Canary {
  /** The room that keeps it, or "consent" for the ledger. */
  readonly room: string;
  readonly table: string;
  readonly column: string;
  /** The category of the row, where its table has rows of several: a timeline. */
  readonly of: string | undefined;
  /** Place of the row in its table, when it was planted. */
  readonly row: number;
  /** Key of the person. */
  readonly person: string;
  readonly controller: string;
  /** What else the row tells: whoever reads it must be shown these categories too. */
  readonly labels: readonly string[];
  /** The only agency whose workers may read it; undefined for any. */
  readonly forAgency: string | undefined;
}

/** A value of one of these forms can be made so that it stands nowhere else. The last three are texts for columns that take no words: ten digits, nine, and what looks like a digest. */
export type CanaryForm = 'text' | 'date' | 'timestamptz' | 'int4' | 'ten digits' | 'nine digits' | 'digest';

/** Every canary of a house. Each value is made once: found anywhere, it says where it comes from. */
export interface Canaries {
  /** Makes the value of a new canary. */
  make(form: CanaryForm, canary: Canary): string | number;
  /** Takes a value that stands there already and nowhere else, such as the UUID of a row. */
  know(value: string, canary: Canary): void;
  /** Each canary that stands in a text, once. */
  foundIn(text: string): Canary[];
  /** The value of one that was made as a text, by a number. */
  word(at: number): string;
  readonly count: number;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(3000, 0, 1);
const FIRST_NUMBER = 2_000_000_000;
const FIRST_OF_NINE = 900_000_000;
// A word as no program writes it; a day or moment that is a thousand years away, also counted from 1970; a number that counts nothing; an id.
const LOOKS_LIKE_ONE = /kanary[a-z]{6}|\b[3-9]\d{3}-\d\d-\d\d|(?<![\d.])3[2-9]\d{9}(?:\d{3})?(?![\d.])|\b(?:2[01]|9)\d{8}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Opens an aviary. */
export function openCanaries(): Canaries {
  const byValue = new Map<string, Canary>();
  const words: string[] = [];
  let day = FIRST_DAY;
  const keep = (value: string, canary: Canary): string => {
    byValue.set(value, canary);
    return value;
  };
  return {
    make(form, canary) {
      if (form === 'text' || form === 'digest') {
        const word = keep(`kanary${lettersOf(byValue.size)}`, canary);
        if (form === 'text') words.push(word);
        return form === 'text' ? word : word.padEnd(43, 'A');
      }
      if (form === 'int4') return Number(keep(String(FIRST_NUMBER + byValue.size), canary));
      if (form === 'ten digits') return keep(String(FIRST_NUMBER + byValue.size), canary);
      if (form === 'nine digits') return keep(String(FIRST_OF_NINE + byValue.size), canary);
      const date = keep(new Date(day += DAY_MS).toISOString().slice(0, 10), canary);
      return form === 'date' ? date : `${date}T10:00:00.000Z`;
    },
    know: (value, canary) => void keep(value.toLowerCase(), canary),
    foundIn(text) {
      const found = new Set<Canary>();
      for (const [value] of text.matchAll(LOOKS_LIKE_ONE)) {
        const canary = byValue.get(value.toLowerCase()) ?? byValue.get(dayAt(value));
        if (canary) found.add(canary);
      }
      return [...found];
    },
    word: (at) => words[at % words.length]!,
    get count() { return byValue.size; },
  };
}

/** The day of a moment that is counted from 1970, in seconds or milliseconds. Days begin at midnight and moments are at ten: any other second is a number of something else. */
function dayAt(value: string): string {
  if (!/^3\d{10}(?:\d{3})?$/.test(value)) return '';
  const [day, time] = new Date(Number(value.padEnd(14, '0'))).toISOString().split('T') as [string, string];
  return time === '00:00:00.000Z' || time === '10:00:00.000Z' ? day : '';
}

/** A number in six letters: some columns take no digit. */
const lettersOf = (number: number): string => Array.from({ length: 6 }, (_, at) => String.fromCodePoint(97 + Math.floor(number / 26 ** at) % 26)).join('');

/** A canary in words, for whoever has to find out how it got there. */
export const describeCanary = ({ room, table, column, of, row, person, controller, labels }: Canary): string =>
  `${room} ${table}.${column}${of ? ` (${of})` : ''}, row ${row}, of ${person}, kept by ${controller}${labels.length > 0 ? `, telling ${labels.join(' ')}` : ''}`;
