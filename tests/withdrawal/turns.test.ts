import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { hold } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { act, openGrants } from './acts.ts';

jest.setTimeout(60_000);

const LOOK = 'query ($id: PersonId!) { person(id: $id) { actionPlan { goals { title } } } }';
interface Look { readonly person: { readonly actionPlan: object | null } }

let house: TestHouse;
beforeAll(async () => { house = await startHouse({ through: ['employability'], patience: { ...PATIENT, releaseDeadlineMs: 250 } }); });
afterAll(() => house.stop());

const look = () => house.ask<Look>('isla', LOOK, { id: house.personIdFor('isla', 'morag') });

test('of many who ask about one person at once one is answered after the other, a stop waits for none of them, and who waited is told nothing that was stopped', async () => {
  const grant = (await openGrants(house, 'morag'))[0]!;
  expect((await look()).body.data?.person.actionPlan).not.toBeNull();
  const held = hold('answer'), { fault } = held;
  house.proxy('employability').forget();
  house.proxy('employability').once(fault);
  const first = look();
  await held.arrived;
  const waiting = Array.from({ length: 5 }, look);
  await act(house, 'morag', 'withdrawGrant', 'morag', { grant });
  // The one whose answer is held is the only one for whom the room was asked.
  expect(house.proxy('employability').asked.length).toBe(1);
  held.release();
  for (const { body } of await Promise.all([first, ...waiting])) expect(body.data?.person.actionPlan).toBeNull();
});
