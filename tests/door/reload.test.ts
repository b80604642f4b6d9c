import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { hold } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { SUPERGRAPH } from '../harness/supergraph.ts';

jest.setTimeout(180_000);

/** The house's supergraph, told apart from others by what it says of Person. */
function edition(name: string): string {
  const text = SUPERGRAPH.replace(/"""[^"]*"""(\s*type Person\b)/, `"""Edition ${name}."""$1`);
  expect(text).toContain(`Edition ${name}.`);
  return text;
}

const LOOK = '{ __type(name: "Person") { description } caseload { edges { person { name { knownAs } skills { name } } } } }';
const logged: string[] = [];
let house: TestHouse;
beforeAll(async () => {
  house = await startHouse({ through: ['careers'], patience: PATIENT, logTo: (line) => logged.push(line) });
  await house.serve(edition('first'));
});
afterAll(() => house.stop());

const look = () => house.ask<{ __type: { description: string }; caseload: { edges: { person: { name: { knownAs: string }; skills: unknown } }[] } }>('isla', LOOK);
const editionIn = ({ body }: Awaited<ReturnType<typeof look>>) => body.data!.__type.description;

test('another supergraph is served twenty times while people ask, and no question fails', async () => {
  const over = new AbortController();
  let answered = 0;
  const seen = new Set<string>(), answers = new EventEmitter();
  const keepAsking = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const answer = await look();
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
      expect(answer.body.data!.caseload.edges.find(({ person }) => person.name.knownAs === 'Morag')!.person.skills).not.toBeNull();
      seen.add(editionIn(answer));
      answered++;
      answers.emit('answered');
    }
  };
  const asking = [keepAsking(), keepAsking(), keepAsking()];
  // Each comes while three questions are on their way, wherever they are.
  for (let time = 0; time < 20; time++) await Promise.all([house.serve(edition(String(time))), once(answers, 'answered')]);
  over.abort();
  await Promise.all(asking);
  expect(answered).toBeGreaterThan(20);
  expect(seen.size).toBeGreaterThan(5);
  expect(editionIn(await look())).toBe('Edition 19.');
});

test('a question is answered to its end by the supergraph that it began with', async () => {
  await house.serve(edition('before'));
  const held = hold();
  house.proxy('careers').once(held.fault);
  const begun = look();
  await held.arrived;
  await house.serve(edition('after'));
  expect(editionIn(await look())).toBe('Edition after.');
  held.release();
  const answer = await begun;
  expect([answer.body.errors, editionIn(answer)]).toEqual([undefined, 'Edition before.']);
});

describe('one that cannot be served is not: the former stays, and the log says why by code', () => {
  beforeAll(() => house.serve(edition('former')));

  test.each<[string, () => string]>([
    ['is none', () => 'type {'],
    ['is empty', () => ''],
    ['lost a mark', () => edition('broken').replace(/ @personal\(category: "SKILLS"\)/, '')],
    ['lost the directives', () => edition('broken').replaceAll(/ @(personal|notPersonal)\([^)]*\)/g, '')],
    ['has a graph with no address', () => edition('broken').replace(/(@join__graph\(name: "careers__guarded", url: )"[^"]*"/, '$1""')],
    ['cannot be run', () => edition('broken').replaceAll('@join__graph(', '@join__grapes(')],
  ])('that %s', async (_, text) => {
    const before = logged.length;
    await expect(house.serve(text())).rejects.toMatchObject({ code: 'CONFIGURATION' });
    expect(editionIn(await look())).toBe('Edition former.');
    expect(logged.slice(before).map((line) => JSON.parse(line) as { code?: string; msg: string }).filter(({ code }) => code === 'CONFIGURATION').map(({ msg }) => msg)).toEqual(['another supergraph came and is not served; the former stays']);
  });
});

test('what comes at once is served in order, and the last stays', async () => {
  const served = await Promise.allSettled(['a', 'b'].map((name) => house.serve(edition(name))).concat(house.serve('type {'), house.serve(edition('last'))));
  expect(served.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(editionIn(await look())).toBe('Edition last.');
});
