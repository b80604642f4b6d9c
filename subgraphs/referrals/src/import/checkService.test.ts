import { describe, expect, test } from '@jest/globals';
import { KNOWN, aService, type Said } from '../testing/feeds.ts';
import { checkService, type Look } from './checkService.ts';

const look = (change: Said = {}): Look => checkService({ where: 'here', said: aService(change) }, KNOWN);
const taken = (change: Said = {}) => look(change).service!;
const warnedOf = (change: Said): string[] => look(change).warned.map(({ field }) => field);

const location = (change: Said): Said => {
  const [at] = aService()['service_at_locations'] as [{ location: Said }];
  return { service_at_locations: [{ ...at, location: { ...at.location, ...change } }] };
};
const schedule = (change: Said): Said => ({ schedules: [{ freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00', ...change }] });
const cost = (change: Said): Said => ({ cost_options: [{ option: 'All', amount: 4.35, ...change }] });
const terms = (...names: string[]): Said => ({ attributes: names.map((name) => ({ link_type: 'need', taxonomy_term: { name } })) });
const areas = (...of: Said[]): Said => ({ service_areas: of });

test('a good service is taken whole, without a word', () => {
  const { service, warned, refused, id } = look();
  expect([warned, refused, id]).toEqual([[], undefined, service!.id]);
  expect(service).toMatchObject({
    name: 'Kirkcaldy Job Club', status: 'ACTIVE', summary: expect.any(String), website: 'https://example.org/services/2', needs: ['JOB_SEARCH'], specialisms: ['OVER_50'], tells: 'SUPPORT_RECEIVED',
    councils: ['S12000047'], national: false, organisation: { name: 'Fife Coast Learning' }, modifiedAt: '2026-09-01T09:30:00.000Z', assuredOn: '2026-09-01',
    locations: [{ kind: 'PHYSICAL', town: 'Kirkcaldy', councilCode: 'S12000047', latitude: 56_110_700, longitude: -3_167_400, uprn: '999000000002' }],
    schedules: [{ days: ['TU', 'TH', 'FR'], opensAt: 570, closesAt: 990 }],
  });
});

describe('a service is refused', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['that is no object', 7, '', /no service at all/], ['that is a list', [], '', /no service at all/], ['that is nothing', null, '', /no service at all/],
    ['without an id', aService({ id: undefined }), 'id', /no id/], ['with an id that is none', aService({ id: 'x' }), 'id', /no UUID/],
    ['without a name', aService({ name: undefined }), 'name', /no name/], ['with an empty name', aService({ name: '  ' }), 'name', /no name/],
    ['with a name that no column holds', aService({ name: 'a\0b' }), 'name', /no name/], ['with a name that fills a screen', aService({ name: 'x'.repeat(301) }), 'name', /no name/],
    ['in no state', aService({ status: undefined }), 'status', /active/], ['in a state that there is not', aService({ status: 'open' }), 'status', /active/], ['in a state with a name of every object', aService({ status: 'constructor' }), 'status', /active/],
    ['of nobody', aService({ organization: undefined }), 'organization', /Nobody/], ['of somebody without a name', aService({ organization: { id: aService()['id'] } }), 'organization.name', /no name/],
    ['of somebody without an id', aService({ organization: { name: 'A charity' } }), 'organization.id', /no id/],
    ['for nobody of any age', aService({ minimum_age: 25, maximum_age: 24 }), 'minimum_age', /for nobody/],
    ['with a link that runs', aService({ url: 'javascript:alert(1)' }), 'url', /runs/], ['with a link that runs, in disguise', aService({ url: ' JaVaScRiPt:alert(1)' }), 'url', /runs/],
    ['with a document as a link', aService({ url: 'data:text/html,hello' }), 'url', /runs/],
    ['whose organisation has a link that runs', aService({ organization: { ...(aService()['organization'] as Said), website: 'vbscript:x' } }), 'organization.website', /runs/],
    ['that is a book', aService({ description: 'x'.repeat(300_000) }), '', /too large/],
    ['with more of something than anybody reads', aService({ schedules: Array.from({ length: 201 }, () => ({})) }), 'schedules', /more than/],
  ])('%s', (_what, said, field, why) => {
    const { service, refused, warned } = checkService({ where: 'here', said }, KNOWN);
    expect([service, warned]).toEqual([undefined, []]);
    expect(refused).toEqual({ where: 'here', field, why: expect.stringMatching(why) });
  });

  test('and its id is known where it can be read', () => {
    expect(look({ name: '' }).id).toBe(aService()['id']);
    expect(look({ id: 'x' }).id).toBeUndefined();
  });
});

describe('what cannot be read is left out, with a warning that repeats nothing of it', () => {
  test.each<[string, Said, string, Said]>([
    ['an address without http', { url: 'example.org' }, 'url', { website: null }], ['an address of another kind', { url: 'ftp://example.org' }, 'url', { website: null }],
    ['no e-mail address', { email: 'nobody' }, 'email', { email: null }], ['text that is a number', { description: 7 }, 'description', { summary: null }],
    ['an age in words', { minimum_age: 'sixteen' }, 'minimum_age', { minimumAge: null }], ['an age that nobody reaches', { maximum_age: 900 }, 'maximum_age', { maximumAge: null }],
    ['a day that is none', { assured_date: '2026-02-30' }, 'assured_date', { assuredOn: null }], ['a moment that is none', { last_modified: 'yesterday' }, 'last_modified', { modifiedAt: null }],
    ['a list that is none', { schedules: {} }, 'schedules', { schedules: [] }], ['a thing of a list that is none', { cost_options: ['free'] }, 'cost_options[0]', { costs: [] }],
    ['a day of the week that is none', schedule({ byday: 'MO,XX' }), 'schedules[0].byday', { schedules: [expect.objectContaining({ days: ['MO'] })] }],
    ['a time of day that is none', schedule({ opens_at: '25:00' }), 'schedules[0].opens_at', { schedules: [expect.objectContaining({ opensAt: null, closesAt: 1020 })] }],
    ['hours that end before they begin', schedule({ closes_at: '08:00' }), 'schedules[0].closes_at', { schedules: [expect.objectContaining({ opensAt: null, closesAt: null })] }],
    ['days that end before they begin', schedule({ valid_from: '2026-02-01', valid_to: '2026-01-01' }), 'schedules[0].valid_to', { schedules: [expect.objectContaining({ validFrom: null, validTo: null })] }],
    ['an amount under nothing', cost({ amount: -1 }), 'cost_options[0].amount', { costs: [expect.objectContaining({ pence: null })] }],
    ['an amount in other money', cost({ currency: 'EUR' }), 'cost_options[0].amount', { costs: [expect.objectContaining({ pence: null })] }],
    ['a place far away', location({ latitude: 100 }), 'service_at_locations[0].location.latitude', { locations: [expect.objectContaining({ latitude: null, longitude: null })] }],
    ['a place in words', location({ longitude: 'west' }), 'service_at_locations[0].location.longitude', { locations: [expect.objectContaining({ latitude: null, longitude: null })] }],
    ['a UPRN of thirteen digits', location({ external_identifier: '9990000000001' }), 'service_at_locations[0].location.external_identifier', { locations: [expect.objectContaining({ uprn: null })] }],
    ['a kind of place that there is not', location({ location_type: 'moon' }), 'service_at_locations[0].location.location_type', { locations: [expect.objectContaining({ kind: 'PHYSICAL' })] }],
    ['an area that is no council', areas({ name: 'The moon' }), 'service_areas[0]', { councils: [], national: false }],
    ['a term without a word', { attributes: [{ taxonomy_term: {} }] }, 'attributes[0]', { terms: [], tells: 'UNKNOWN' }],
    ['a term that is nothing', { attributes: [{}] }, 'attributes[0]', { terms: [], tells: 'UNKNOWN' }],
  ])('%s', (_what, change, field, rest) => {
    const { service, warned } = look(change);
    expect(warned.map((finding) => finding.field)).toContain(field);
    expect(service).toMatchObject(rest);
    expect(JSON.stringify(warned)).not.toMatch(/sixteen|nobody"|yesterday|moon|9990000000001|EUR|example/);
  });

  test.each([['url'], ['email'], ['description'], ['minimum_age'], ['schedules'], ['cost_options'], ['last_modified']])('%s that is absent, null or empty is no fault', (field) => {
    for (const nothing of [undefined, null, '']) expect(warnedOf({ [field]: nothing })).toEqual([]);
  });
});

describe('where a service is for', () => {
  test.each<[string, Said, string[], boolean]>([
    ['a code at the end of an address', areas({ uri: 'http://statistics.gov.scot/id/statistical-geography/S12000047' }), ['S12000047'], false],
    ['a code from before a boundary changed', areas({ uri: 'http://statistics.gov.scot/id/statistical-geography/S12000015' }), ['S12000047'], false],
    ['a code as the extent', areas({ extent: 'S12000048' }), ['S12000048'], false],
    ['a name', areas({ name: 'Perth & Kinross Council' }), ['S12000048'], false],
    ['a name in the words of the profile', areas({ service_area: 'dundee' }), ['S12000042'], false],
    ['several', areas({ name: 'Fife' }, { name: 'Angus' }, { name: 'Fife' }), ['S12000041', 'S12000047'], false],
    ['all of Scotland', areas({ name: 'Scotland' }), [...KNOWN.councils], true],
    ['all of Scotland by its code', areas({ name: 'Fife' }, { extent: 'S92000003' }), [...KNOWN.councils], true],
    ['nothing said: where it is', { service_areas: undefined }, ['S12000047'], false],
    ['an extent drawn as a shape', areas({ name: 'Fife', extent: '{"type":"Polygon"}'.repeat(100), extent_type: 'geojson' }), ['S12000047'], false],
  ])('%s', (_what, change, councils, national) => {
    expect(look(change)).toMatchObject({ service: { councils, national }, warned: [] });
  });

  test('neither an area nor a place is a warning: nobody finds it by a place', () => {
    expect(warnedOf({ service_areas: [], service_at_locations: [] })).toEqual(['service_areas']);
  });
});

describe('what being referred there tells', () => {
  test.each<[string, string[], string, string[]]>([
    ['a need that tells nothing further', ['Job club'], 'SUPPORT_RECEIVED', []],
    ['a need by another name', ['debt advice'], 'HOUSING_MONEY', []],
    ['several needs: it may be for any of them', ['Homeless', 'Counselling', 'Training'], 'MENTAL_HEALTH_AND_RECOVERY+HOMELESSNESS_HELP', []],
    ['a specialism', ['Job club', 'Ex-offenders'], 'CONVICTIONS', []],
    ['a word that nobody put on the list', ['Job club', 'Falconry'], 'UNKNOWN', ['attributes[1].taxonomy_term']],
    ['a word that nobody put on the list, beside one that tells', ['Throughcare', 'Falconry'], 'JUSTICE_SUPPORT+UNKNOWN', ['attributes[1].taxonomy_term']],
    ['nothing said', [], 'UNKNOWN', ['attributes']],
  ])('%s', (_what, names, tells, warned) => {
    expect(taken(terms(...names)).tells).toBe(tells);
    expect(warnedOf(terms(...names))).toEqual(warned);
  });

  test('a word that is on no list is found by all the same', () => {
    expect(taken({ attributes: [{ taxonomy_term: { name: 'Falconry' } }, { link_type: 'specialism', taxonomy_term: { name: 'Left-handed people' } }] })).toMatchObject({ needs: ['FALCONRY'], specialisms: ['LEFT_HANDED_PEOPLE'] });
  });
});

test.each([['3 weeks', 3], ['1 week', 1], ['10 days', 2], ['2 months', 9], ['up to 6 weeks', 6], ['none', 0], ['No waiting', 0], ['it depends', null], ['', null]])('"%s" is a wait of %j weeks', (wait, weeks) => {
  expect(taken({ wait_time: wait }).waitWeeks).toBe(weeks);
});

test.each([['4.35', 435], ['0.1', 10], ['19.99', 1999], ['0', 0]])('%s pounds are %i pence', (amount, pence) => {
  expect(taken(cost({ amount: Number(amount) })).costs).toMatchObject([{ pence }]);
});

test.each([['2026-01-02T03:04:05', '2026-01-02T03:04:05.000Z'], ['2026-01-02T03:04:05+01:00', '2026-01-02T02:04:05.000Z'], ['2023-03-15T10:30:45.123Z', '2023-03-15T10:30:45.123Z']])('%s is %s', (said, moment) => {
  expect(taken({ last_modified: said }).modifiedAt).toBe(moment);
});

test('days of a month are kept in words alone', () => {
  expect(taken(schedule({ freq: 'MONTHLY', description: 'The first Monday.' })).schedules).toMatchObject([{ days: [], description: 'The first Monday.' }]);
});
