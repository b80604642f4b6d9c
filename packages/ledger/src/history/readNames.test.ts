import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

test('agencies, teams and workers are called by their names, in the order asked, and what is not there by none', async () => {
  const { rows: [team] } = await house.pool.query<{ id: string; name: string }>(`SELECT id, name FROM team WHERE agency = 'fife-works' LIMIT 1`);
  expect(await house.ledger.readNames([
    { kind: 'worker', worker: 'isla' }, { kind: 'agency', agency: 'nowhere' }, { kind: 'agency', agency: 'fife-works' }, { kind: 'team', team: team!.id }, { kind: 'agency', agency: 'isla' },
  ])).toEqual([
    { name: 'isla', within: 'Fife Works' }, undefined, { name: 'Fife Works', within: null }, { name: team!.name, within: 'Fife Works' }, undefined,
  ]);
});

test('every agency is told by its id and its name, whoever has to do with it', async () => {
  expect(await house.ledger.readAgencies()).toEqual([{ id: 'fife-housing', name: 'Fife Housing' }, { id: 'fife-works', name: 'Fife Works' }]);
});
