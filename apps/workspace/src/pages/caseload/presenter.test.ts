import { describe, expect, test } from '@jest/globals';
import type { SharingState } from '@thegither/vocabulary';
import { UNFILTERED, type Filters } from './filters.ts';
import { answered, made, states, type Edge } from './testing/made.ts';
import { presentCaseload } from './presenter.ts';

// Half past midnight in Scotland, and still the day before in UTC.
const NOW = Date.parse('2026-07-01T23:30:00.000Z'), TODAY = '2026-07-02';

const present = (edges: readonly Edge[], filters: Partial<Filters> = {}, otherwise: Readonly<Record<string, SharingState>> = {}, more: { after?: string; endCursor?: string } = {}) =>
  presentCaseload(answered(edges, more.endCursor ?? null), states(edges.flatMap(({ person }) => person?.id ?? []), otherwise), { filters: { ...UNFILTERED, ...filters }, after: more.after ?? null, now: NOW });
const namesIn = (...asked: Parameters<typeof present>): string[] => present(...asked).rows.map(({ name }) => name);

const stage = (number: number) => ({ participations: [{ stage: number, stageLabel: 'Vocational activity', endedOn: null }] });
const review = (reviewOn: string | null) => ({ actionPlan: { reviewOn } });
const shares = (...categories: string[]) => ({ sharing: [
  ...['NAME_AND_CONTACT', ...categories].map((category) => ({ category, state: 'SHARED' as const })),
  { category: 'CONVICTIONS', state: 'NOT_SHARED' as const }, { category: 'CONDITIONS', state: 'SHARED_OWN_ONLY' as const }, { category: 'RISK_AND_SAFETY', state: 'ROLE_LIMIT' as const },
] });

const two = (barriers: [] | null) => [made('1', 'Tam', { barriers }), made('2', 'Jean', { barriers: null })];

describe('in order', () => {
  test.each<[Filters['sort'], Edge[], string[]]>([
    ['name', [made('1', 'Zoe'), made('2', null), made('3', 'Éilidh'), made('4', 'Ewan'), made('5', 'andrew')], ['andrew', 'Éilidh', 'Ewan', 'Zoe', 'Somebody whose name is not shared with you']],
    ['stage', [made('1', 'None'), made('2', 'Five', stage(5)), made('3', 'One', stage(1)), made('4', 'Also none')], ['One', 'Five', 'Also none', 'None']],
    ['next', [made('1', 'None'), made('2', 'Late', review('2026-08-01')), made('3', 'Overdue', review('2026-06-01')), made('4', 'Soon', { supportContacts: [{ nextOn: '2026-07-03' }] })], ['Overdue', 'Soon', 'Late', 'None']],
    ['end', [made('1', 'None'), made('2', 'Late', {}, '2026-12-01T00:00:00Z'), made('3', 'Soon', {}, '2026-07-05T00:00:00.000Z')], ['Soon', 'Late', 'None']],
  ])('of %s, who has none comes last', (sort, edges, names) => {
    expect(namesIn(edges, { sort })).toEqual(names);
    expect(namesIn(edges.toReversed(), { sort })).toEqual(names);
  });

  test('two who are alike stand by their names', () => {
    expect(namesIn([made('1', 'Tam', stage(2)), made('2', 'Jean', stage(2))], { sort: 'stage' })).toEqual(['Jean', 'Tam']);
  });
});

