import { describe, expect, test } from '@jest/globals';
import type { SharingEntry, SharingState } from '@thegither/vocabulary';
import type { TimelineOfQuery } from '../../generated/operations.ts';
import { EVENT_TOPICS, type EventTopic } from './events.ts';
import { PAGE, presentTimeline } from './presenter.ts';
import { readQuestion } from './question.ts';

type Person = NonNullable<TimelineOfQuery['person']>;
const event = (on: string, title = 'Something') => ({ on, title, by: 'Case manager', controller: 'nhs-fife' });
const entry = (category: EventTopic, state: SharingState): SharingEntry => ({ person: 'p', category, state, owner: 'x', next: 'NONE' });
const shared = EVENT_TOPICS.map((topic) => entry(topic, 'SHARED'));
const asking = (query: Record<string, string> = {}) => readQuestion((name) => query[name]);
const page = (person: Partial<Person>, query?: Record<string, string>, sharing: readonly SharingEntry[] = shared) =>
  presentTimeline({ data: { agencies: [{ id: 'nhs-fife', name: 'NHS Fife Health & Work' }], person: { id: 'p', name: { knownAs: 'Morag' }, sharing: sharing.map(({ category, state }) => ({ category, state })), ...person } }, sharing }, asking(query));
const whats = (...args: Parameters<typeof page>) => page(...args).lines.map(({ what }) => what);
const notes = (topic: string, ...args: Parameters<typeof page>) => page(...args).notes.filter((note) => note.topic === topic).map(({ text }) => text);
const HEALTH = 'How my health affects work', WORK = 'Work and learning history';

test('a line says the day, what happened, by whom, who holds it and the topic', () => {
  expect(page({ healthAndWorkTimeline: [event('2026-03-01', 'Work with a case manager began')] }).lines).toEqual([
    { day: '1 March 2026', what: 'Work with a case manager began', by: 'Case manager', source: 'Health and work (NHS Fife Health & Work)', topic: HEALTH },
  ]);
});

test.each([['KEY_WORKER', 'Key worker'], ['SERVICE', 'The service itself'], ['Case manager', 'Case manager'], [null, 'Not told']])('written down by %s reads as %s', (by, text) => {
  expect(page({ workHistoryTimeline: [{ ...event('2026-03-01'), by }] }).lines[0]!.by).toBe(text);
});

test('a limit on when somebody can work does not say by whom, nor which service holds it', () => {
  const [line] = page({ justiceLimitsTimeline: [{ on: '2026-03-01', title: 'Limits were set' }] }).lines;
  expect(line).toEqual({ day: '1 March 2026', what: 'Limits were set', by: 'Not told', source: 'Not told', topic: 'Limits on when or where I can work' });
});

