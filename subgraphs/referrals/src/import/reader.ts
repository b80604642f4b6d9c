import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Thrown inside this folder alone: the service cannot be taken. */
export class Refused extends Error {
  readonly field: string;
  constructor(field: string, why: string) {
    super(why);
    this.field = field;
  }
}

/** Anything in braces: what is in it is looked at one by one. */
export type Said = Readonly<Record<string, unknown>>;

// Shapes are made once: to make one takes longer than to look at a whole service with it.
const OBJECT = z.record(z.string(), z.unknown());
const LIST = z.array(z.unknown());
// A line break and a tab are text; other control characters and half a character are not, and PostgreSQL keeps no NUL.
const LINE = z.string().trim().max(LIMITS.name).regex(/^[^\p{Cc}\p{Cs}]*$/u);
const NAME = LINE.min(1);
const UUID = z.guid();
const EMAIL = z.email().max(LIMITS.name);
const DAY = z.iso.date();
const MOMENT = z.iso.datetime({ offset: true, local: true });
const TIME = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:\d\d(\.\d+)?)?(Z|\+00:00)?$/);
const NUMBER = z.number();
const WORDS = z.string().trim().max(LIMITS.text).transform((text) => text.replaceAll('\r\n', '\n')).refine((text) => !/[^\P{Cc}\n\t]|\p{Cs}/u.test(text));
const NO_NUMBER = 'It is no number, or not one that can be, and was left out.';
// They run in the page of whoever clicks on them.
const SCRIPT = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:']);

/**
 * Reads the parts of one service. What is absent, null or an empty text is null. What is there and cannot be read is left
 * out with a warning, unless the service would mean something else without it: then it is refused.
 */
export class Reader {
  readonly #warn: (field: string, why: string) => void;
  constructor(warn: (field: string, why: string) => void) {
    this.#warn = warn;
  }

  /** Something in braces, or null. */
  object(value: unknown, field: string): Said | null {
    return this.#read(OBJECT, value, field, 'It is not an object, and was left out.');
  }

  /** The objects of a list. */
  objects(value: unknown, field: string): { readonly item: Said; readonly at: string }[] {
    const list = this.#read(LIST, value, field, 'It is not a list, and was left out.') ?? [];
    if (list.length > LIMITS.listed) throw new Refused(field, `It has more than ${LIMITS.listed}.`);
    return list.flatMap((one, index) => {
      const at = `${field}[${index}]`, item = this.object(one, at);
      return item ? [{ item, at }] : [];
    });
  }

  /** One line of text. */
  line(value: unknown, field: string): string | null {
    return this.#read(LINE, value, field, 'It is not a line of text, or too long, and was left out.');
  }

  /** Text of several lines. */
  text(value: unknown, field: string): string | null {
    return this.#read(WORDS, value, field, 'It is not text, or too long, and was left out.');
  }

  /** A line of text that must be there. */
  must(value: unknown, field: string, why: string): string {
    const { data } = NAME.safeParse(value);
    if (data === undefined) throw new Refused(field, why);
    return data;
  }

  /** A UUID that must be there, in lower case. */
  id(value: unknown, field: string): string {
    const { data } = UUID.safeParse(value);
    if (data === undefined) throw new Refused(field, value === undefined || value === null ? 'It has no id.' : 'Its id is no UUID.');
    return data.toLowerCase();
  }

  /** A web address. One that would run on the reader's screen refuses the service: nobody writes it by mistake. */
  link(value: unknown, field: string): string | null {
    const text = this.line(value, field);
    if (text === null) return null;
    const protocol = URL.canParse(text) ? new URL(text).protocol : '';
    if (SCRIPT.has(protocol)) throw new Refused(field, 'It is a link that runs instead of leading somewhere.');
    return protocol === 'http:' || protocol === 'https:' ? text : this.#leaveOut(field, 'It is no web address, and was left out.');
  }

  email(value: unknown, field: string): string | null {
    return this.#read(EMAIL, value, field, 'It is no address for e-mail, and was left out.');
  }

  day(value: unknown, field: string): string | null {
    return this.#read(DAY, value, field, 'It is no day, and was left out.');
  }

  /** A moment as ISO text in UTC. */
  moment(value: unknown, field: string): string | null {
    const text = this.#read(MOMENT, value, field, 'It is no moment, and was left out.');
    if (text === null) return null;
    return new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`).toISOString();
  }

  /** A time of day in minutes after midnight. */
  time(value: unknown, field: string): number | null {
    const text = this.#read(TIME, value, field, 'It is no time of day, and was left out.');
    return text === null ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  }

  /** A number within bounds. */
  number(value: unknown, field: string, least: number, most: number): number | null {
    const number = this.#read(NUMBER, value, field, NO_NUMBER);
    return number === null || (number >= least && number <= most) ? number : this.#leaveOut(field, NO_NUMBER);
  }

  /** A whole number within bounds. */
  whole(value: unknown, field: string, least: number, most: number): number | null {
    const number = this.number(value, field, least, most);
    return number === null || Number.isInteger(number) ? number : this.#leaveOut(field, NO_NUMBER);
  }

  /** Says that a part was left out. */
  leftOut(field: string, why: string): void {
    this.#warn(field, why);
  }

  #leaveOut(field: string, why: string): null {
    this.#warn(field, why);
    return null;
  }

  #read<T>(shape: z.ZodType<T>, value: unknown, field: string, why: string): T | null {
    if (value === undefined || value === null || value === '') return null;
    const { data, success } = shape.safeParse(value);
    if (!success) return this.#leaveOut(field, why);
    return data === '' ? null : data;
  }
}
