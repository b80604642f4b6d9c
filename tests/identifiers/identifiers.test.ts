import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PERSONAS, WORKERS, workerNamed } from '@thegither/synthetic';
import { askInTime } from '../harness/askInTime.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { liveADay, type Told } from './aDay.ts';
import { dump } from './dump.ts';
import { AUDIENCES, ROOMS, WORKER_OF, foreignTo, learnIds, type IdsIn } from './knownIds.ts';
import { claimsText, laidOpen, recordTraffic, wordsOf, type Exchange } from './traffic.ts';

jest.setTimeout(120_000);

let house: TestHouse, idsIn: IdsIn, told: readonly Told[];
const log: string[] = [];
const ask = <Data = unknown>(...asked: Parameters<TestHouse['ask']>): Promise<Asked<Data>> => askInTime(() => house.ask<Data>(...asked));
const traffic = new Map<string, readonly Exchange[]>();
const dumps = new Map<string, string>();

beforeAll(async () => {
  house = await startHouse({ through: 'all', logTo: (line) => log.push(line), patience: PATIENT });
  idsIn = learnIds(house);
  for (const service of [...ROOMS, 'decisions']) traffic.set(service, recordTraffic(house, service));
  told = await liveADay(house);
  dumps.set('consent', await dump(house.databases.ledger));
  for (const [room, url] of Object.entries(house.databases.rooms)) dumps.set(room, await dump(url));
});
afterAll(() => house.stop());

const audienceOf = (account: string): string => { const worker = workerNamed(account); return worker ? `agency:${worker.agency}` : 'person'; };
const heardBy = (service: string): readonly Exchange[] => traffic.get(service)!;

test('the search finds an id however it is written, also in what is signed', () => {
  const id = house.personIdFor('housing', 'fiona'), block = Buffer.from(id.slice(2), 'base64url');
  const token = ['{"alg":"EdDSA"}', `{"people":{"${id}":{}}}`, 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
  for (const text of [id, block.toString('hex').toUpperCase(), block.toString('base64'), laidOpen(`{"decision":"${token}"}`)]) expect([...idsIn(`...${text}...`)]).toEqual(['fiona in housing']);
  expect([...idsIn(token)]).toEqual([]);
});

describe('after a day of questions and changes', () => {
  test.each(ROOMS)('%s has heard and said its own ids, and nobody else\'s', (room) => {
    const ids = idsIn(heardBy(room).map(wordsOf).join('\n'));
    expect(foreignTo(room, ids)).toEqual([]);
    // Whoever shares anything with anybody, and themselves: so everybody.
    expect(ids.size).toBe(PERSONAS.length);
  });

  test.each(ROOMS)('%s keeps its own ids, and nobody else\'s', (room) => {
    const ids = idsIn(dumps.get(room)!);
    expect(foreignTo(room, ids)).toEqual([]);
    expect(ids.size).toBeGreaterThan(0);
  });

  test('the decision service hears the ledger\'s ids, beside the callers\' tokens and what it signs', () => {
    const words = heardBy('decisions').map(({ asked, answered }) => {
      const { token: _token, ...body } = asked.body ?? {};
      return [asked.path, JSON.stringify(asked.headers), JSON.stringify(body), answered.replaceAll(/"signed":\[[^\]]*\]/g, '')].join('\n');
    });
    const ids = idsIn(laidOpen(words.join('\n')));
    expect(foreignTo('consent', ids)).toEqual([]);
    expect(ids.size).toBe(PERSONAS.length);
  });

  test('a token carries nobody\'s id but the person\'s own', () => {
    const tokens = [...new Set(heardBy('decisions').map(({ asked }) => String(asked.body?.token)))];
    expect(tokens).toHaveLength(new Set(told.map(({ account }) => account)).size);
    const ids = tokens.map((token) => [...idsIn(`${token} ${claimsText(token)}`)]).filter((each) => each.length > 0);
    expect(ids.every(([id, another]) => id!.endsWith(' in person') && another === undefined)).toBe(true);
    expect(new Set(ids.flat()).size).toBe(PERSONAS.length);
  });

  test.each(ROOMS)('what is signed for %s names people by its own ids alone', (room) => {
    const signed = heardBy('decisions').flatMap(({ answered }) => (/"signed":\[([^\]]*)\]/.exec(answered)?.[1] ?? '').match(/[\w-]+\.[\w-]+\.[\w-]+~[\w-]+~/g) ?? []);
    const claims = signed.map(claimsText).filter((text) => text.includes(`"aud":"${room}"`));
    expect(claims.length).toBeGreaterThan(0);
    expect(foreignTo(room, idsIn(claims.join('\n')))).toEqual([]);
  });

  test.each([...WORKERS.map(({ id }) => id), ...PERSONAS.map(({ key }) => key)])('%s is told the ids of their own audience, and no other', (account) => {
    const ids = idsIn(laidOpen(told.filter((each) => each.account === account).map(({ text }) => text).join('\n')));
    expect(foreignTo(audienceOf(account), ids)).toEqual([]);
    if (account !== 'una' && account !== 'priya') expect(ids.size).toBeGreaterThan(0);
  });

  test('somebody else\'s id in an answer about a person is the reader\'s own too', () => {
    const tam = house.personIdFor('isla', 'tam');
    expect(told.filter(({ account, text }) => account === 'isla' && text.includes(`"household":{"members":["${tam}"]}`))).not.toEqual([]);
  });

  test('no log line has anybody\'s id, not even of what went wrong', () => {
    expect(new Set(log.map((line) => (JSON.parse(line) as { service: string }).service))).toEqual(new Set(['gateway', 'housing']));
    expect([...idsIn(laidOpen(log.join('\n')))]).toEqual([]);
  });

  test('a spine stands nowhere', () => {
    const everything = [...[...traffic.values()].flat().map(wordsOf), ...dumps.values(), ...told.map(({ text }) => text), ...log];
    expect([...idsIn(everything.join('\n'))].filter((what) => what.endsWith('spine'))).toEqual([]);
    for (const { spine } of PERSONAS) expect([...idsIn(spine.toUpperCase())]).toHaveLength(1);
  });
});