test('the newest of all topics comes first, and what happened on one day keeps the order of its topic', () => {
  expect(whats({
    workHistoryTimeline: [event('2026-03-02', 'b'), event('2026-01-01', 'e')], actionPlanTimeline: [event('2026-03-03', 'a'), event('2026-02-01', 'c')], referralTimeline: [event('2026-02-01', 'd')],
  })).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('both days of a period belong to it', () => {
  const workHistoryTimeline = ['2026-03-04', '2026-03-03', '2026-03-02', '2026-03-01'].map((on) => event(on, on));
  expect(whats({ workHistoryTimeline }, { from: '2026-03-02', to: '2026-03-03' })).toEqual(['2026-03-03', '2026-03-02']);
  expect(whats({ workHistoryTimeline }, { from: '2026-03-03' })).toEqual(['2026-03-04', '2026-03-03']);
  expect(whats({ workHistoryTimeline }, { to: '2026-03-01' })).toEqual(['2026-03-01']);
});

describe('what is not in the list', () => {
  test.each<[SharingState, string]>([
    ['NOT_SHARED', 'Not shared. This does not say whether there is anything to share.'],
    ['UNAVAILABLE', 'The service that holds this did not answer. Try again soon.'],
    ['OUTSIDE_AGREEMENT', 'Your agency has no agreement to receive this about anybody.'],
    ['ROLE_LIMIT', 'Your role does not open this for this purpose, whoever the person is.'],
    ['NO_PURPOSE', 'Say why you are asking. Without a purpose that fits your role nothing is shown.'],
  ])('a topic that is %s has its one sentence', (state, text) => {
    const sharing = [...shared.filter(({ category }) => category !== 'HEALTH_AND_WORK'), entry('HEALTH_AND_WORK', state)];
    expect(notes(HEALTH, { healthAndWorkTimeline: null }, {}, sharing)).toEqual([text]);
  });

  test('a topic of which the answer says nothing is not shared, the word that tells nothing', () => {
    expect(notes(HEALTH, {}, {}, [])).toEqual(['Not shared. This does not say whether there is anything to share.']);
  });

  test('what is shared and empty says so, and what is empty of these days alone says that', () => {
    expect(notes(WORK, { workHistoryTimeline: [] })).toEqual(['Shared. There is nothing to show.']);
    expect(notes(WORK, { workHistoryTimeline: [event('2026-01-01')] }, { from: '2026-02-01' })).toEqual(['Shared. There is nothing to show of these days.']);
    expect(notes(WORK, { workHistoryTimeline: [event('2026-01-01')] })).toEqual([]);
  });

  test('what is a part alone is told of as a part', () => {
    const sharing = [entry('WORK_HISTORY', 'SHARED_OWN_ONLY')];
    expect(notes(WORK, { workHistoryTimeline: [event('2026-01-01')] }, {}, sharing)).toEqual(['Only what your own agency holds.']);
    expect(notes(WORK, { workHistoryTimeline: Array.from({ length: 200 }, () => event('2026-01-01')) })).toEqual(['Only the latest 200 are here.']);
  });

  test('of one topic alone nothing is said of the others', () => {
    expect(page({ workHistoryTimeline: [] }, { topic: 'WORK_HISTORY' }).notes).toHaveLength(1);
    expect(page({}).notes).toHaveLength(EVENT_TOPICS.length);
  });

  test('what another person shares says nothing of this one', () => {
    expect(notes(WORK, { workHistoryTimeline: null }, {}, [{ ...entry('WORK_HISTORY', 'SHARED'), person: 'another' }])).toEqual(['Not shared. This does not say whether there is anything to share.']);
  });
});

test('only what is open is offered to choose, beside what was chosen', () => {
  const sharing = [entry('SKILLS', 'SHARED'), entry('CONVICTIONS', 'NOT_SHARED'), entry('CONDITIONS', 'ROLE_LIMIT')];
  expect(page({}, {}, sharing).topics.map(({ value }) => value)).toEqual(['SKILLS']);
  expect(page({}, { topic: 'CONVICTIONS' }, sharing).topics.map(({ value }) => value)).toEqual(['CONVICTIONS', 'SKILLS']);
});

describe('pages', () => {
  const person = { workHistoryTimeline: Array.from({ length: 2 * PAGE + 1 }, (_, place) => event('2026-01-01', String(place))) };

  test('each has fifty lines, and leads to those beside it with the same filters', () => {
    const second = page(person, { page: '2', topic: 'WORK_HISTORY', from: '2025-01-01' });
    expect(second.lines.map(({ what }) => what)).toEqual(Array.from({ length: PAGE }, (_, place) => String(place + PAGE)));
    expect(second).toMatchObject({ place: 'Page 2 of 3', newer: '/people/p/timeline?topic=WORK_HISTORY&from=2025-01-01&page=1', older: '/people/p/timeline?topic=WORK_HISTORY&from=2025-01-01&page=3' });
  });

  test.each([['1', 1], ['3', 3], ['4', 3], ['0', 1], ['-1', 1], ['x', 1], ['1.5', 1]])('page %s is page %i', (asked, number) => {
    expect(page(person, { page: asked }).place).toBe(`Page ${number} of 3`);
  });

  test('one page has no others', () => {
    expect(page({})).toMatchObject({ place: undefined, newer: undefined, older: undefined });
  });
});

test('somebody whom the reader does not know is nobody', () => {
  expect(() => presentTimeline({ data: { person: null, agencies: [] }, sharing: [] }, asking())).toThrow(expect.objectContaining({ code: 'UNKNOWN_PERSON' }));
});
