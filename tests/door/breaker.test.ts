import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { answerWith, cut } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(60_000);

const CASELOAD = '{ caseload { edges { person { id name { knownAs } skills { name } barriers { label } } } } }';
const THROUGH = ['careers', 'employability', 'consent', 'decisions'];

/** Opens a house whose breakers stay open so long, and sees it answer once. */
async function opened(openMs: number) {
  const logged: string[] = [];
  const house = await startHouse({ through: THROUGH, patience: { ...PATIENT, breaking: { failures: 3, openMs } }, logTo: (line) => logged.push(line) });
  return { house, logged, whole: (await house.ask('isla', CASELOAD)).text };
}
const asked = (house: TestHouse, name: string) => house.proxy(name).asked.length;
const mend = (house: TestHouse) => {
  for (const name of THROUGH) {
    house.proxy(name).mend();
    house.proxy(name).forget();
  }
};
const times = async (count: number, what: () => Promise<unknown>) => { for (let time = 0; time < count; time++) await what(); };

describe('a room', () => {
  let house: TestHouse, logged: string[], whole: string;
  const ask = () => house.ask<{ caseload: unknown }>('isla', CASELOAD);
  const codes = async () => (await ask()).body.errors?.map(({ extensions }) => extensions.code);
  beforeAll(async () => { ({ house, logged, whole } = await opened(3_600_000)); });
  afterAll(() => house.stop());
  beforeEach(() => mend(house));

  test('that does not answer is left alone after a few times: UNAVAILABLE at once, and the rest is whole', async () => {
    house.proxy('employability').always(cut);
    await times(3, async () => expect(await codes()).toEqual(['SUBGRAPH_UNAVAILABLE']));
    // Each was tried once more, as the connection failed.
    expect(asked(house, 'employability')).toBe(6);
    mend(house);
    const { body } = await ask();
    expect([body.errors?.map(({ extensions }) => extensions.code), asked(house, 'employability')]).toEqual([['SUBGRAPH_UNAVAILABLE'], 0]);
    expect(body.extensions!.sharing!.filter(({ category }) => category === 'BARRIERS').map(({ state }) => state)).toContain('UNAVAILABLE');
    expect(JSON.stringify(body.data)).toContain('"skills":[{"name":"Handling calls"}');
    const told = logged.map((line) => JSON.parse(line) as { msg: string; subgraph?: string; step?: string }).filter(({ msg }) => msg.includes('breaker'));
    expect(told.map(({ subgraph, step }) => [subgraph, step])).toEqual([['employability', 'open']]);
  });

  test.each<[string, Parameters<typeof answerWith>]>([
    ['refuses the decision', ['{"errors":[{"message":"no","extensions":{"code":"DECISION_REFUSED"}}]}', 403]],
    ['reports errors', ['{"errors":[{"message":"no"}]}', 400]],
    ['reports errors beside nothing', ['{"data":null,"errors":[{"message":"no"}]}', 200]],
  ])('that %s is there, and is asked every time', async (_, answer) => {
    house.proxy('careers').always(answerWith(...answer));
    await times(5, ask);
    expect(asked(house, 'careers')).toBe(5);
    mend(house);
    // The other room of this test is left alone meanwhile or not, whichever came first.
    expect((await ask()).text).toContain('Handling calls');
    expect(whole).toContain('Handling calls');
  });
});

describe('whatever was left alone is found again by itself', () => {
  let house: TestHouse, whole: string;
  const ask = () => house.ask('isla', CASELOAD);
  const askUntilWhole = async () => { while ((await ask()).text !== whole); };
  beforeAll(async () => { ({ house, whole } = await opened(20)); });
  afterAll(() => house.stop());
  beforeEach(() => mend(house));

  test.each([['a room', 'careers'], ['the room with the doors', 'consent'], ['the decision service', 'decisions']])('%s', async (_, name) => {
    house.proxy(name).always(cut);
    await times(6, async () => expect((await ask()).text).not.toBe(whole));
    house.proxy(name).mend();
    await askUntilWhole();
    // And stays.
    await times(3, async () => expect((await ask()).text).toBe(whole));
  });

  test('a mutation is sent at most once each time it is asked for, also when it is the one that finds out', async () => {
    const stop = () => house.ask<{ stopAll: unknown }>('callum', 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }', { input: { key: 'a key', person: house.personIdFor('callum', 'callum') } });
    const sent = () => house.proxy('consent').asked.filter(({ text }) => text.includes('stopAll')).length;
    house.proxy('consent').always(cut);
    for (let count = 1; count <= 6; count++) {
      const before = sent();
      expect((await stop()).body).toMatchObject({ data: { stopAll: null }, errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
      expect(sent() - before).toBeLessThanOrEqual(1);
    }
    house.proxy('consent').mend();
    house.proxy('consent').forget();
    let told = await stop();
    while (told.body.data?.stopAll === null) told = await stop();
    expect([told.body.errors, sent()]).toEqual([undefined, 1]);
  });
});
