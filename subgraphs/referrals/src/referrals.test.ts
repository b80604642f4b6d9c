import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ISLA, entityQuestion, type Shares } from '@thegither/subgraph/testing';
import { PERSONAS, SERVICES } from '@thegither/synthetic';
import type { ClaimedCaller } from '@thegither/vocabulary';
import { TERMS } from './reference/terms.ts';
import { readTells, writeTells } from './tells.ts';
import { openReferrals, type ReferralsUnderTest } from './testing/openReferrals.ts';

const PROVIDER: ClaimedCaller = { kind: 'worker', worker: 'somebody', agency: 'fife-pathways', roles: ['KEY_WORKER'] };

let room: ReferralsUnderTest;
beforeAll(async () => { room = await openReferrals(); });
afterAll(() => room?.close());

const FIELDS = 'referrals { service { id name } sentOn state declinedBecause note controller }';

/** What is said of one person's referrals, who shares this with the caller: null, or the services. */
const referredTo = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<string[] | null> => {
  const [person] = await room.entities(FIELDS, { [room.persona(key)]: shares }, { caller });
  return (person!['referrals'] as { service: { id: string } }[] | null)?.map(({ service }) => service.id) ?? null;
};

describe('a person\'s referrals', () => {
  const [PHYSIO, RENT, EVENING] = ['back-to-work-physiotherapy', 'kirkcaldy-rent-and-bills', 'levenmouth-evening-learning'];

  test.each([
    [[], null],
    [['HEALTH_AND_WORK', 'HOUSING_MONEY'], null],
    [['SUPPORT_RECEIVED'], [EVENING]],
    [['SUPPORT_RECEIVED', 'HEALTH_AND_WORK'], [EVENING, PHYSIO]],
    [['SUPPORT_RECEIVED', 'HOUSING_MONEY'], [RENT, EVENING]],
    [['SUPPORT_RECEIVED', 'HEALTH_AND_WORK', 'HOUSING_MONEY'], [RENT, EVENING, PHYSIO]],
    [['SUPPORT_RECEIVED', 'CONDITIONS', 'WHERE_I_LIVE'], [EVENING]],
  ])('Morag with %j: %j', async (granted, services) => {
    expect(await referredTo('morag', { granted })).toEqual(services);
  });

  test.each([
    [['SUPPORT_RECEIVED', 'JUSTICE_LIMITS', 'HOMELESSNESS_HELP'], ['fife-housing-options']],
    [['SUPPORT_RECEIVED', 'JUSTICE_SUPPORT'], ['fresh-start-throughcare']],
    [['SUPPORT_RECEIVED', 'CONVICTIONS'], []],
  ])('Callum with %j: %j', async (granted, services) => {
    expect(await referredTo('callum', { granted })).toEqual(services);
  });

  test('shared and nothing to show is an empty list, whether there is none or none that may be seen', async () => {
    const shares = { granted: ['SUPPORT_RECEIVED'] };
    const [callum, jean] = await room.entities(FIELDS, { [room.persona('callum')]: shares, [room.persona('jean')]: shares });
    expect([callum, jean]).toEqual([{ referrals: [] }, { referrals: [] }]);
  });

  test('the agency that wrote them reads its own, where their labels are its own too', async () => {
    const own = ['SUPPORT_RECEIVED', 'ACTION_PLAN', 'BARRIERS', 'WORK_SINCE'];
    expect(await referredTo('morag', { own }, PROVIDER)).toEqual([EVENING]);
    expect(await referredTo('morag', { own }, ISLA)).toEqual([]);
  });

  test('a referral comes whole, with its service', async () => {
    const [person] = await room.entities(FIELDS, { [room.persona('aisha')]: { granted: ['SUPPORT_RECEIVED', 'CAREER_PLANS'] } });
    expect(person).toEqual({
      referrals: [{
        service: { id: 'fife-college-bridge', name: 'College Bridge' }, sentOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        state: 'ENDED', declinedBecause: null, note: null, controller: 'fife-pathways',
      }, expect.objectContaining({ service: { id: EVENING, name: 'Levenmouth Evening Learning' } })],
    });
  });

  test.each(['referrals { labels }', 'referrals { tells }', 'referrals { id }'])('%s is in no answer', async (field) => {
    expect(await room.ask({ ...entityQuestion(field, [room.persona('morag')]), people: { [room.persona('morag')]: { granted: ['SUPPORT_RECEIVED'] } } })).toMatchObject({ status: 400 });
  });
});

