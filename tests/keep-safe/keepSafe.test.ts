import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { askInTime } from '../harness/askInTime.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(60_000);

let house: TestHouse, ledger: Client;
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: PATIENT, acknowledgeAfterMs: 0 });
  ledger = new Client({ connectionString: house.ledgerUrl });
  await ledger.connect();
});
afterAll(async () => {
  await ledger?.end();
  await house?.stop();
});

interface Seen { readonly person: { readonly name: { readonly knownAs: string } | null; readonly [topic: string]: unknown } | null }
const ABOUT = 'query ($id: PersonId!) { person(id: $id) { name { knownAs } skills { name } careerPlans { title } actionPlan { goals { title } } accessNeeds { label } recoverySupport { current } } }';
const BREAK = 'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { opening eventId person { name { knownAs } skills { name } careerPlans { title } } } }';
const GLASS = { categories: ['SKILLS'], ground: 'SERIOUS_THREAT', reason: 'Said that they cannot go on.', minutes: 30 };

/** Catriona supports Aisha, and nobody else. */
const sees = (who = 'catriona', purpose = 'KEEP_SAFE'): Promise<Asked<Seen>> => askInTime(() => house.ask<Seen>(who, ABOUT, { id: house.personIdFor(who, 'morag') }, { purpose }));
const breaks = (input: object = {}, who = 'catriona', purpose = 'KEEP_SAFE') =>
  house.ask<{ breakGlass: { opening: string; eventId: string; person: Seen['person'] } | null }>(who, BREAK, { input: { key: randomUUID(), person: house.personIdFor(who, 'morag'), ...GLASS, ...input } }, { purpose });
const about = async <Data>(account: string, field: string): Promise<Data> => {
  const me = account === 'morag';
  const { body } = await askInTime(() => house.ask<{ me?: Data; person?: Data }>(account, me ? `{ me { ${field} } }` : `query ($id: PersonId!) { person(id: $id) { ${field} } }`, me ? {} : { id: house.personIdFor(account, 'morag') }, { purpose: me ? null : 'AUDIT' }));
  return (me ? body.data!.me : body.data!.person)!;
};
interface Looked { readonly disclosures: { readonly items: readonly { readonly worker: string; readonly released: string[]; readonly why: string }[] } }
const looksOf = async (account: string): Promise<Looked['disclosures']['items']> => (await about<Looked>(account, 'disclosures { items { worker released why explanation } }')).disclosures.items.filter(({ worker }) => worker === 'Catriona');
const code = ({ body }: Asked<unknown>): string | undefined => body.errors?.[0]?.extensions.code;
const isNobody = async (who = 'catriona'): Promise<void> => expect((await sees(who)).body).toMatchObject({ data: { person: null }, errors: [{ extensions: { code: 'UNKNOWN_PERSON' } }] });

describe('a careers adviser who does not support Morag, in an emergency', () => {
  let opening: string;

  test('does not know her before', () => isNobody());

  test('opens what she lists and the name, and sees exactly that', async () => {
    const { body } = await breaks();
    expect(body.errors).toBeUndefined();
    expect(body.data!.breakGlass!.person).toEqual({ name: { knownAs: 'Morag' }, skills: [{ name: expect.any(String) }, { name: expect.any(String) }], careerPlans: null });
    opening = body.data!.breakGlass!.opening;
    for (const name of Object.keys(house.roomUrls)) house.proxy(name).forget();
    const seen = (await sees()).body;
    expect(seen.data!.person).toEqual({ name: { knownAs: 'Morag' }, skills: expect.any(Array), careerPlans: null, actionPlan: null, accessNeeds: null, recoverySupport: null });
    expect(seen.errors).toBeUndefined();
    for (const room of ['employability', 'health-and-work']) expect(house.proxy(room).asked).toEqual([]);
  });

  test('for no other purpose, and nobody else does', async () => {
    expect(code(await sees('catriona', 'EMPLOYABILITY_SUPPORT'))).toBe('UNKNOWN_PERSON');
    await isNobody('una');
  });

  test('is on the record, where Morag reads who looked, at what and why, and what was opened', async () => {
    const [look] = await looksOf('morag');
    expect(look).toMatchObject({ released: ['NAME_AND_CONTACT', 'SKILLS'], why: expect.stringContaining('for keeping somebody safe, because they opened it in an emergency, which you can challenge beside "who looked"; they also asked') });
    expect(await about('morag', 'openings { id ground worker categories outcome control }')).toEqual({
      openings: [{ id: opening, ground: 'SERIOUS_THREAT', worker: 'Catriona', categories: ['SKILLS'], outcome: null, control: 'TOLD' }],
    });
    const { couldLook } = await about<{ couldLook: { lines: readonly { worker: string; reason: string }[] } }>('morag', 'couldLook { lines { worker category purpose reason } }');
    expect(couldLook.lines).toContainEqual({ worker: 'Catriona', category: 'SKILLS', purpose: 'KEEP_SAFE', reason: 'BREAK_GLASS' });
  });

  test('is reviewed by a second person, and over when it was not justified', async () => {
    const waiting = await house.ask<{ openingsToReview: readonly { opening: string; person: string }[] }>('shona', '{ openingsToReview { opening person worker categories overdue } }', {}, { purpose: 'AUDIT' });
    expect(waiting.body.data!.openingsToReview).toEqual([{ opening, person: house.personIdFor('shona', 'morag'), worker: 'catriona', categories: ['SKILLS'], overdue: false }]);
    const REVIEW = 'mutation ($input: ReviewOpeningInput!) { reviewOpening(input: $input) { opening eventId person { id } } }';
    const { body } = await house.ask('shona', REVIEW, { input: { key: 'review', opening, outcome: 'NOT_JUSTIFIED', reason: 'Nobody was in danger.' } }, { purpose: 'AUDIT' });
    expect(body).toEqual({ data: { reviewOpening: { opening, eventId: expect.any(String), person: null } } });
    await isNobody();
    expect(await about('morag', 'openings { outcome }')).toEqual({ openings: [{ outcome: 'NOT_JUSTIFIED' }] });
  });

  test('is nobody to her again at the end by the database\'s clock', async () => {
    const { body } = await breaks({ minutes: 1 });
    expect((await sees()).body.data!.person).toMatchObject({ skills: expect.any(Array) });
    await ledger.query('UPDATE opening SET access_to = clock_timestamp() WHERE id = $1', [body.data!.breakGlass!.opening]);
    await isNobody();
  });

  test('is stopped after three in a day and a night', async () => {
    expect(code(await breaks())).toBeUndefined();
    expect(code(await breaks())).toBe('OPENED_TOO_OFTEN');
  });
});

