import { en } from './en.ts';

/** The same keys with any text: what another language has to have, no more and no less. */
type Same<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Same<Shape[Key]> };

/** Everything that people read about sharing, in one language. */
export type Words = Same<typeof en>;

const LANGUAGES = { en } as const satisfies Record<string, Words>;

/** A language that there are words in. */
export type Language = keyof typeof LANGUAGES;

/** The words of a language: names and easy sentences of categories and purposes, and how a sentence says them; states, reasons, next steps, roles and owners. */
export const words = (language: Language): Words => LANGUAGES[language];

/** What a category is called and what it means in easy words; undefined for a category of the register that has no words yet, so that a partner's new one is noticed and never renamed. */
export function categoryWords(language: Language, name: string): { readonly plain: string; readonly easy: string } | undefined {
  const { categories } = LANGUAGES[language];
  return Object.hasOwn(categories, name) ? categories[name as keyof Words['categories']] : undefined;
}