describe('what happened to them', () => {
  const EVENTS = 'referralTimeline { id on kind title by controller }';
  const titles = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<string[] | null> => {
    const [person] = await room.entities(EVENTS, { [room.persona(key)]: shares }, { caller });
    return (person!['referralTimeline'] as { title: string }[] | null)?.map(({ title }) => title) ?? null;
  };

  test.each([
    ['callum', [], null],
    ['callum', ['JUSTICE_SUPPORT', 'HOMELESSNESS_HELP'], null],
    ['callum', ['SUPPORT_RECEIVED'], []],
    ['callum', ['SUPPORT_RECEIVED', 'HOMELESSNESS_HELP'], ['Fife Housing Options has seen the referral', 'Referred to Fife Housing Options']],
    ['callum', ['SUPPORT_RECEIVED', 'JUSTICE_SUPPORT'], ['Support began at Fresh Start Throughcare', 'Fresh Start Throughcare said yes', 'Referred to Fresh Start Throughcare']],
    ['callum', ['SUPPORT_RECEIVED', 'JUSTICE_LIMITS', 'CONVICTIONS'], []],
  ])('%s with %j: %j: an event tells what its referral tells', async (key, granted, expected) => {
    expect(await titles(key, { granted })).toEqual(expected);
  });

  test('latest first, over all of them, with whose they are', async () => {
    const [person] = await room.entities(EVENTS, { [room.persona('morag')]: { granted: ['SUPPORT_RECEIVED', 'HEALTH_AND_WORK', 'HOUSING_MONEY'] } });
    const events = person!['referralTimeline'] as { on: string; kind: string; by: string; controller: string }[];
    expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).toSorted().toReversed());
    expect(events).toHaveLength(12);
    expect(events[0]).toMatchObject({ kind: 'REFERRAL_ACCEPTED', by: 'SERVICE', controller: 'fife-pathways' });
  });

  test('a step with a label of its own is in no history and no timeline without it', async () => {
    await room.sql(`UPDATE "ReferralStep" SET "labels" = '{CONDITIONS}' WHERE "state" = 'DECLINED'`);
    const granted = ['SUPPORT_RECEIVED', 'CAREER_PLANS'];
    expect((await titles('aisha', { granted }))!.some((title) => title.endsWith('said no'))).toBe(false);
    const [person] = await room.entities('referrals { history { state } }', { [room.persona('aisha')]: { granted } });
    expect(JSON.stringify(person)).not.toContain('DECLINED');
    expect((await titles('aisha', { granted: [...granted, 'CONDITIONS'] }))!.some((title) => title.endsWith('said no'))).toBe(true);
    await room.sql(`UPDATE "ReferralStep" SET "labels" = '{}'`);
  });

  test('an agency reads of its own referrals alone', async () => {
    await room.sql(`UPDATE "Referral" SET "controller" = 'fife-works' WHERE "serviceId" = 'kirkcaldy-rent-and-bills'`);
    const own = ['SUPPORT_RECEIVED', 'HOUSING_MONEY'];
    expect(await referredTo('morag', { own })).toEqual(['kirkcaldy-rent-and-bills']);
    expect(await titles('morag', { own })).toHaveLength(3);
    expect(await titles('morag', { own }, PROVIDER)).toHaveLength(4);
    await room.sql(`UPDATE "Referral" SET "controller" = 'fife-pathways'`);
  });

  test('at most the latest two hundred are told', async () => {
    const [{ id }] = await room.sql(`SELECT "id" FROM "Referral" WHERE "serviceId" = 'fife-college-bridge'`) as [{ id: string }];
    const insert = `INSERT INTO "ReferralStep" ("id", "referralId", "person", "controller", "position", "state", "on", "labels")
      SELECT gen_random_uuid(), "id", "person", "controller", 100 + n, 'SEEN', DATE '2030-01-01' + n, '{}' FROM "Referral", generate_series(1, 205) AS n WHERE "id" = $1`;
    await room.sql(insert, [id]);
    const [person] = await room.entities(EVENTS, { [room.persona('aisha')]: { granted: ['SUPPORT_RECEIVED', 'CAREER_PLANS'] } });
    const events = person!['referralTimeline'] as { on: string }[];
    expect([events.length, events[0]!.on, events.at(-1)!.on]).toEqual([200, '2030-07-25', '2030-01-07']);
    await room.sql('DELETE FROM "ReferralStep" WHERE "position" > 100');
  });
});

