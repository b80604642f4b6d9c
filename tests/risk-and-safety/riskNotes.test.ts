import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AGENCIES, WORKERS } from '@thegither/synthetic';
import { PURPOSES, REGISTER, type SpineId } from '@thegither/vocabulary';
import { askInTime } from '../harness/askInTime.ts';
import { PATIENT } from '../harness/patient.ts';
import { openRecords } from '../harness/records.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { identifiers, openSharing, type Sharing } from '../harness/twins.ts';

jest.setTimeout(60_000);

const GRANTABLE = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);
const NOTED = 'RiskNote what';
const SUPPORTERS = WORKERS.filter(({ roles }) => !roles.some((role) => role === 'TEAM_LEAD' || role === 'LEP_ANALYST' || role === 'DATA_PROTECTION_LEAD')).map(({ id }) => id);

interface Person { readonly riskNotes: unknown; readonly paybackOrders?: readonly unknown[] | null }

let house: TestHouse, sharing: Sharing, callum: SpineId;
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: PATIENT });
  sharing = openSharing(house.ledgerUrl);
  callum = identifiers.open('person', house.personIdFor('callum', 'callum'))!;
  const records = await openRecords(house.databases);
  await records.write(records.tables.find(({ name }) => name === 'RiskNote')!, { person: callum, controller: 'fife-justice' });
  await records.close();
  // Everybody who supports anybody supports Callum, and he agrees to everything that can be agreed to.
  for (const worker of SUPPORTERS) await sharing.support(callum, worker);
  for (const { id } of AGENCIES) await sharing.agree(callum, id, GRANTABLE);
});
afterAll(async () => {
  await sharing?.close();
  await house?.stop();
});

const ABOUT = 'query ($id: PersonId!) { person(id: $id) { riskNotes { what } paybackOrders { imposedOn } } }';

const ask = (worker: string, purpose: string): Promise<Asked<{ person: Person | null }>> =>
  askInTime(() => house.ask<{ person: Person | null }>(worker, ABOUT, { id: house.personIdFor(worker, 'callum') }, { purpose }));

/** The text of everything that the justice room was asked since it was last forgotten. */
const askedOfJustice = (): string => JSON.stringify(house.proxy('justice').asked.map(({ body }) => body));

describe('a note on risk and safety', () => {
  test.each(SUPPORTERS)('is not read by %s, who is agreed to see everything, and the room is not asked for it', async (worker) => {
    house.proxy('justice').forget();
    const { text, body } = await ask(worker, 'EMPLOYABILITY_SUPPORT');
    expect(body.data?.person?.riskNotes).toBeNull();
    expect(body.extensions?.sharing).toContainEqual(expect.objectContaining({ category: 'RISK_AND_SAFETY', state: 'ROLE_LIMIT', next: 'NONE' }));
    expect(text).not.toContain(NOTED);
    expect(askedOfJustice()).not.toContain('riskNotes');
  });

  test('is not read by the justice worker whose agency holds it, who does read the order', async () => {
    expect((await ask('ruaridh', 'EMPLOYABILITY_SUPPORT')).body.data?.person).toEqual({ riskNotes: null, paybackOrders: [{ imposedOn: expect.any(String) }] });
  });

  test.each(WORKERS.flatMap(({ id }) => PURPOSES.map((purpose) => [id, purpose] as const)))('is not read by %s for %s', async (worker, purpose) => {
    const { text, body } = await ask(worker, purpose);
    expect(body.data?.person?.riskNotes ?? null).toBeNull();
    expect(text).not.toContain(NOTED);
  });

  test('is not read by Callum himself, who reads his order', async () => {
    house.proxy('justice').forget();
    const { text, body } = await askInTime(() => house.ask<{ me: Person }>('callum', '{ me { riskNotes { what } paybackOrders { imposedOn } } }'));
    expect(body.data?.me).toEqual({ riskNotes: null, paybackOrders: [{ imposedOn: expect.any(String) }] });
    expect(text).not.toContain(NOTED);
    expect(askedOfJustice()).toContain('paybackOrders');
    expect(askedOfJustice()).not.toContain('riskNotes');
  });

  test('is nothing that anybody can agree to', async () => {
    await expect(sharing.agree(callum, 'fife-justice', ['RISK_AND_SAFETY'])).rejects.toThrow();
  });
});
