import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { REAL_LOOKING } from './realLooking.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'coverage', '.git', '.data', '.turbo']);
/** Names and addresses of other people's packages, which npm wrote. */
const NOT_OURS = new Set(['package-lock.json']);
const READ = /\.(?:[cm]?[jt]sx?|json|sql|prisma|graphql|md|csv|txt|ya?ml|html|env|template|conf|Containerfile)$|\/[^./]+$/;

/** Every file that stands in the checkout. */
const filesIn = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const file = path.join(folder, entry.name);
  if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesIn(file);
  return entry.isFile() && READ.test(file) && !NOT_OURS.has(entry.name) ? [file] : [];
});

/** What of a text could be somebody's, and of which kind. */
const foundIn = (text: string): string[] => REAL_LOOKING.flatMap(({ kind, form, isSomebodys }) => [...text.matchAll(form)].map(([found]) => found).filter(isSomebodys).map((found) => `${kind} ${found}`));

// No whole number that could be somebody's stands in a file, this one neither: they are put together here.
const put = (...parts: readonly string[]) => parts.join('');

describe('what could be somebody\'s', () => {
  test.each([
    ['National Insurance number', put('AB', '123456', 'C')], ['National Insurance number', put('JG 10 37', ' 59 A')],
    ['CHI number', put('010101', '1237')], ['CHI number', put('150674', ' ', '1231')],
    ['Candidate Number', put('candidateNumber: \'', '11111', '1111\'')],
    ['telephone number', put('0131 ', '200 2000')], ['telephone number', put('+44 ', '131 200 2000')], ['telephone number', put('07911', '123456')],
    ['e-mail address', put('somebody@', 'fife.gov.uk')],
    ['postcode', put('KY1 ', '1XT')], ['postcode', put('SW1A ', '1AA')],
  ])('is found: a %s', (kind, text) => {
    expect(foundIn(`the words "${text}" of a file`).map((found) => found.slice(0, kind.length))).toContain(kind);
  });

  test.each([
    ['a prefix that is never given out', 'QQ123456C'], ['a number whose check digit does not exist', '0101900040'], ['thirteen months', put('011301', '1234')],
    ['drama', '07700 900123'], ['drama', '01632 960001'], ['drama, from abroad', '+44 7700 900123'], ['a reserved name', 'isla@example.org'], ['a reserved name', 'a.b@gateway.invalid'],
    ['no postcode area', 'QZ1 1AA'], ['a unit that says it is made up', 'KY1 1XX'], ['a part of a UUID', put('7e570000-0000-4000-8000-0101011', '237')], ['milliseconds', '1795305600000'], ['a version', '20261122000000'],
  ])('is not: %s', (_why, text) => {
    expect(foundIn(`the words "${text}" of a file`)).toEqual([]);
  });
});

test('nothing in the checkout could be somebody\'s: sources, seeds, fixtures, migrations and documents', () => {
  const files = filesIn(ROOT);
  expect(files.length).toBeGreaterThan(800);
  const found = files.flatMap((file) => foundIn(readFileSync(file, 'utf8')).map((what) => `${path.relative(ROOT, file)}: ${what}`));
  expect(found).toEqual([]);
});