describe('what stands in a referral', () => {
  const WHOLE = 'referrals { direction source { code label } purpose bundle toldOn state declinedBecause history { state by because } outcomes { goal result } service { id } }';
  const read = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Record<string, unknown>[]> =>
    (await room.entities(WHOLE, { [room.persona(key)]: shares }, { caller }))[0]!['referrals'] as Record<string, unknown>[];

  test('the door, the way it came, what the service said and what was hoped for', async () => {
    const [bridge, evening] = await read('aisha', { granted: ['SUPPORT_RECEIVED', 'CAREER_PLANS'] });
    expect(bridge).toMatchObject({
      direction: 'OUT', source: { code: 'PROVIDER', label: 'A provider of employability support' }, state: 'ENDED', toldOn: expect.any(String),
      outcomes: [{ goal: 'Start the course', result: 'ACHIEVED' }, { goal: 'Find friends to study with', result: 'PARTLY' }],
    });
    expect((bridge!['history'] as { state: string }[]).map(({ state }) => state)).toEqual(['SENT', 'SEEN', 'ACCEPTED', 'STARTED', 'ENDED']);
    expect(evening).toMatchObject({
      direction: 'IN', source: { code: 'SCHOOL' }, declinedBecause: 'The evenings are full until spring.',
      history: [{ state: 'SENT', by: 'KEY_WORKER' }, { state: 'SEEN', by: 'SERVICE' }, { state: 'DECLINED', because: 'The evenings are full until spring.' }],
    });
  });

  test.each([
    [['SUPPORT_RECEIVED', 'CAREER_PLANS'], ['CAREER_PLANS']],
    [['SUPPORT_RECEIVED', 'CAREER_PLANS', 'SKILLS'], ['SKILLS', 'CAREER_PLANS']],
    [['SUPPORT_RECEIVED', 'CAREER_PLANS', 'NAME_AND_CONTACT'], ['NAME_AND_CONTACT', 'CAREER_PLANS']],
  ])('of what went along, with %j: %j: to name a category is data of that category', async (granted, bundle) => {
    expect((await read('aisha', { granted }))[0]!['bundle']).toEqual(bundle);
  });

  test('a hope whose words tell of something else is not there without it', async () => {
    const evening = { service: { id: 'levenmouth-evening-learning' } };
    expect(await read('morag', { granted: ['SUPPORT_RECEIVED'] })).toMatchObject([{ ...evening, outcomes: [{ result: 'PARTLY' }] }]);
    expect(await read('morag', { granted: ['SUPPORT_RECEIVED', 'HOUSING_MONEY'] })).toMatchObject([{}, { ...evening, outcomes: [{ result: 'PARTLY' }, { result: 'NOT_KNOWN' }] }]);
  });

  test('a referral by a door that tells is not there without what the door tells, whatever its service', async () => {
    await room.sql(`UPDATE "Referral" SET "sourceCode" = 'PRISON', "sourceTells" = 'JUSTICE_SUPPORT', "labels" = '{SUPPORT_RECEIVED,JUSTICE_SUPPORT}' WHERE "serviceId" = 'levenmouth-evening-learning'`);
    expect(await referredTo('morag', { granted: ['SUPPORT_RECEIVED'] })).toEqual([]);
    expect(await referredTo('morag', { granted: ['SUPPORT_RECEIVED', 'JUSTICE_SUPPORT'] })).toEqual(['levenmouth-evening-learning']);
    await room.sql(`UPDATE "Referral" SET "sourceCode" = 'PROVIDER', "sourceTells" = 'SUPPORT_RECEIVED', "labels" = '{SUPPORT_RECEIVED}' WHERE "serviceId" = 'levenmouth-evening-learning'`);
  });

  test('a service that tells nobody knows what shows its referrals to nobody, not to the person either', async () => {
    await room.sql(`UPDATE "Referral" SET "labels" = '{UNKNOWN}' WHERE "serviceId" = 'levenmouth-evening-learning'`);
    await room.sql(`UPDATE "Service" SET "tells" = 'UNKNOWN' WHERE "id" = 'levenmouth-evening-learning'`);
    const all = ['SUPPORT_RECEIVED', 'HEALTH_AND_WORK', 'HOUSING_MONEY', 'CONDITIONS'];
    expect(await referredTo('morag', { granted: all, own: all }, PROVIDER)).toEqual(['kirkcaldy-rent-and-bills', 'back-to-work-physiotherapy']);
    await room.sql(`UPDATE "Service" SET "tells" = 'SUPPORT_RECEIVED' WHERE "id" = 'levenmouth-evening-learning'`);
    await room.sql(`UPDATE "Referral" SET "labels" = '{SUPPORT_RECEIVED}' WHERE "serviceId" = 'levenmouth-evening-learning'`);
  });

  test('a table that lost a label still withholds: what the service and the door tell is asked of them', async () => {
    await room.sql(`ALTER TABLE "Referral" DROP CONSTRAINT "Referral_labels_said"; UPDATE "Referral" SET "labels" = '{}'`);
    expect(await referredTo('callum', { granted: ['SUPPORT_RECEIVED', 'HOMELESSNESS_HELP'] })).toEqual(['fife-housing-options']);
    const [person] = await room.entities('referralTimeline { title }', { [room.persona('callum')]: { granted: ['SUPPORT_RECEIVED'] } });
    expect(person).toEqual({ referralTimeline: [] });
    await room.sql(`UPDATE "Referral" SET "labels" = string_to_array("tells", '+') || "sourceTells"`);
    await room.sql(`ALTER TABLE "Referral" ADD CONSTRAINT "Referral_labels_said" CHECK ("labels" IS NOT NULL AND ("tells" = 'SUPPORT_RECEIVED' OR "labels" @> string_to_array("tells", '+')) AND ("sourceTells" = 'SUPPORT_RECEIVED' OR "sourceTells" = ANY ("labels")))`);
  });
});