describe('filtered', () => {
  test.each<[string, Partial<Filters>, Edge[], string[]]>([
    ['a stage', { stage: 3 }, [made('1', 'Three', stage(3)), made('2', 'Two', stage(2)), made('3', 'None')], ['Three']],
    ['a need', { need: 'CARER' }, [made('1', 'Cares', { barriers: [{ code: 'CARER', label: 'Cares for somebody' }] }), made('2', 'Does not', { barriers: [] }), made('3', 'Says nothing', { barriers: null })], ['Cares']],
    ['needs, without one', { need: 'any' }, [made('1', 'Cares', { barriers: [{ code: 'CARER', label: 'Cares for somebody' }] }), made('2', 'Does not', { barriers: [] })], ['Cares', 'Does not']],
    ['an area', { area: 'Leven' }, [made('1', 'There', { housingSituations: [{ area: null }, { area: 'Leven' }] }), made('2', 'Elsewhere', { housingSituations: [{ area: 'Methil' }] })], ['There']],
    ['reviews that are overdue', { review: 'overdue' }, [made('1', 'Yesterday', review('2026-07-01')), made('2', 'Today', review(TODAY)), made('3', 'None', review(null))], ['Yesterday']],
    ['reviews that are due', { review: 'due' }, [made('1', 'Yesterday', review('2026-07-01')), made('2', 'Today', review(TODAY)), made('3', 'In 14 days', review('2026-07-16')), made('4', 'In 15', review('2026-07-17'))], ['In 14 days', 'Today']],
    ['who shares something', { sharing: 'some' }, [made('1', 'Does', shares('SKILLS')), made('2', 'Name alone', shares()), made('3', 'Nobody knows', { sharing: null })], ['Does']],
    ['who shares nothing', { sharing: 'nothing' }, [made('1', 'Does', shares('SKILLS')), made('2', 'Name alone', shares()), made('3', 'Nobody knows', { sharing: null })], ['Name alone']],
    ['who was asked and waits', { sharing: 'waiting' }, [made('1', 'Asked', { asked: [{ state: 'CLOSED' }, { state: 'OPEN' }] }), made('2', 'Answered', { asked: [{ state: 'AGREED' }] })], ['Asked']],
  ])('by %s', (_, filters, edges, names) => {
    expect(namesIn(edges, filters)).toEqual(names);
  });

  test('it says how many of how many, and how to see all again', () => {
    const two = [made('1', 'Three', stage(3)), made('2', 'Two', stage(2))];
    expect(present(two, { stage: 3, sort: 'end' })).toMatchObject({ count: '1 of 2 people.', clear: '/caseload?sort=end' });
    expect(present(two)).toMatchObject({ count: '2 people.', clear: undefined });
    expect(present(two.slice(1))).toMatchObject({ count: 'One person.' });
    expect(present([])).toMatchObject({ count: undefined, rows: [] });
  });

  test('what nobody here has is left out, is not said again, and says so', () => {
    const { filters, notices, rows, areas } = present([made('1', 'Tam', { housingSituations: [{ area: 'Leven' }] })], { area: '<script>' });
    expect([filters.area, rows.length, areas]).toEqual(['any', 1, [['Leven', 'Leven']]]);
    expect(notices).toEqual(['Nobody here has the need or the area that you chose. That filter was left out.']);
    expect(JSON.stringify([filters, notices, rows])).not.toMatch('script');
  });

  test('whom a need cannot find is counted, whether there is anything to find or not', () => {
    expect(present(two(null), { need: 'any' }, { BARRIERS: 'NOT_SHARED' }).notices).toEqual(['2 of the people here do not share with you what makes work harder. A need does not find them.']);
    expect(present(two([]), { need: 'any' }, { BARRIERS: 'NOT_SHARED' })).toEqual(present(two(null), { need: 'any' }, { BARRIERS: 'NOT_SHARED' }));
  });
});

const line = (changed: Parameters<typeof made>[2], otherwise: Readonly<Record<string, SharingState>> = {}, filters: Partial<Filters> = {}) => present([made('1', 'Tam', changed)], filters, otherwise).rows[0]!;

