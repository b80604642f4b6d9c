import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readDecisions } from './readDecisions.ts';

const DOCUMENT = readFileSync(new URL('../../decisions.md', import.meta.url), 'utf8');
const ROW = '| Isla is assigned; SKILLS agreed; hold | Isla | EMPLOYABILITY_SUPPORT | SKILLS | ASSIGNED | HELD | NOT_SHARED |';
const HEADINGS = '| what is so | who asks | purpose | category | standing | reason | what the worker sees |\n|--|--|--|--|--|--|--|\n';
const line = DOCUMENT.slice(0, DOCUMENT.indexOf(ROW)).split('\n').length;

test('every row stands under its rule, with its line', () => {
  const row = readDecisions(DOCUMENT).find((one) => one.line === line);
  expect(row).toMatchObject({ rule: 'A hold stops everything that was agreed', categoryName: 'SKILLS', standing: 'ASSIGNED', reason: 'HELD', state: 'NOT_SHARED' });
  expect(row?.facts).toMatchObject({ hold: 'row-3', assignments: [{ id: 'row-1' }], grants: [{ id: 'row-2' }] });
});

test('a new row and a new rule are read without a change of the program', () => {
  const added = `## A rule of its own\n\n${HEADINGS}| Ewan is assigned, from 3 days ago | Ewan, now a WORK_COACH | ELIGIBILITY | HOUSING_MONEY | NONE | ROLE_LIMIT | ROLE_LIMIT |\n\n`;
  const rows = readDecisions(DOCUMENT.replace('# The words', `${added}# The words`));
  expect(rows.at(-1)).toMatchObject({ rule: 'A rule of its own', asked: { purpose: 'ELIGIBILITY', asker: { worker: { worker: 'ewan', roles: ['WORK_COACH'] } } } });
});

test.each([
  ['an unknown fact', 'skills agreed', /"skills agreed" is not one of the words; it may be "… is assigned"/, 'SKILLS agreed'],
  ['a category that is none', 'SKILS agreed', /"SKILS agreed" is not one of the words/, 'SKILLS agreed'],
  ['a word that does not follow this fact', 'SKILLS agreed, to Isla', /"to Isla" is not one of the words; it may be "with …"/, 'SKILLS agreed'],
  ['a purpose that is none', 'SKILLS agreed, for FUN', /"for FUN" is not one of the words/, 'SKILLS agreed'],
  ['a moment that is none', 'SKILLS agreed, until 31 February', /"until 31 February" is not one of the words/, 'SKILLS agreed'],
  ['a fact after which nothing is said', 'hold, for REFERRAL', /nothing may follow "hold"/, 'hold'],
  ['an unknown caller', '| Isobel |', /"Isobel" is not one of the words; it may be "Isla"/, '| Isla |'],
  ['an unknown purpose', 'EMPLOYABILITY', /"EMPLOYABILITY" is no purpose; without one write none/, 'EMPLOYABILITY_SUPPORT'],
  ['an unknown category', '| skills |', /"skills" is no category of the register/, '| SKILLS |'],
  ['an unknown standing', '| KNOWN |', /"KNOWN" is no standing; it is one of SELF/, '| ASSIGNED |'],
  ['an unknown reason', '| STOPPED |', /"STOPPED" is no reason/, '| HELD |'],
  ['an unknown state', '| HIDDEN |', /"HIDDEN" is no thing that a worker sees/, '| NOT_SHARED |'],
  ['sources of what is not shared', '| NOT_SHARED, rows of a alone |', /is no thing that a worker sees/, '| NOT_SHARED |'],
  ['rows of which nothing is said', '| SHARED, rows like that alone |', /"rows like that alone" does not say which rows/, '| NOT_SHARED |'],
  ['rows since no day', '| SHARED, rows since March alone |', /does not say which rows/, '| NOT_SHARED |'],
  ['a cell too few', '| HELD |', /a row has 7 cells, and this one 6/, '| HELD | NOT_SHARED |'],
  ['a row that does not end', '| HELD | NOT_SHARED', /a row of a table begins and ends with \|/, '| HELD | NOT_SHARED |'],
])('%s is refused with its line', (_, written, why, instead) => {
  const changed = DOCUMENT.replace(ROW, ROW.replace(instead, written));
  expect(() => readDecisions(changed)).toThrow(why);
  expect(() => readDecisions(changed)).toThrow(`decisions.md, line ${line}: `);
});

test.each([
  ['a table without rows', DOCUMENT.replace('# The words', `## Empty\n\n${HEADINGS}\n# The words`), /the table under "Empty" has no rows/],
  ['other columns', DOCUMENT.replace('| standing | reason |', '| reason | standing |'), /the columns of a table are what is so \| who asks/],
  ['a row twice', DOCUMENT.replace(ROW, `${ROW}\n${ROW}`), new RegExp(`line ${line + 1}: the same facts and question stand in line ${line}`)],
  ['a word that no row uses', DOCUMENT.replaceAll(/^.*agreed.*, paused.*\n/gm, ''), /no row uses the word "paused"/],
  ['a word that is not explained', DOCUMENT.replace('| paused | Morag paused it |\n', ''), /the word "paused" is not explained under "After "agreed""/],
  ['an explained word that is none', DOCUMENT.replace('| paused | Morag paused it |\n', '| paused | Morag paused it |\n| shredded | gone |\n'), /"shredded" is not one of the words of "After "agreed""/],
  ['a missing list of words', DOCUMENT.replace('## Who asks\n', '## Whoever\n'), /no table explains the words of "Who asks"/],
])('%s is refused', (_, text, why) => {
  expect(() => readDecisions(text)).toThrow(why);
});