async function idsByName(worker: string): Promise<Map<string, string>> {
  const { body } = await ask<{ caseload: { edges: { person: { id: string; name: { knownAs: string } } }[] } }>(worker, '{ caseload(first: 200) { edges { person { id name { knownAs } } } } }');
  return new Map(body.data!.caseload.edges.map(({ person }) => [person.name.knownAs, person.id]));
}

describe('the ids of one person', () => {
  test('are different for any two agencies', async () => {
    const seen = new Map<string, string[]>();
    for (const worker of Object.values(WORKER_OF)) for (const [name, id] of await idsByName(worker)) seen.set(name, [...(seen.get(name) ?? []), id]);
    const byTwo = [...seen].filter(([, ids]) => ids.length > 1);
    expect(byTwo.map(([name]) => name).toSorted()).toEqual(['Aisha', 'Callum', 'Fiona', 'Morag']);
    for (const [, ids] of byTwo) expect(new Set(ids).size).toBe(ids.length);
  });

  test('are different for any two audiences, and any two people', () => {
    const all = AUDIENCES.flatMap((audience) => PERSONAS.map(({ key }) => house.personIdFor(audience, key)));
    expect(new Set(all).size).toBe(AUDIENCES.length * PERSONAS.length);
  });

  test('are the same for two workers of one agency', async () => {
    const handedOver = told.find(({ account, text }) => account === 'kirsty' && text.includes('handoversDue'))!.text;
    const { data } = JSON.parse(handedOver) as { data: { handoversDue: { person: string }[] } };
    expect((await idsByName('isla')).get('Hamish')).toBe(data.handoversDue[0]!.person);
  });
});

/** Morag's, as Isla knows her; and with one letter of it changed. */
const own = (): string => house.personIdFor('isla', 'morag');
const changedAt = (place: number, to: string): string => own().slice(0, place) + to + own().slice(place + 1);