describe('the stories', () => {
  const referrals = PERSONAS.flatMap(({ story }) => story('2026-11-22').referrals.referrals);
  const NEXT: Readonly<Record<string, readonly string[]>> = { DRAFT: ['SENT'], SENT: ['SEEN', 'ACCEPTED', 'DECLINED'], SEEN: ['ACCEPTED', 'DECLINED'], ACCEPTED: ['STARTED'], STARTED: ['ENDED'], DECLINED: [], ENDED: [] };

  test.each(referrals.map((referral) => [referral.service, referral] as const))('to %s: its history is a way that a referral can go, and ends where it stands', (_service, { steps = [], state, declinedBecause, sentOn }) => {
    expect(steps.at(-1)!.state).toBe(state);
    for (const [index, step] of steps.slice(1).entries()) expect(NEXT[steps[index]!.state]).toContain(step.state);
    expect(steps.map(({ on }) => on)).toEqual(steps.map(({ on }) => on).toSorted());
    expect(steps.find((step) => step.state === 'SENT')!.on).toBe(sentOn);
    expect(declinedBecause !== null).toBe(state === 'DECLINED');
  });

  test('each service of the directory tells what its needs and specialisms tell', () => {
    const told = new Map(TERMS.map(({ code, tells }) => [code, tells]));
    for (const { id, needs, specialisms, tells } of SERVICES) expect([id, writeTells([...needs, ...specialisms].map((code) => told.get(code) ?? 'UNKNOWN'))]).toEqual([id, tells]);
  });

  test.each([
    [[], 'SUPPORT_RECEIVED'], [['SUPPORT_RECEIVED'], 'SUPPORT_RECEIVED'], [['HOMELESSNESS_HELP', 'SUPPORT_RECEIVED', 'MENTAL_HEALTH_AND_RECOVERY', 'HOMELESSNESS_HELP'], 'MENTAL_HEALTH_AND_RECOVERY+HOMELESSNESS_HELP'],
    [['SHOE_SIZE', 'SKILLS'], 'SKILLS+UNKNOWN'], [['UNKNOWN'], 'UNKNOWN'],
  ])('needs that tell %j make a service that tells %s', (categories, written) => {
    expect(writeTells(categories)).toBe(written);
    expect(writeTells(readTells(written))).toBe(written);
  });
});

