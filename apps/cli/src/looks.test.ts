import { expect, test } from '@jest/globals';
import { printLooks } from './looks.ts';

const look = { at: '2026-11-22T10:00:00.000Z', worker: 'Isla', kind: 'LOOK', released: ['SKILLS'], withheld: [] };

test.each<[string, object, readonly RegExp[]]>([
  ['what was shown', look, [/was shown: Skills and qualifications/]],
  ['that nothing was', { ...look, released: [] }, [/was shown: nothing/]],
  ['what was asked for by its name and not given', { ...look, withheld: ['CONVICTIONS'] }, [/was shown: Skills/, /asked, not given: Convictions I must tell an employer about/]],
])('of a look it prints %s', (_, item, lines) => {
  const [who, ...rest] = printLooks({ items: [item] });
  expect(who).toMatch(/Isla$/);
  expect(rest).toHaveLength(lines.length);
  for (const [at, line] of lines.entries()) expect(rest[at]).toMatch(line);
});

test.each<[string, object]>([['a line of a list', { ...look, kind: 'LIST' }], ['the person\'s own look', { ...look, worker: null }]])('of %s it prints nothing', (_, item) => {
  expect(printLooks({ items: [item] })).toEqual([]);
});

test('it prints so many of the latest', () => {
  expect(printLooks({ items: [look, look, look] }, 1)).toHaveLength(2);
});
