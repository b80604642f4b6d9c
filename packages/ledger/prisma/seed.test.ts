import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { namesIn } from '@thegither/consent';
import { PERSONAS, WORKERS, personaNamed } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { createLedger, type Ledger } from '../src/ledger.ts';
import { emptyLedger } from '../src/testing/testLedger.ts';
import { seedLedger } from './seed.ts';

const idOf = (spine: SpineId): PersonId => `1.${spine.slice(0, 21)}A` as PersonId;
let url: string, ledger: Ledger;
beforeAll(async () => {
  url = await emptyLedger();
  await seedLedger(url, idOf);
  ledger = createLedger({ connectionString: url });
});
afterAll(() => ledger.close());

async function seenBy(worker: string, name: string): Promise<string[] | undefined> {
  const { agency } = WORKERS.find(({ id }) => id === worker)!;
  const [decided] = (await ledger.decide({ kind: 'worker', worker, agency }, 'EMPLOYABILITY_SUPPORT', [idOf(personaNamed(name)!.spine)])).people;
  return decided!.known ? namesIn(decided!.decision.granted) : undefined;
}

describe('the demonstration', () => {
  test.each([
    ['isla', 'jean', ['NAME_AND_CONTACT', 'ACTION_PLAN']],
    ['isla', 'tam', ['NAME_AND_CONTACT']],
    ['isla', 'derek', ['NAME_AND_CONTACT']],
    ['isla', 'mairi', ['NAME_AND_CONTACT', 'HOUSEHOLD_LINK', 'ACTION_PLAN']],
    ['isla', 'hamish', undefined],
    ['ewan', 'derek', undefined],
    ['ewan', 'fiona', ['NAME_AND_CONTACT']],
    ['una', 'fiona', undefined],
    ['gordon', 'callum', ['NAME_AND_CONTACT']],
  ])('lets %s see of %s what the table says', async (worker, name, seen) => {
    expect(await seenBy(worker, name)).toEqual(seen);
  });

  test('tells Kirsty of the one handover that is due', async () => {
    expect(await ledger.readHandoversDue('kirsty')).toMatchObject([{ person: idOf(personaNamed('hamish')!.spine), worker: 'isla' }]);
  });

  test('links nobody who did not agree', async () => {
    const [mairi, tam] = ['mairi', 'tam'].map((name) => idOf(personaNamed(name)!.spine));
    expect(await ledger.readHouseholds([mairi!, tam!])).toEqual(new Map([[mairi, []]]));
  });

  test('is put in once, however often it is put in', async () => {
    const histories = () => Promise.all(PERSONAS.map(({ spine }) => ledger.readEvents(idOf(spine))));
    const before = await histories();
    await seedLedger(url, idOf);
    expect(await histories()).toEqual(before);
  });
});
