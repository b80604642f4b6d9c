import { expect, test } from '@jest/globals';
import { readQuestion } from './question.ts';

const asked = (query: Record<string, string>) => readQuestion((name) => query[name]);

test('nothing in the address asks for everything', () => {
  expect(asked({})).toMatchObject({ topic: undefined, from: undefined, to: undefined, page: 1, errors: [] });
  expect(asked({ topic: '', from: '', to: '' })).toMatchObject({ topic: undefined, from: undefined, to: undefined, errors: [] });
});

test.each<[Record<string, string>, string]>([
  [{ topic: 'NAME_AND_CONTACT' }, 'topic'], [{ topic: 'constructor' }, 'topic'], [{ from: '1/2/2026' }, 'from'], [{ to: '2026-02-30' }, 'to'], [{ to: '2026-13-01' }, 'to'],
  [{ from: '2026-02-02', to: '2026-02-01' }, 'to'],
])('%j is not asked, and said at its field', (query, field) => {
  expect(asked(query).errors.map((error) => error.field)).toEqual([field]);
});

test.each<Record<string, string>>([{ topic: 'SKILLS' }, { from: '2024-02-29' }, { from: '2026-02-01', to: '2026-02-01' }])('%j is asked', (query) => {
  expect(asked(query)).toMatchObject({ ...query, errors: [] });
});
