import { describe, expect, test } from '@jest/globals';
import { lastDayAfter, nextStep, readAppointment, topicsAskedOn } from './appointing.ts';

const all = { code: ['abc'], power: ['READ'], category: ['SKILLS'], months: ['6'], page: ['code', 'powers', 'topics', 'sensitive', 'months'] };
const after = (fields: Record<string, string[]>) => nextStep(readAppointment(fields));

describe('the questions', () => {
  test.each<[string, Record<string, string[]>, string]>([
    ['nothing', {}, 'code'], ['a code', { code: ['abc'], page: ['code'] }, 'powers'], ['powers', { code: ['abc'], power: ['READ'], page: ['code', 'powers'] }, 'topics'],
    ['no usual topic', { code: ['abc'], power: ['READ'], page: ['topics'] }, 'sensitive'],
    ['topics', { ...all, months: [], page: ['topics', 'sensitive'] }, 'months'],
  ])('after %s: one at a time, with nothing missing', (_, fields, question) => {
    expect(after(fields)).toEqual({ kind: 'ASK', question, missing: false });
  });

  test('end with everything that was said', () => {
    expect(after(all)).toEqual({ kind: 'CHECK' });
  });

  test.each<[string, Record<string, string[]>, string]>([
    ['no code', { ...all, code: [' '] }, 'code'], ['no power', { ...all, power: [] }, 'powers'], ['no topic at all', { ...all, category: [] }, 'sensitive'], ['no end', { ...all, months: [] }, 'months'],
  ])('are asked again where there was %s', (_, fields, question) => {
    expect(after(fields)).toEqual({ kind: 'ASK', question, missing: true });
  });

  test('are about every topic once, the sensitive ones and the person\'s choices apart, notes on risk on neither page', () => {
    const usual = topicsAskedOn('topics'), sensitive = topicsAskedOn('sensitive');
    expect(usual.filter((name) => sensitive.includes(name))).toEqual([]);
    expect(sensitive).toEqual(expect.arrayContaining(['CONVICTIONS', 'CONDITIONS', 'MY_SHARING']));
    expect([...usual, ...sensitive]).not.toContain('RISK_AND_SAFETY');
    expect(usual.length + sensitive.length).toBe(23);
  });
});

test.each<[string, Record<string, string[]>, object]>([
  ['a power that there is none of', { power: ['OWN', 'READ'] }, { powers: ['READ'] }], ['a topic that nobody is asked about', { category: ['RISK_AND_SAFETY', 'constructor', 'SKILLS'] }, { categories: ['SKILLS'] }],
  ['a length that is not offered', { months: ['24'] }, { months: undefined }], ['a page that there is none of', { page: ['check'] }, { answered: [] }],
])('%s is not read', (_, fields, expected) => {
  expect(readAppointment(fields)).toMatchObject(expected);
});

test.each<[number, string, string]>([
  [6, '2026-11-22T19:00:00Z', '2027-05-22'], [12, '2026-11-22T19:00:00Z', '2027-11-22'], [1, '2027-01-31T12:00:00Z', '2027-02-28'], [3, '2026-11-30T12:00:00Z', '2027-02-28'], [1, '2026-06-30T23:30:00Z', '2026-08-01'],
])('%i months from %s in Scotland end on %s', (months, now, day) => {
  expect(lastDayAfter(months, Date.parse(now))).toBe(day);
});
