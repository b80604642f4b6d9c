import { easy } from './easy.ts';
import { en } from './en.ts';

type Same<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Same<Shape[Key]> };

/** Everything that pages say, in one language: each with the same keys. */
export type PageWords = Same<typeof en>;

const LANGUAGES = { en, easy } as const satisfies Record<string, PageWords>;

/** A language of pages. Easy words are one of their own. */
export type PageLanguage = keyof typeof LANGUAGES;

/** What pages say in a language. */
export const pageWords = (language: PageLanguage): PageWords => LANGUAGES[language];

/** Puts values into the places of a text. Throws RangeError for a place that has none, so that nobody reads `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new RangeError(`nothing was given for {${name}}`);
    return String(values[name]);
  });
