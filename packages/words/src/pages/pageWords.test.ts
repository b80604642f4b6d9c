import { describe, expect, test } from '@jest/globals';
import { fill, pageWords } from './pageWords.ts';

/** Every text with its place, whatever the shape. */
const texts = (node: object, path = ''): [string, string][] => Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] =>
  typeof value === 'string' ? [[`${path}${key}`, value]] : typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : []);

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?:])\s+/).filter((part) => /\p{L}/u.test(part));
const wordsOf = (text: string): string[] => text.match(/[\p{L}'’-]+/gu) ?? [];
/** Groups of vowels that are heard, one at least. */
const syllablesOf = (word: string): number => Math.max(1, word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]e|ed)$/, '').match(/[aeiouy]+/g)?.length ?? 1);

/** The school grade at which most can read a text with ease: 6 is eleven years old. @see Kincaid and others 1975 */
function gradeOf(all: readonly string[]): number {
  const sentences = all.flatMap(sentencesOf), words = all.flatMap(wordsOf);
  return 0.39 * (words.length / sentences.length) + 11.8 * (words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length) - 15.59;
}

describe.each(['en', 'easy'] as const)('what pages say in "%s"', (language) => {
  const all = texts(pageWords(language));

  test('can be read at eleven years', () => {
    expect(gradeOf(all.map(([, text]) => text))).toBeLessThanOrEqual(6);
  });

  test.each(all)('%s is short, and says none of the words that we do not use', (_, text) => {
    expect(text).not.toMatch(/\b(clients?|customers?|users?|citizens?|revok\w*|denied|deny|offenders?|addicts?|consents?|data subjects?)\b/i);
    for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length).toBeLessThanOrEqual(18);
  });
});

test('the measure tells hard words from easy ones', () => {
  expect(gradeOf(['You can stop this. You can say no.'])).toBeLessThan(3);
  expect(gradeOf(['The aforementioned authorisation may be discontinued notwithstanding any contractual obligation to the contrary.'])).toBeGreaterThan(15);
});

const gradeIn = (language: 'en' | 'easy'): number => gradeOf(texts(pageWords(language)).map(([, text]) => text));

test('easy words are easier than the usual ones, all of them together', () => {
  expect(gradeIn('easy')).toBeLessThanOrEqual(gradeIn('en') - 0.4);
});

const usual = new Map(texts(pageWords('en')));

test.each(texts(pageWords('easy')).filter(([place, text]) => usual.get(place) !== text))('%s in easy words is said in short sentences', (_, text) => {
  for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length).toBeLessThanOrEqual(12);
});

describe('a text with places', () => {
  test('is filled with what was given', () => {
    expect(fill('Hello {name}, {name}! {count}', { name: 'Morag {count}', count: 2 })).toBe('Hello Morag {count}, Morag {count}! 2');
  });

  test.each(['{who}', '{constructor}'])('is never shown with %s in it', (place) => {
    expect(() => fill(`Hello ${place}`, { name: 'Morag' })).toThrow(RangeError);
  });
});