describe('a line says', () => {
  test.each<[string, Parameters<typeof made>[2], string]>([
    ['nothing', {}, 'No date shared with you'],
    ['a review that is over', { ...review('2026-07-01'), supportContacts: [{ nextOn: TODAY }] }, 'Review overdue since 1 July 2026'],
    ['a review today', review(TODAY), 'Review on 2 July 2026'],
    ['a step before the review', { ...review('2026-07-09'), supportContacts: [{ nextOn: '2026-07-08' }, { nextOn: null }] }, 'Next step on 8 July 2026'],
    ['a step that is over', { supportContacts: [{ nextOn: '2026-07-01' }] }, 'No date shared with you'],
    ['an appointment at midnight in Scotland', { healthAppointments: [{ at: '2026-07-02T23:00:00.000Z' }, { at: null }] }, 'Health appointment on 3 July 2026'],
    ['an appointment earlier today', { healthAppointments: [{ at: '2026-07-01T23:00:00.000Z' }] }, 'Health appointment on 2 July 2026'],
  ])('what is next: %s', (_, changed, text) => {
    expect(line(changed).next).toBe(text);
  });

  test.each<[string, Parameters<typeof made>[2], string]>([
    ['a part', shares('SKILLS', 'ACTION_PLAN'), '3 of 5 topics shared. 1 more from your own agency.'],
    ['nothing but the name', { sharing: [{ category: 'NAME_AND_CONTACT', state: 'SHARED' }, { category: 'SKILLS', state: 'NOT_SHARED' }] }, 'Name and contact only, of 2 topics.'],
    ['nothing yet', { ...made('1', null).person, asked: [{ state: 'OPEN' }] }, 'Name and contact only, of 1 topics. Asked, and waiting.'],
    ['what nobody could say', { sharing: null }, 'Not available now'],
  ])('what is shared: %s', (_, changed, text) => {
    expect(line(changed).sharing).toBe(text);
  });

  test.each<[SharingState, string]>([['SHARED', 'No stage recorded'], ['SHARED_OWN_ONLY', 'No stage recorded'], ['NOT_SHARED', 'Not shared'], ['NO_PURPOSE', 'Not shared'], ['ROLE_LIMIT', 'Not shared'], ['UNAVAILABLE', 'Not available now']])(
    'no stage, when support is %s', (state, text) => {
      expect(line({ participations: state === 'SHARED' ? [{ stage: 2, stageLabel: 'Removing barriers', endedOn: '2026-06-01' }] : null }, { SUPPORT_RECEIVED: state }).stage).toBe(text);
    });

  test('a stage, with its words where there are any', () => {
    expect([line(stage(3)).stage, line({ participations: [{ stage: 3, stageLabel: null, endedOn: null }] }).stage]).toEqual(['Stage 3: Vocational activity', 'Stage 3']);
  });

  test('needs and areas only where they were asked for', () => {
    const both = { barriers: [{ code: 'A', label: 'One' }, { code: 'B', label: 'Two' }], housingSituations: [{ area: 'Leven' }] };
    expect(line(both)).toMatchObject({ needs: undefined, area: undefined });
    expect(line(both, {}, { need: 'any', area: 'any' })).toMatchObject({ needs: 'One, Two', area: 'Leven' });
    expect(line({ barriers: [], housingSituations: null }, { WHERE_I_LIVE: 'NOT_SHARED' }, { need: 'any', area: 'any' })).toMatchObject({ needs: 'Nothing recorded', area: 'Not shared' });
  });

  test('where a service is down its places say so, and the rest stands', () => {
    const { rows: [row], notices } = present([made('1', null, { ...review('2026-07-09'), sharing: shares('SKILLS').sharing })], { need: 'CARER' }, { NAME_AND_CONTACT: 'UNAVAILABLE', SUPPORT_RECEIVED: 'UNAVAILABLE', BARRIERS: 'UNAVAILABLE' });
    expect(row).toMatchObject({
      name: 'Somebody whose name is not available now', href: '/people/1', stage: 'Not available now', next: 'Review on 9 July 2026 (some dates are not available now)', needs: 'Not available now', sharing: '2 of 4 topics shared. 1 more from your own agency.',
    });
    expect(notices).toEqual(['What makes work harder is not available now. A need may not find everybody.']);
  });
});

const many = (count: number): Edge[] => Array.from({ length: count }, (_, index) => made(String(index), `P${String(index).padStart(3, '0')}`));

describe('page by page', () => {
  test.each<[number, number, number, number]>([[50, 1, 50, 0], [51, 1, 50, 2], [51, 2, 1, 2], [200, 4, 50, 4], [51, 3, 1, 2]])('of %i people page %i has %i, and there are %i links', (count, page, rows, links) => {
    const { rows: found, pages } = present(many(count), { page });
    expect([found.length, pages.length]).toEqual([rows, links]);
  });

  test('the links keep what was chosen, and one of them is this page', () => {
    expect(present(many(51).map(({ person }) => ({ endsAt: null, person: { ...person!, ...stage(2) } })), { stage: 2, sort: 'stage', page: 2 }).pages)
      .toEqual([{ number: 1, href: '/caseload?sort=stage&stage=2', isThis: false }, { number: 2, href: '/caseload?sort=stage&stage=2&page=2', isThis: true }]);
    expect(namesIn(many(51), { page: 2 })).toEqual(['P050']);
  });

  test('more than two hundred are said, with the way on and the way back', () => {
    expect(present(many(200), { page: 2 }, {}, { endCursor: 'on' })).toMatchObject({ on: '/caseload?after=on', back: undefined, notices: [expect.stringMatching(/more than 200 people. This list has 200 of them/)] });
    expect(present(many(3), {}, {}, { after: 'here' })).toMatchObject({ on: undefined, back: '/caseload', notices: [expect.stringMatching(/more than 200 people. This list has 3 of them/)] });
  });

  test('an assignment that has just ended is no line', () => {
    expect(present([{ endsAt: null, person: null }, made('1', 'Tam')])).toMatchObject({ count: 'One person.', rows: [{ name: 'Tam' }] });
  });
});
