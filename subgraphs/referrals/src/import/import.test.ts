import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aService, feedAt, type Said } from '../testing/feeds.ts';
import { openReferrals, type ReferralsUnderTest } from '../testing/openReferrals.ts';
import { importFeed } from './importFeed.ts';
import type { Report } from './report.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'feeds-')); });
afterAll(() => rm(folder, { recursive: true }));

/** A directory of its own, with the demonstration in it. */
async function inRoom<T>(run: (room: ReferralsUnderTest, bring: (from: string, more?: { trial?: boolean; today?: string }) => Promise<Report>) => Promise<T>): Promise<T> {
  const room = await openReferrals();
  try {
    return await run(room, (from, more) => importFeed({ databaseUrl: room.databaseUrl, from, today: '2026-11-22', ...more }));
  } finally {
    await room.close();
  }
}

const TABLES = ['Organisation', 'Service', 'ServiceLocation', 'ServiceSchedule', 'ServiceCost', 'ServiceTerm', 'Referral', 'Council', 'CouncilAlias', 'Term'];

/** Every row of the directory, ids of rows and all. */
const everything = (room: ReferralsUnderTest) => Promise.all(TABLES.map((table) => room.sql(`SELECT t::text AS row FROM "${table}" t ORDER BY 1`)));

let files = 0;
/** A feed of these services under one name, so that it is the same feed again. */
async function feedOf(services: readonly unknown[], name = `feed-${files++}`): Promise<string> {
  const file = path.join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(services));
  return file;
}
const id = (n: number): string => `7e57aaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
const some = (n: number, change: Said = {}): Said => aService({ id: id(n), name: `Service ${n}`, ...change });
const needs = (...names: string[]): Said => ({ attributes: names.map((name) => ({ taxonomy_term: { name } })) });
const counts = ({ read, added, changed, unchanged, withdrawn, refused }: Report) => ({ read, added, changed, unchanged, withdrawn, refused: refused.length });

describe('a good feed', () => {
  test('is taken whole, and is found by need, place and specialism', () => inRoom(async (room, bring) => {
    const report = await bring(feedAt('good'));
    expect(report).toEqual({ feed: 'good', read: 30, added: 30, changed: 0, unchanged: 0, withdrawn: 0, warned: [], refused: [], written: true });
    const found = async (search: string): Promise<string[]> => {
      const { data } = await room.ask({ query: `{ services(${search}) { services { name } } }`, use: 'query' });
      return (data!['services'] as { services: { name: string }[] }).services.map(({ name }) => name);
    };
    expect(await found('need: "MONEY_ADVICE", place: "Dundee"')).toEqual(['Lochee Money Matters']);
    expect(await found('need: "TRANSPORT", place: "Perth & Kinross"')).toEqual(['Tayside Bus Pass Help']);
    expect(await found('specialism: "veterans"')).toEqual(['Glasgow Veterans at Work']);
    expect(await found('need: "CAREERS_ADVICE", place: "Orkney"')).toEqual(['Scotland Careers Line', 'Scotland Careers by Telephone']);
    expect(await found('need: "DIGITAL_SKILLS", place: "employabilitay"')).toEqual(['Kinross Computers for All']);
  }));

  test('stands as the feed says it', () => inRoom(async (room, bring) => {
    await bring(feedAt('good'));
    const { data } = await room.ask({
      query: `{ services(need: "LEARNING", specialism: "REFUGEES") { services { name status organisation { name email } needs specialisms terms { use name taxonomy } areas modifiedAt
        locations { kind town postcode council latitude longitude uprn access } schedules { days opensAt closesAt description } costs { option pence description } } } }`, use: 'query',
    });
    expect(data).toEqual({ services: { services: [{
      name: 'Kirkcaldy Sewing Skills', status: 'ACTIVE', organisation: { name: 'Thread and Needle', email: 'hello-8@example.org' }, needs: ['LEARNING'], specialisms: ['REFUGEES'],
      terms: [{ use: 'NEED', name: 'Training', taxonomy: 'needs' }, { use: 'SPECIALISM', name: 'Refugees and people seeking asylum', taxonomy: 'specialisms' }], areas: ['S12000047'], modifiedAt: '2026-09-01T09:30:00.000Z',
      locations: [{ kind: 'PHYSICAL', town: 'Kirkcaldy', postcode: 'KY1 1XX', council: 'S12000047', latitude: 56_110_700, longitude: -3_167_400, uprn: '999000000008', access: 'Level entrance from the street.' }],
      schedules: [{ days: ['TU', 'TH', 'FR'], opensAt: 570, closesAt: 990, description: 'Not on public holidays.' }],
      costs: [{ option: 'Materials', pence: 450, description: 'a session' }, { option: 'Unwaged', pence: 0, description: 'a session' }],
    }] } });
  }));

  test('brought a second time changes nothing, not one row', () => inRoom(async (room, bring) => {
    await bring(feedAt('good'));
    const before = await everything(room);
    expect(counts(await bring(feedAt('good'), { today: '2027-01-01' }))).toEqual({ read: 30, added: 0, changed: 0, unchanged: 30, withdrawn: 0, refused: 0 });
    expect(await everything(room)).toEqual(before);
  }));

  test('tried writes nothing and reports the same', () => inRoom(async (room, bring) => {
    const before = await everything(room);
    const trial = await bring(feedAt('good'), { trial: true });
    expect(await everything(room)).toEqual(before);
    expect({ ...trial, written: true }).toEqual(await bring(feedAt('good')));
    expect(trial.written).toBe(false);
  }));

  test('leaves the demonstration as it was', () => inRoom(async (room, bring) => {
    const demonstration = () => room.sql(`SELECT t::text AS row FROM "Service" t WHERE "feed" = 'demonstration' ORDER BY 1`);
    const before = await demonstration();
    await bring(feedAt('good'));
    expect(await demonstration()).toEqual(before);
  }));

  test('needs no list to be there before', () => inRoom(async (room, bring) => {
    await room.sql('TRUNCATE "Referral", "Service", "CouncilAlias", "Council", "Term" CASCADE');
    expect((await bring(feedAt('good'))).warned).toEqual([]);
  }));
});

describe('a feed with warnings', () => {
  const expected = [
    ['url', /web address/], ['email', /e-mail/], ['service_at_locations[0].location.latitude', /number/], ['service_at_locations[0].location.external_identifier', /twelve digits/], ['service_areas[0]', /no council/],
    ['schedules[0].closes_at', /before it opens/], ['schedules[0].byday', /days/], ['cost_options[0].amount', /number/], ['attributes[2].taxonomy_term', /list of terms/], ['attributes', /no need/],
    ['last_modified', /moment/], ['minimum_age', /no number/],
  ] as const;

  test('is taken, without what cannot be read', () => inRoom(async (_room, bring) => {
    const { warned, ...report } = await bring(feedAt('warnings.json'));
    expect(counts({ warned, ...report })).toEqual({ read: 13, added: 13, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 });
    expect(warned).toEqual(expected.map(([field, why], index) => ({ where: `${index + 1}${['st', 'nd', 'rd'][index] ?? 'th'} service of warnings.json`, field, why: expect.stringMatching(why) })));
  }));
});

describe('a feed that is broken in ten ways', () => {
  let broken: ReferralsUnderTest, report: Report;
  beforeAll(async () => {
    broken = await openReferrals();
    report = await importFeed({ databaseUrl: broken.databaseUrl, from: feedAt('broken.json'), today: '2026-11-22' });
  });
  afterAll(() => broken?.close());

  test.each([
    [2, '', /no service at all/], [3, 'id', /no id/], [4, 'id', /no UUID/], [5, 'id', /another service's of the feed/], [6, 'name', /no name/], [7, 'status', /active, inactive/],
    [8, 'organization', /Nobody/], [9, 'organization.name', /no name/], [10, 'minimum_age', /for nobody/], [11, 'url', /runs/],
  ] as const)('its service %i is refused (%s)', (nth, field, why) => {
    expect(report.refused).toContainEqual({ where: expect.stringMatching(new RegExp(`^${nth}(nd|rd|th) service of broken.json$`)), field, why: expect.stringMatching(why) });
  });

  test('is taken as far as it is whole: the one good service, and nothing of the ten', async () => {
    expect(counts(report)).toEqual({ read: 11, added: 1, changed: 0, unchanged: 0, withdrawn: 0, refused: 10 });
    expect(await broken.sql(`SELECT "name" FROM "Service" WHERE "feed" = 'broken'`)).toEqual([{ name: 'Kirkcaldy Job Club' }]);
  });

  test('withdraws nothing: a service without a readable id may be any that is missing', () => inRoom(async (_room, bring) => {
    const feed = await feedOf([some(1), some(2)], 'shrinking');
    await bring(feed);
    await feedOf([some(1), some(2, { id: 'x' })], 'shrinking');
    const report = await bring(feed);
    expect(counts(report)).toMatchObject({ withdrawn: 0, refused: 1 });
    expect(report.warned).toContainEqual({ where: 'the feed', field: '', why: expect.stringMatching(/Nothing was withdrawn/) });
  }));
});

describe('a feed that cannot be taken changes nothing', () => {
  let room: ReferralsUnderTest;
  beforeAll(async () => { room = await openReferrals(); });
  afterAll(() => room?.close());
  const bring = (from: string): Promise<Report> => importFeed({ databaseUrl: room.databaseUrl, from, today: '2026-11-22' });

  const many = Array.from({ length: 20_001 }, () => 0);
  test.each<[string, string, RegExp]>([
    ['that is not there', '', /no such file/], ['that is not JSON', '{"contents": [', /not JSON/], ['that is neither a list nor a page', '{"services": []}', /neither/], ['that is a text', '"hello"', /neither/],
    ['without a service', '[]', /no services at all/], ['with an empty page', '{"contents":[],"total_pages":0}', /no services at all/],
    ['whose second page is missing', JSON.stringify({ contents: [some(1)], total_pages: 2, page_number: 1 }), /missing/],
    ['that counts otherwise than it has', JSON.stringify({ contents: [some(1)], total_pages: 1, page_number: 1, total_items: 2 }), /more or fewer/],
    ['with too many services', JSON.stringify(many), /too many/], ['with more pages than anybody has', JSON.stringify({ contents: [], total_pages: 5_000 }), /neither/],
  ])('one %s', async (_what, text, why) => {
    const before = await everything(room);
    const file = path.join(folder, `bad-${files++}.json`);
    if (text) await writeFile(file, text);
    await expect(bring(file)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(why) });
    expect(await everything(room)).toEqual(before);
  });

  test.each([['a page that is missing', 'page-2.json', undefined], ['a page that is there twice', 'page-4.json', 'page-3.json']])('a folder with %s', async (_what, file, copyOf) => {
    const copy = path.join(folder, `good-${files++}`);
    await cp(feedAt('good'), copy, { recursive: true });
    if (copyOf) await writeFile(path.join(copy, file), await readFile(path.join(copy, copyOf), 'utf8'));
    else await rm(path.join(copy, file));
    await expect(bring(copy)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(/missing, or are there twice/) });
    expect(await room.sql(`SELECT 1 FROM "Service" WHERE "feed" <> 'demonstration'`)).toEqual([]);
  });

  test('what breaks in the middle of writing is not half there', async () => {
    await room.sql(`ALTER TABLE "ServiceTerm" ADD CONSTRAINT "not_this" CHECK ("name" <> 'Falconry')`);
    const before = await everything(room);
    const feed = await feedOf([some(1), some(2, { attributes: [{ taxonomy_term: { name: 'Falconry' } }] })]);
    await expect(bring(feed)).rejects.toThrow(/not_this/);
    expect(await everything(room)).toEqual(before);
  });
});

describe('the same feed later', () => {
  test('marks what it names no more, and takes it back when it is named again', () => inRoom(async (room, bring) => {
    const standing = () => room.sql(`SELECT "id", to_char("withdrawnOn", 'YYYY-MM-DD') AS on FROM "Service" WHERE "feed" = 'later' ORDER BY 1`);
    const feed = await feedOf([some(1), some(2)], 'later');
    await bring(feed);
    await feedOf([some(1)], 'later');
    expect(counts(await bring(feed, { today: '2026-12-01' }))).toMatchObject({ unchanged: 1, withdrawn: 1 });
    expect(await standing()).toEqual([{ id: id(1), on: null }, { id: id(2), on: '2026-12-01' }]);
    expect(counts(await bring(feed, { today: '2026-12-02' }))).toMatchObject({ unchanged: 1, withdrawn: 0 });
    expect(await standing()).toEqual([{ id: id(1), on: null }, { id: id(2), on: '2026-12-01' }]);
    await feedOf([some(1), some(2)], 'later');
    expect(counts(await bring(feed))).toMatchObject({ unchanged: 1, changed: 1 });
    expect(await standing()).toEqual([{ id: id(1), on: null }, { id: id(2), on: null }]);
  }));

  test('does not withdraw a service that it names and that is refused: what was there stays', () => inRoom(async (room, bring) => {
    const feed = await feedOf([some(1), some(2)], 'worse');
    await bring(feed);
    await feedOf([some(1), some(2, { status: 'open' })], 'worse');
    expect(counts(await bring(feed))).toEqual({ read: 2, added: 0, changed: 0, unchanged: 1, withdrawn: 0, refused: 1 });
    expect(await room.sql(`SELECT "name", "withdrawnOn" FROM "Service" WHERE "id" = $1`, [id(2)])).toEqual([{ name: 'Service 2', withdrawnOn: null }]);
  }));

  test('changes what it says otherwise, with everything below, and nothing else', () => inRoom(async (room, bring) => {
    const feed = await feedOf([some(1), some(2)], 'other');
    await bring(feed);
    await feedOf([some(1), some(2, { name: 'Another name', schedules: [], organization: { ...(aService()['organization'] as Said), name: 'Renamed' } })], 'other');
    expect(counts(await bring(feed))).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await room.sql(`SELECT "name", (SELECT count(*)::int FROM "ServiceSchedule" WHERE "serviceId" = s."id") AS schedules FROM "Service" s WHERE "feed" = 'other' ORDER BY "id"`))
      .toEqual([{ name: 'Service 1', schedules: 1 }, { name: 'Another name', schedules: 0 }]);
    expect(await room.sql(`SELECT "name" FROM "Organisation" WHERE "feed" = 'other'`)).toEqual([{ name: 'Renamed' }]);
  }));

  test('is the only one that may change its services', () => inRoom(async (room, bring) => {
    await bring(await feedOf([some(1)], 'mine'));
    const report = await bring(await feedOf([some(1, { name: 'Taken over' }), some(2)], 'theirs'));
    expect(counts(report)).toEqual({ read: 2, added: 1, changed: 0, unchanged: 0, withdrawn: 0, refused: 1 });
    expect(report.refused[0]!.why).toMatch(/another feed/);
    expect(await room.sql(`SELECT "name" FROM "Service" WHERE "id" = $1`, [id(1)])).toEqual([{ name: 'Service 1' }]);
    expect(counts(await bring(await feedOf([some(2)], 'theirs')))).toMatchObject({ unchanged: 1, withdrawn: 0 });
  }));
});

const refer = (room: ReferralsUnderTest, service: string, labels: string) => room.sql(
  `INSERT INTO "Referral" ("id", "person", "controller", "direction", "sourceCode", "sourceTells", "serviceId", "tells", "bundle", "state", "labels")
   SELECT gen_random_uuid(), $1, 'fife-pathways', 'OUT', 'PROVIDER', 'SUPPORT_RECEIVED', "id", "tells", '{}', 'SENT', $3 FROM "Service" WHERE "id" = $2`, [room.persona('jean'), service, `{${labels}}`]);
const labels = async (room: ReferralsUnderTest) => (await room.sql(`SELECT "labels", "tells" FROM "Referral" WHERE "person" = $1`, [room.persona('jean')]))[0];
const seen = async (room: ReferralsUnderTest, ...granted: string[]) => (await room.entities('referrals { state }', { [room.persona('jean')]: { granted: ['SUPPORT_RECEIVED', ...granted] } }))[0]!['referrals'];

describe('referrals to a service of a feed', () => {
  test('are labelled before the service begins to tell more, and go on telling it', () => inRoom(async (room, bring) => {
    const feed = await feedOf([some(1, needs('Job club'))], 'telling');
    await bring(feed);
    await refer(room, id(1), '');
    expect(await seen(room)).toHaveLength(1);
    await feedOf([some(1, needs('Job club', 'Throughcare'))], 'telling');
    await bring(feed);
    expect(await labels(room)).toEqual({ labels: ['JUSTICE_SUPPORT'], tells: 'JUSTICE_SUPPORT' });
    expect([await seen(room), await seen(room, 'JUSTICE_SUPPORT')]).toEqual([[], [{ state: 'SENT' }]]);
    await feedOf([some(1, needs('Job club'))], 'telling');
    await bring(feed);
    expect(await labels(room)).toEqual({ labels: ['JUSTICE_SUPPORT'], tells: 'JUSTICE_SUPPORT' });
  }));

  test('are withheld from everybody while nobody can say what the service tells, and shown once somebody has', () => inRoom(async (room, bring) => {
    const feed = await feedOf([some(1, needs('Falconry'))], 'falconry');
    expect((await bring(feed)).warned).toHaveLength(1);
    await refer(room, id(1), 'UNKNOWN');
    expect(await seen(room, 'WORK_SINCE', 'BARRIERS')).toEqual([]);
    await room.sql(`INSERT INTO "Term" ("code", "label", "use", "tells", "aliases", "source", "asOf") VALUES ('FALCONRY', 'Falconry', 'NEED', 'CAREER_PLANS', '{}', 'this test', '2026-11-22')`);
    expect(await bring(feed)).toMatchObject({ changed: 1, warned: [] });
    expect(await labels(room)).toEqual({ labels: ['CAREER_PLANS'], tells: 'CAREER_PLANS' });
    expect([await seen(room), await seen(room, 'CAREER_PLANS')]).toEqual([[], [{ state: 'SENT' }]]);
  }));

  test('stay when the service is withdrawn, and say so', () => inRoom(async (room, bring) => {
    const feed = await feedOf([some(1, needs('Job club')), some(2)], 'gone');
    await bring(feed);
    await refer(room, id(1), '');
    await feedOf([some(2)], 'gone');
    await bring(feed);
    const [person] = await room.entities('referrals { service { name withdrawnOn } }', { [room.persona('jean')]: { granted: ['SUPPORT_RECEIVED'] } });
    expect(person).toEqual({ referrals: [{ service: { name: 'Service 1', withdrawnOn: '2026-11-22' } }] });
  }));
});

test('two importers at once are one after the other', () => inRoom(async (_room, bring) => {
  const reports = await Promise.all([bring(feedAt('good')), bring(feedAt('good'))]);
  expect(reports.map(({ added, unchanged }) => `${added} added, ${unchanged} unchanged`).toSorted()).toEqual(['0 added, 30 unchanged', '30 added, 0 unchanged']);
}));
