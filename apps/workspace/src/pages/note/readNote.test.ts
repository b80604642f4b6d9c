import { describe, expect, test } from '@jest/globals';
import { freshNote, readNote, typedIn, type TypedNote } from './readNote.ts';

const TODAY = '2026-11-22';
const NOTE: TypedNote = { mode: 'PHONE', on: '2026-11-22', agreed: 'Bring the CV.', nextStep: 'Read it together', nextOn: '2026-11-25', labels: ['SUPPORT_RECEIVED', 'SKILLS'] };

describe('a note', () => {
  test('is sent as it was typed', () => {
    expect(readNote(NOTE, TODAY)).toEqual({ note: NOTE, errors: [] });
  });

  test('can do without anything that comes next', () => {
    expect(readNote({ ...NOTE, nextStep: '', nextOn: '' }, TODAY).note).toEqual({ ...NOTE, nextStep: null, nextOn: null });
  });

  test('has days as browsers without a calendar send them, too', () => {
    expect(readNote({ ...NOTE, on: '2/11/2026', nextOn: '03.11.2026' }, TODAY).note).toMatchObject({ on: '2026-11-02', nextOn: '2026-11-03' });
  });

  test.each<[string, Partial<TypedNote>, string]>([
    ['without a way of talking', { mode: '' }, 'mode'], ['with a way of talking that is none', { mode: 'constructor' }, 'mode'],
    ['without a day', { on: '' }, 'on'], ['with a day that is none', { on: '2026-02-30' }, 'on'], ['of tomorrow', { on: '2026-11-23', nextOn: '' }, 'on'],
    ['without words', { agreed: '' }, 'agreed'], ['with two letters', { agreed: 'ok' }, 'agreed'], ['with too many words', { agreed: 'x'.repeat(2001) }, 'agreed'],
    ['with a next step of one letter', { nextStep: 'x' }, 'nextStep'], ['with a next day and no next step', { nextStep: '' }, 'nextStep'],
    ['with a next day that is none', { nextOn: 'Monday' }, 'nextOn'], ['with a next day before the talk', { nextOn: '2026-11-21' }, 'nextOn'],
    ['that does not tell of the support', { labels: ['SKILLS'] }, 'labels'],
  ])('%s is not sent, and the field is named', (_, change, field) => {
    const { note, errors } = readNote({ ...NOTE, ...change }, TODAY);
    expect([note, errors.map((error) => error.field)]).toEqual([undefined, [field]]);
  });

  test('that nobody typed says everything that is missing, from top to bottom', () => {
    expect(readNote(typedIn({}), TODAY).errors.map(({ field }) => field)).toEqual(['mode', 'on', 'agreed', 'labels']);
  });

  test('begins today, with what it always tells of and what the writer may see, each once, and without a way of talking', () => {
    expect(freshNote(TODAY, ['SUPPORT_RECEIVED', 'CONDITIONS'])).toEqual({ mode: '', on: TODAY, agreed: '', nextStep: '', nextOn: '', labels: ['SUPPORT_RECEIVED', 'CONDITIONS'] });
  });
});
