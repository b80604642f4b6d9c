import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { categoryNamed, REGISTER } from '@thegither/vocabulary';
import { buildSchema } from 'graphql';
import { timesOf } from '../ledger/measured.ts';
import { answerFrom, personIdAt } from './answerFrom.ts';
import { overAim, type MeasuredPage } from './measured.ts';
import { openFakeGateway } from './openFakeGateway.ts';
import { tableOf } from './tableOf.ts';

const page = (name: string, p95: number, questions = 1): MeasuredPage => ({ page: name, processor: { p50: 1, p95 }, clock: { p50: 2, p95: 30 }, questions, bytes: 12_345 });

describe('the quantiles of times', () => {
  test.each<[string, readonly number[], number, number]>([
    ['100 to 1', Array.from({ length: 100 }, (_, place) => 100 - place), 51, 96], ['one', [3], 3, 3], ['two', [2, 1], 2, 2], ['one in ten that is long', [9, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1, 9],
  ])('of %s', (_, times, p50, p95) => {
    expect(timesOf(times)).toEqual({ p50, p95 });
  });

  test('of nothing are no numbers', () => {
    expect(timesOf([])).toEqual({ p50: Number.NaN, p95: Number.NaN });
  });
});

describe('over its aim', () => {
  test.each<[string, MeasuredPage, string[]]>([
    ['a page below is not', page('workspace /help', 19.99, 0), []],
    ['a page of just as long is', page('workspace /help', 20, 0), ['workspace /help takes 20.0 ms of the processor, and not less than 20 ms.']],
    ['a caseload of two questions is', page('workspace /caseload', 1, 2), ['workspace /caseload asks 2 times, and not at most 1.']],
    ['a household of two is not', page('workspace /people/:id/household', 1, 2), []],
    ['a page that is of one state only is not', { page: 'workspace /other', status: 404 }, []],
    ['a page that must be measured and is not there is', { page: 'workspace /caseload', status: 503 }, ['workspace /caseload answered with status 503.']],
  ])('%s', (_, measured, faults) => {
    expect(overAim([measured])).toEqual(faults);
  });
});

test('the table has the slowest first, and what was not measured last', () => {
  expect(tableOf([page('a', 1), { page: 'not there', status: 404 }, page('b', 7, 10)]).split('\n')).toEqual([
    '| page      | CPU p50 ms | CPU p95 ms | p50 ms | p95 ms | questions |   kB |',
    '|-----------|-----------:|-----------:|-------:|-------:|----------:|-----:|',
    '| b         |       1.00 |       7.00 |   2.00 |  30.00 |        10 | 12.3 |',
    '| a         |       1.00 |       1.00 |   2.00 |  30.00 |         1 | 12.3 |',
    '| not there | status 404 |            |        |        |           |      |',
  ]);
});

describe('what is answered', () => {
  const schema = buildSchema(readFileSync(new URL('../../../docs/api.graphql', import.meta.url), 'utf8'));
  const SKILLS = categoryNamed('SKILLS')!;
  const answer = (query: string, variables = {}) => JSON.parse(answerFrom({ schema, rows: 50, needs: (type, field) => (type === 'Person' && field === 'skills' ? 1n << BigInt(SKILLS.bit) : 0n) }, query, variables)) as {
    data: { caseload: { edges: { person: { id: string; sharing: unknown[]; skills: unknown[] } }[] }; person: Record<string, unknown[]>; people: { id: string }[] }; extensions: { sharing: { person: string }[] };
  };

  test('has fifty rows in its outermost list, and two in each below', () => {
    const { data: { caseload: { edges } }, extensions } = answer('{ caseload { edges { person { id sharing { category } skills { name } } } } }');
    expect(edges).toHaveLength(50);
    expect(new Set(edges.map(({ person: { id } }) => id)).size).toBe(50);
    expect(edges.every(({ person }) => person.skills.length === 2 && person.sharing.length === REGISTER.length)).toBe(true);
    expect(extensions.sharing).toEqual(edges.map(({ person: { id } }) => ({ person: id, category: 'SKILLS', state: 'SHARED', owner: 'careers', next: 'NONE' })));
  });

  test('shares the rows among the outermost lists, in fragments too', () => {
    const { data: { person } } = answer('query ($id: PersonId!) { person(id: $id) { skills { name } ...More } } fragment More on Person { cvs { title } tenancies { kind } }', { id: personIdAt(1) });
    expect(Object.values(person).map(({ length }) => length)).toEqual([17, 17, 17]);
  });

  test('has an end: no page reads on for ever', () => {
    expect(answer('{ caseload { pageInfo { hasNextPage endCursor } } }').data.caseload).toEqual({ pageInfo: { hasNextPage: false, endCursor: null } });
  });

  test('has those who were asked for, in their places', () => {
    const ids = [personIdAt(3), personIdAt(1)];
    expect(answer('query ($ids: [PersonId!]!) { people(ids: $ids) { id } }', { ids }).data.people).toEqual(ids.map((id) => ({ id })));
  });
});

test('a gateway that answers at once is asked as often as it counts', async () => {
  let made = 0;
  const gateway = await openFakeGateway(() => `{"data":{"made":${++made}}}`);
  const ask = async (): Promise<unknown> => (await fetch(gateway.url, { method: 'POST', body: '{"query":"{ me { id } }","variables":{}}' })).json();
  expect([await ask(), await ask()]).toEqual([{ data: { made: 1 } }, { data: { made: 1 } }]);
  expect(gateway.count().questions).toBe(2);
  expect(gateway.count()).toEqual({ questions: 0, ms: 0, cpuMs: 0 });
  await gateway.close();
});