describe('the tables refuse', () => {
  test.each([
    ['a referral without the label of what its service tells', `UPDATE "Referral" SET "labels" = '{SUPPORT_RECEIVED}' WHERE "tells" = 'JUSTICE_SUPPORT'`, /Referral_labels_said/],
    ['a referral without one of two labels', `UPDATE "Service" SET "tells" = 'JUSTICE_SUPPORT+HOMELESSNESS_HELP' WHERE "tells" = 'JUSTICE_SUPPORT'`, /Referral_labels_said/],
    ['a referral without the label of what its door tells', `UPDATE "Referral" SET "sourceCode" = 'PRISON', "sourceTells" = 'JUSTICE_SUPPORT' WHERE "tells" = 'HEALTH_AND_WORK'`, /Referral_labels_said/],
    ['a referral that says another thing than its service', `UPDATE "Referral" SET "tells" = 'SKILLS', "labels" = '{SKILLS}' WHERE "sourceTells" = 'SUPPORT_RECEIVED'`, /Referral_serviceId_tells_fkey/],
    ['a referral that says another thing than its door', `UPDATE "Referral" SET "sourceTells" = 'SUPPORT_RECEIVED' WHERE "sourceCode" = 'PRISON'`, /Referral_sourceCode_sourceTells_fkey/],
    ['a service that begins to tell more, while referrals to it do not say so', `UPDATE "Service" SET "tells" = 'CONVICTIONS'`, /Referral_labels_said/],
    ['a step of somebody else', `UPDATE "ReferralStep" SET "person" = 'x'`, /ReferralStep_referralId_person_controller_fkey/],
    ['a goal of another controller', `UPDATE "ReferralGoal" SET "controller" = 'x'`, /ReferralGoal_referralId_person_controller_fkey/],
    ['a council that is no code', `UPDATE "Council" SET "code" = 'Fife'`, /Council_code_written/],
    ['half of a place', `UPDATE "ServiceLocation" SET "latitude" = NULL`, /ServiceLocation_coordinates/],
    ['a place on no planet', `UPDATE "ServiceLocation" SET "latitude" = 90000001`, /ServiceLocation_coordinates/],
    ['a UPRN of letters', `UPDATE "ServiceLocation" SET "uprn" = 'x'`, /ServiceLocation_uprn_written/],
    ['ages upside down', `UPDATE "Service" SET "minimumAge" = 25, "maximumAge" = 24`, /Service_ages/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(room.sql(sql)).rejects.toThrow(constraint);
  });
});
