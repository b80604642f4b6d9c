import { describe, expect, test } from '@jest/globals';
import type { AgreementFragment, SharingQuery } from '../../generated/operations.ts';
import { presentSharing } from './presenter.ts';

const grant = (changed: Partial<AgreementFragment> = {}): AgreementFragment => ({
  id: 'one', recipient: { agency: null, team: null, worker: 'isla', name: 'Isla', within: 'Fife Works' }, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS', 'ACTION_PLAN'],
  sources: null, dataFrom: null, dataTo: null, mode: 'VIEW', from: '2026-11-22T10:00:00.000Z', to: '2027-05-23T00:00:00.000Z', state: 'ACTIVE', endedAt: null, endedBy: null, control: 'AGREEMENT', ...changed,
});
const page = (changed: Partial<AgreementFragment> = {}, hold: NonNullable<SharingQuery['me']>['hold'] = null, undoable?: string) =>
  presentSharing({ me: { id: '1', hold, grants: [grant(changed)] } }, 'en', undoable === undefined ? [] : [undoable]);

test('an agreement says who, what in the register\'s order and plain words, why and until when', () => {
  expect(page().standing).toEqual([{
    id: 'one', name: 'Isla, Fife Works', why: 'Help to find work', topics: ['My goals and action plan', 'Skills and qualifications'], until: '23 May 2027',
    note: undefined, state: 'STANDS', days: undefined, copies: false, canUndo: false,
  }]);
});

describe('how it stands', () => {
  test.each<[AgreementFragment['state'], 'STANDS' | 'PAUSED' | 'UNCONFIRMED' | 'OVER', string | undefined]>([
    ['ACTIVE', 'STANDS', undefined], ['PAUSED', 'PAUSED', 'Paused. They cannot see this now.'],
    ['RECORDED_UNCONFIRMED', 'UNCONFIRMED', 'A worker wrote this down for you. Please say if it is right.'],
  ])('%s', (state, buttons, note) => {
    const { standing, over } = page({ state });
    expect([...standing, ...over]).toMatchObject([{ state: buttons, note }]);
    expect(over).toHaveLength(buttons === 'OVER' ? 1 : 0);
  });

  test.each<[AgreementFragment['state'], AgreementFragment['endedBy'], string]>([
    ['WITHDRAWN', 'PERSON', 'You stopped this on 3 November 2026 at 14:02:07.'], ['WITHDRAWN', 'REPRESENTATIVE', 'Somebody who acts for you stopped this on 3 November 2026 at 14:02:07.'],
    ['WITHDRAWN', 'WORKER', 'A worker stopped this for you on 3 November 2026 at 14:02:07.'], ['RENOUNCED', 'WORKER', 'Isla, Fife Works gave this up on 3 November 2026 at 14:02:07.'],
    ['SUPERSEDED', 'PERSON', 'A newer yes took its place on 3 November 2026 at 14:02:07.'], ['INVALIDATED', 'PERSON', 'You said on 3 November 2026 at 14:02:07 that this was not right.'],
    ['EXPIRED', 'TIME', 'This ended by itself on 3 November 2026.'],
  ])('%s by %s says when and by whom', (state, endedBy, note) => {
    expect(page({ state, endedBy, endedAt: '2026-11-03T14:02:07.000Z' })).toMatchObject({ standing: [], over: [{ state: 'OVER', note }] });
  });

  test('what a worker wrote down and nobody confirmed in time opens nothing, and can still be answered', () => {
    expect(page({ state: 'RECORDED_UNCONFIRMED', endedBy: 'TIME', endedAt: '2026-11-03T14:02:07.000Z' }).standing).toMatchObject([
      { state: 'UNCONFIRMED', note: 'A worker wrote this down for you. Nobody sees anything by it since 3 November 2026. Please say if it is right.' },
    ]);
  });

  test.each<[Partial<AgreementFragment>, string | undefined]>([
    [{ dataFrom: '2026-03-01' }, 'From 1 March 2026 on'], [{ dataTo: '2026-03-01' }, 'Up to 1 March 2026'],
    [{ dataFrom: '2026-03-01', dataTo: '2026-04-02' }, 'From 1 March 2026 to 2 April 2026'], [{}, undefined],
  ])('with days %j', (days, text) => {
    expect(page(days).standing[0]!.days).toBe(text);
  });
});

test('only what was stopped a moment ago can be undone', () => {
  expect(page({ state: 'WITHDRAWN' }, null, 'one').over[0]!.canUndo).toBe(true);
  expect(page({ state: 'WITHDRAWN' }, null, 'another').over[0]!.canUndo).toBe(false);
  expect(page({ state: 'ACTIVE' }, null, 'one').standing[0]!.canUndo).toBe(false);
});

test('a stop of everything says since when, to the second', () => {
  expect(page({}, { since: '2026-11-22T14:02:07.000Z' }).held).toBe('You stopped all sharing on 22 November 2026, 14:02:07. Nothing below can be seen now.');
});

test('a recipient that is not there any more is nobody by name', () => {
  expect(page({ recipient: { ...grant().recipient, name: null, within: null } }).standing[0]!.name).toBe('Somebody who is not here any more');
});

const fife = { agency: 'fife-works', team: null, worker: null, name: 'Fife Works', within: null };
const of = (...grants: AgreementFragment[]) => presentSharing({ me: { id: '1', hold: null, grants } }, 'en', ['one', 'two']);

describe('everything with somebody', () => {
  test('can be stopped at once where more than one thing stands, with an agency all that its workers have too', () => {
    expect(of(grant(), grant({ id: 'two', recipient: fife })).withMore).toEqual([{ key: 'agency:fife-works', name: 'Fife Works', grants: 2, undo: ['one', 'two'] }]);
    expect(of(grant()).withMore).toEqual([]);
    expect(of(grant(), grant({ id: 'two', recipient: { ...fife, agency: 'nhs-fife', name: 'NHS Fife' } })).withMore).toEqual([]);
  });

  test('what was paused is not shared again by an undo: it would be open then', () => {
    expect(of(grant(), grant({ id: 'two', state: 'PAUSED' })).withMore).toMatchObject([{ grants: 2, undo: ['one'] }]);
  });

  test('can be shared again by one button, as long as it was stopped and not otherwise ended', () => {
    expect(of(grant({ state: 'WITHDRAWN' }), grant({ id: 'two', state: 'WITHDRAWN' })).undoAll).toEqual(['one', 'two']);
    expect(of(grant({ state: 'WITHDRAWN' }), grant({ id: 'two', state: 'EXPIRED' })).undoAll).toEqual([]);
  });
});