describe('an id that is nobody\'s here', () => {
  const ONE = 'query ($id: PersonId!) { person(id: $id) { id name { knownAs } actionPlan { goals { title } } supportTeam { worker } } }';

  const nobodys: readonly (readonly [string, () => string])[] = [
    ...AUDIENCES.filter((audience) => audience !== 'agency:fife-works').map((audience) => [`hers in ${audience}`, () => house.personIdFor(audience, 'morag')] as const),
    ['a random one', () => `1.${randomBytes(16).toString('base64url')}`],
    ['the spine', () => PERSONAS[0]!.spine],
    ['the spine as a block', () => `1.${Buffer.from(PERSONAS[0]!.spine, 'hex').toString('base64url')}`],
    ['another version of the key', () => `2${own().slice(1)}`],
    ['a padded version', () => `0${own()}`],
    ['no version', () => own().slice(2)],
    ['one letter changed', () => changedAt(5, own()[5] === 'A' ? 'B' : 'A')],
    ['the last letter changed', () => changedAt(23, 'AQgw'[('AQgw'.indexOf(own()[23]!) + 1) % 4]!)],
    ['another text for the same bits', () => changedAt(23, String.fromCodePoint(own().codePointAt(23)! + 1))],
    ['shorter', () => own().slice(0, -1)],
    ['longer', () => `${own()}A`],
    ['padded', () => `${own()}==`],
    ['a line end', () => `${own()}\n`],
    ['a space before', () => ` ${own()}`],
    ['a zero byte', () => `${own()}\u0000`],
    ['empty', () => ''],
    ['a word', () => '__proto__'],
    ['not letters', () => '\u{1F9E6}'],
    ['very long', () => 'A'.repeat(10_000)],
    ['a name of the database', () => "' OR 1=1 --"],
  ];
  let unknown: string;
  beforeAll(async () => {
    // Isla supports everybody by now, so it is Gordon who hears how a real person is answered who is not his.
    unknown = (await ask('gordon', ONE, { id: house.personIdFor('gordon', 'morag') })).text;
    expect(unknown).toContain('UNKNOWN_PERSON');
    expect((await ask('isla', ONE, { id: own() })).text).toContain('Morag');
  });

  test.each(nobodys)('is an unknown person, letter for letter: %s', async (_, id) => {
    expect((await ask('isla', ONE, { id: id() })).text).toBe(unknown);
  });

  test.each(nobodys)('is an unknown person in the text of a question too: %s', async (_, id) => {
    const text = ONE.replace('query ($id: PersonId!) ', '').replace('$id', JSON.stringify(id()));
    expect((await ask('isla', text)).text).toBe(unknown);
  });

  test('is nobody in a list, and takes nobody else\'s place', async () => {
    const ids = nobodys.map(([, id]) => id());
    const { body } = await ask<{ people: ({ name: { knownAs: string } } | null)[] }>('isla', 'query ($ids: [PersonId!]!) { people(ids: $ids) { name { knownAs } } }', { ids: [...ids, own(), ...ids] });
    expect(body.data!.people).toEqual([...ids.map(() => null), { name: { knownAs: 'Morag' } }, ...ids.map(() => null)]);
    expect(new Set(body.errors!.map(({ message, extensions }) => `${message} ${extensions.code}`)).size).toBe(1);
  });

  test('changes nothing: the same answer to a mutation, whoever is not there', async () => {
    const texts = new Set<string>();
    for (const [, id] of nobodys) {
      texts.add((await ask('kirsty', 'mutation ($input: AssignKeyWorkerInput!) { assignKeyWorker(input: $input) { eventId person { id } } }', {
        input: { key: 'nobody', person: id(), worker: 'isla', reason: 'There is nobody.' },
      })).text);
    }
    expect([...texts]).toEqual([unknown.replaceAll('person"', 'assignKeyWorker"')]);
  });

  test('is not asked of any room', async () => {
    for (const service of ROOMS) house.proxy(service).forget();
    for (const [, id] of nobodys) await ask('isla', ONE, { id: id() });
    expect(ROOMS.flatMap((room) => house.proxy(room).asked)).toEqual([]);
  });
});
