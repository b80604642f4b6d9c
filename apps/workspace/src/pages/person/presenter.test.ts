import { describe, expect, test } from '@jest/globals';
import { REGISTER, type SharingEntry, type SharingState } from '@thegither/vocabulary';
import type { WholePictureFragment } from '../../generated/operations.ts';
import { nobodyTold } from './nobodyTold.ts';
import { presentPerson } from './presenter.ts';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const entries = (state: SharingState, person = '1'): SharingEntry[] => REGISTER.map(({ name, owner }) => ({ person, category: name, state, owner, next: 'NONE' }));
const page = (changed: Partial<WholePictureFragment> = {}, sharing = entries('SHARED'), errors: Parameters<typeof presentPerson>[0]['errors'] = []) =>
  presentPerson({ data: { person: { ...nobodyTold, ...changed }, agencies: [{ id: 'my-world-careers', name: 'My World Careers' }] }, sharing, errors }, NOW);
const line = (changed: Partial<WholePictureFragment>, key: string, sharing?: SharingEntry[]) => page(changed, sharing).header.find((one) => one.key === key)!.lines;

test('somebody whom the reader does not know is refused', () => {
  expect(() => presentPerson({ data: { person: null, agencies: [] }, sharing: [], errors: [] }, NOW)).toThrow(expect.objectContaining({ code: 'UNKNOWN_PERSON' }));
});

test('who keeps something is told by the name that the house has for them', () => {
  const kept = page({ skills: [{ name: 'Handling calls', controller: 'my-world-careers' }, { name: 'Driving', controller: 'a-new-agency' }] }).sections.flatMap(({ topics }) => topics).find(({ category }) => category === 'SKILLS')!;
  expect(kept.about).toEqual(['Kept by My World Careers, a-new-agency.']);
});

test('what an answer says of somebody else is not said of this person', () => {
  expect(page({}, entries('SHARED', '2')).sections.flatMap(({ topics }) => topics.map(({ state }) => state))).not.toContain('NOTHING');
});

test('an error below a field is its topic\'s, and no other\'s', () => {
  const { sections } = page({}, undefined, [{ code: 'SUBGRAPH_ERROR', path: ['person', 'cvs', 0, 'title'] }]);
  expect(sections.flatMap(({ topics }) => topics.filter(({ state }) => state === 'UNAVAILABLE').map(({ category }) => category))).toEqual(['WORK_HISTORY']);
});

test('a topic waits since its oldest open question', () => {
  const asked = [{ categories: ['SKILLS'], since: '2026-11-20T10:00:00.000Z', state: 'OPEN' as const }, { categories: ['SKILLS'], since: '2026-11-01T10:00:00.000Z', state: 'OPEN' as const }, { categories: ['CONDITIONS'], since: '2026-11-01T10:00:00.000Z', state: 'CLOSED' as const }];
  const { sections } = page({ asked }, entries('NOT_SHARED'));
  expect(sections.flatMap(({ topics }) => topics.filter(({ state }) => state === 'WAITING').map(({ category, text }) => [category, text]))).toEqual([['SKILLS', 'Asked on 1 November 2026. The person has not answered yet.']]);
});

const appointment = (at: string) => ({ service: 'Physiotherapy', at, mode: 'IN_PERSON' as const, place: null, controller: null });

describe('the header', () => {
  test('begins with what the person needs to take part', () => {
    expect(page({ accessNeeds: [{ label: 'Large print', note: null, controller: null }] }).header[0]).toEqual({ key: 'What they need to take part', lines: ['Large print'] });
  });

  const contact = { kind: 'PHONE', value: '01632 960101', note: null, messageIsSafe: true, agencyMayBeNamed: false, controller: null } as const;
  test.each<[Partial<NonNullable<WholePictureFragment['contact']>>, string[]]>([
    [{}, ['Phone call: 01632 960101', 'It is safe to leave a message.', 'Do not say which agency you are from.']],
    [{ messageIsSafe: null, agencyMayBeNamed: null }, ['Phone call: 01632 960101', 'Nobody asked whether a message is safe: leave none.', 'Nobody asked whether the agency may be named: do not name it.']],
    [{ messageIsSafe: false, agencyMayBeNamed: true }, ['Phone call: 01632 960101', 'Do not leave a message.', 'You may say which agency you are from.']],
    [{ kind: 'NONE', value: null }, ['No contact: it would not be safe or wanted']],
    [{ kind: 'LETTER', value: null, note: 'Through Fife Works.', messageIsSafe: false }, ['Letter', 'Through Fife Works.', 'Do not leave a message.', 'Do not say which agency you are from.']],
  ])('says how to reach them and what is safe: %j', (changed, lines) => {
    expect(line({ contact: { ...contact, ...changed } }, 'How to reach them')).toEqual(lines);
  });

  test.each<[SharingState, string]>([['NOT_SHARED', 'Not shared'], ['UNAVAILABLE', 'Not available just now'], ['SHARED', 'Nothing recorded'], ['ROLE_LIMIT', 'Not open to you here']])('says %s as "%s"', (state, text) => {
    for (const key of ['What they need to take part', 'How to reach them', 'Who supports them']) expect(line({}, key, entries(state))).toEqual([text]);
  });

  test('names who supports them, with what they do and where', () => {
    expect(line({ supportTeam: [{ worker: 'Isla', role: 'KEY_WORKER', agency: 'Fife Works' }, { worker: 'Niamh', role: null, agency: 'NHS Fife' }] }, 'Who supports them')).toEqual(['Isla, Key worker, Fife Works', 'Niamh, NHS Fife']);
  });

  test('says the next date, not what an appointment is for, and none that is over', () => {
    const plan = { agreedOn: null, reviewOn: '2026-12-03', goals: null, controller: null };
    expect(line({ actionPlan: plan, healthAppointments: [appointment('2026-11-22T11:00:00.000Z'), appointment('2026-11-28T09:30:00.000Z')] }, 'Next date')).toEqual(['28 November 2026, 09:30: An appointment']);
    expect(line({ actionPlan: plan }, 'Next date')).toEqual(['3 December 2026: The plan is looked at again']);
    expect(line({}, 'Next date')).toEqual(['None that is shared with you']);
  });
});
