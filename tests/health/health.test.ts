import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DOMAINS } from '@thegither/vocabulary';
import { failing, silent } from '../harness/faults.ts';
import { shutDatabase } from '../harness/shutDatabase.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(60_000);

let house: TestHouse;
beforeAll(async () => { house = await startHouse({ through: ['decisions'] }); });
afterAll(() => house.stop());

const SERVICES = [...DOMAINS, 'decisions', 'gateway'] as const;
const urlOf = (service: (typeof SERVICES)[number]): string => (service === 'gateway' ? house.gatewayUrl : service === 'decisions' ? house.decisionsUrl : house.roomUrls[service]);

async function health(service: (typeof SERVICES)[number]): Promise<{ live: number; ready: number; failing: readonly string[] }> {
  const [live, ready] = await Promise.all(['/live', '/ready'].map((path) => fetch(new URL(path, urlOf(service)))));
  const { failing: names } = (await ready!.json()) as { failing: string[] };
  return { live: live!.status, ready: ready!.status, failing: names };
}

const WELL = { live: 200, ready: 200, failing: [] };
const without = (check: string) => ({ live: 200, ready: 503, failing: [check] });

describe('every service says of itself', () => {
  test.each(SERVICES)('%s: it lives, and it is ready', async (service) => {
    expect(await health(service)).toEqual(WELL);
  });

  test.each(SERVICES)('%s: nothing else is told at those doors, and nothing is kept', async (service) => {
    const response = await fetch(new URL('/ready', urlOf(service)));
    expect(await response.text()).toBe('{"ready":true,"failing":[]}');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each(SERVICES)('%s shows no numbers at the door that others use', async (service) => {
    expect((await fetch(new URL('/metrics', urlOf(service)))).status).toBeGreaterThanOrEqual(400);
  });
});

describe('what a service cannot do without is missing', () => {
  const rooms = DOMAINS.filter((room) => room !== 'consent');
  test.each(rooms)('%s without its database lives and is not ready; no other room minds; with it, it is ready again', async (room) => {
    const open = await shutDatabase(house.databases.rooms[room]);
    try {
      expect(await health(room)).toEqual(without('database'));
      const other = rooms.find((one) => one !== room)!;
      expect([await health(other), await health('gateway')]).toEqual([WELL, WELL]);
    } finally {
      await open();
    }
    expect(await health(room)).toEqual(WELL);
  });

  test('without the ledger the decision service, the consent room and the gateway are not ready, and all of them live', async () => {
    const open = await shutDatabase(house.ledgerUrl);
    try {
      expect(await health('decisions')).toEqual(without('ledger'));
      expect(await health('consent')).toEqual(without('database'));
      expect(await health('gateway')).toEqual(without('decisions'));
      expect(await health('housing')).toEqual(WELL);
    } finally {
      await open();
    }
    for (const service of ['decisions', 'consent', 'gateway'] as const) expect(await health(service)).toEqual(WELL);
  });

  test.each([['fails', failing], ['never answers', silent]])('the gateway is not ready while the decision service %s', async (_, fault) => {
    house.proxy('decisions').always(fault);
    expect(await health('gateway')).toEqual(without('decisions'));
    house.proxy('decisions').mend();
    expect(await health('gateway')).toEqual(WELL);
  });
});
