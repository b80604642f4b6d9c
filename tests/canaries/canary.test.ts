import { describe, expect, test } from '@jest/globals';
import { openCanaries, type Canary, type CanaryForm } from './canary.ts';
import { unwrapped } from '../harness/unwrapped.ts';

const tam: Canary = { room: 'housing', table: 'Notice', column: 'reason', of: undefined, row: 0, person: 'tam', controller: 'fife-council', labels: [], forAgency: undefined };
const escaped = (value: string): string => Array.from(value, (letter) => `\\u${letter.codePointAt(0)!.toString(16).padStart(4, '0')}`).join('');
const percent = (value: string): string => Array.from(value, (letter) => `%${letter.codePointAt(0)!.toString(16)}`).join('');

const WRAPPINGS: readonly (readonly [string, (value: string) => string])[] = [
  ['as it stands', (value) => value], ['in a sentence', (value) => `no row for (${value.toUpperCase()}).`], ['in JSON within JSON', (value) => JSON.stringify({ body: JSON.stringify({ value }) })],
  ['as escapes of JSON', escaped], ['in a URL', percent], ['as base64', (value) => Buffer.from(value).toString('base64')], ['as base64url in a longer text', (value) => `eyJ.${Buffer.from(`{"a":"${value}"}`).toString('base64url')}.x`],
  ['as base64 after a letter', (value) => `x${Buffer.from(value).toString('base64')}`], ['as hexadecimal', (value) => Buffer.from(value).toString('hex')],
];
const FORMS: readonly CanaryForm[] = ['text', 'date', 'timestamptz', 'int4', 'ten digits', 'nine digits', 'digest'];

describe('a canary is found', () => {
  test.each(FORMS.flatMap((form) => WRAPPINGS.map(([how, wrap]) => ({ form, how, wrap }))))('$form, $how', ({ form, wrap }) => {
    const canaries = openCanaries();
    const value = String(canaries.make(form, tam));
    expect(canaries.foundIn(unwrapped(wrap(value)).join('\n'))).toEqual([tam]);
  });

  test.each([['milliseconds', 1], ['seconds', 1_000]])('a day, counted in %s', (_, unit) => {
    const canaries = openCanaries();
    const moment = Date.parse(String(canaries.make('timestamptz', tam))) / unit;
    expect(canaries.foundIn(`{"at":${moment}}`)).toEqual([tam]);
  });
});

test('nothing else is one', () => {
  const canaries = openCanaries();
  for (const form of FORMS) canaries.make(form, tam);
  const innocent = 'kanarienvogel 2026-11-22T10:00:00Z 1763800000000 7e570000-0000-4000-8000-000000000001 9263 kanaryzzzzzz 3999-01-01 seconds_sum 0.32503766400 total 32503766401';
  expect(canaries.foundIn(unwrapped(innocent).join('\n'))).toEqual([]);
});