describe('while Morag is not to know', () => {
  test('nothing of it reaches her, and all of it the data protection lead', async () => {
    await ledger.query(`UPDATE opening SET access_from = access_from - interval '3 days', access_to = access_to - interval '3 days'`);
    const before = { looks: await looksOf('morag'), openings: await about('morag', 'openings { id }') };
    const { body } = await breaks({ delayNotice: 'Somebody at home reads her screen.' });
    expect((await sees()).body.data!.person).toMatchObject({ skills: expect.any(Array) });
    expect({ looks: await looksOf('morag'), openings: await about('morag', 'openings { id }') }).toEqual(before);
    const { openings } = await about<{ openings: readonly { id: string }[] }>('shona', 'openings { id }');
    expect(openings.map(({ id }) => id)).toContain(body.data!.breakGlass!.opening);
    expect((await looksOf('shona')).length).toBeGreaterThan(before.looks.length);
  });
});

/** Another id of the same length, that is nobody's. */
const spun = (id: string): string => (id.endsWith('A') ? `${id.slice(0, -2)}BA` : id);
const shape = (text: string): string => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');

describe('whom the glass is broken about', () => {
  test('is answered alike for Morag and for an id that is nobody\'s, to the length of every value', async () => {
    const mutation = 'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { opening eventId } }';
    const asked = async (who: string, person: string) => house.ask(who, mutation, { input: { key: randomUUID(), person, ...GLASS, categories: ['SUPPORT_TEAM'] } }, { purpose: 'KEEP_SAFE' });
    const [known, nobody] = [await asked('ewan', house.personIdFor('ewan', 'morag')), await asked('ewan', spun(house.personIdFor('ewan', 'tam')))];
    expect([known.status, shape(known.text)]).toEqual([200, shape(nobody.text)]);
  });

  test('Derek, who keeps Ewan out, is answered alike too', async () => {
    const answer = await house.ask('ewan', BREAK, { input: { key: randomUUID(), person: house.personIdFor('ewan', 'derek'), ...GLASS, categories: ['WHERE_I_LIVE'] } }, { purpose: 'KEEP_SAFE' });
    expect(answer.body.errors).toBeUndefined();
    expect(answer.body.data).toMatchObject({ breakGlass: { person: { name: { knownAs: 'Derek' } } } });
  });

  test('without the purpose nobody is anybody', async () => {
    expect(code(await breaks({}, 'una', 'EMPLOYABILITY_SUPPORT'))).toBe('UNKNOWN_PERSON');
  });
});

test('by a law, a key worker opens what it names for the person she supports, whatever he chose', async () => {
  const id = house.personIdFor('isla', 'derek'), MIND = 'query ($id: PersonId!) { person(id: $id) { recoverySupport { current } noFixedAddress { since } skills { name } } }';
  const until = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const law = { key: 'law', person: id, gateway: 'asp-2007-fife-works', categories: ['MENTAL_HEALTH_AND_RECOVERY'], reason: 'An inquiry about harm.', until };
  expect((await house.ask('isla', MIND, { id }, { purpose: 'KEEP_SAFE' })).body.data).toEqual({ person: { recoverySupport: null, noFixedAddress: null, skills: null } });
  const { body } = await house.ask('isla', 'mutation ($input: UseLegalGatewayInput!) { useLegalGateway(input: $input) { opening } }', { input: law }, { purpose: 'KEEP_SAFE' });
  expect(body.errors).toBeUndefined();
  expect((await house.ask('isla', MIND, { id }, { purpose: 'KEEP_SAFE' })).body.data).toEqual({ person: { recoverySupport: [{ current: expect.any(Boolean) }], noFixedAddress: null, skills: null } });
  const { body: mine } = await house.ask<{ me: unknown }>('derek', '{ me { openings { ground statute why } } }');
  expect(mine.data!.me).toMatchObject({ openings: [{ ground: 'STATUTORY', statute: 'Adult Support and Protection (Scotland) Act 2007, section 5' }, {}] });
});
