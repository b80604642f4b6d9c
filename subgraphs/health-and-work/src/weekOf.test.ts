import { expect, test } from '@jest/globals';
import { weekOf } from './weekOf.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);
/** Case management that opened today: what a test changes one fact of. */
const open = { level: 'CASE_MANAGEMENT', openedOn: day('2026-11-22'), closedOn: null } as const;

test.each([
  ['the first day', {}, 1],
  ['the seventh day', { openedOn: day('2026-11-16') }, 1],
  ['the eighth day', { openedOn: day('2026-11-15') }, 2],
  ['the last day of 20 weeks', { openedOn: day('2026-07-06') }, 20],
  ['a case that should have ended', { openedOn: day('2026-07-05') }, 21],
  ['a case that opens tomorrow', { openedOn: day('2026-11-23') }, null],
  ['a case that ended today', { openedOn: day('2026-11-01'), closedOn: day('2026-11-22') }, null],
  ['a case that ends tomorrow', { openedOn: day('2026-11-01'), closedOn: day('2026-11-23') }, 4],
  ['a light touch', { level: 'LIGHT_TOUCH' }, null],
] as const)('%s: %j is week %p', (_title, changed, week) => {
  expect(weekOf({ ...open, ...changed }, NOW)).toBe(week);
});
