import { expect, test } from '@jest/globals';
import type { AgreementFragment } from '../../generated/operations.ts';
import { presentTable } from './tablePresenter.ts';

const isla = { agency: null, team: null, worker: 'isla', name: 'Isla', within: 'Fife Works' };
const grant = (changed: Partial<AgreementFragment> = {}): AgreementFragment => ({
  id: 'one', recipient: isla, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'],
  sources: null, dataFrom: null, dataTo: null, mode: 'VIEW', from: '2026-11-22T10:00:00.000Z', to: '2027-05-23T00:00:00.000Z', state: 'ACTIVE', endedAt: null, endedBy: null, control: 'AGREEMENT', ...changed,
});
const table = (grants: AgreementFragment[], since?: string) => presentTable({ me: { id: '1', hold: since === undefined ? null : { since }, grants } }, 'en');
const cell = (changed: Partial<AgreementFragment>, since?: string) => table([grant(changed)], since).rows[0]!.cells[0];

test('everybody has a column, every topic a row, and every cell a word', () => {
  const nhs = { agency: 'nhs-fife', team: null, worker: null, name: 'NHS Fife', within: null };
  const { columns, rows } = table([grant(), grant({ id: 'two', recipient: nhs, categories: ['ACTION_PLAN', 'SKILLS'], purpose: 'HEALTH_ADJUSTMENTS' })]);
  expect(columns.map(({ name }) => name)).toEqual(['Isla, Fife Works', 'NHS Fife']);
  expect(rows).toEqual([
    { topic: 'My goals and action plan', cells: [['No'], ['Yes, until 23 May 2027. Changes at work for your health.']] },
    { topic: 'Skills and qualifications', cells: [['Yes, until 23 May 2027. Help to find work.'], ['Yes, until 23 May 2027. Changes at work for your health.']] },
  ]);
});

test('what is shared with somebody for two reasons is said twice, in one column', () => {
  const { columns, rows } = table([grant(), grant({ id: 'two', purpose: 'REFERRAL' })]);
  expect([columns.length, rows[0]!.cells[0]]).toEqual([1, ['Yes, until 23 May 2027. Help to find work.', 'Yes, until 23 May 2027. Passing you on to a service.']]);
});

test.each<[Partial<AgreementFragment>, string | undefined, string]>([
  [{}, undefined, 'Yes, until 23 May 2027. Help to find work.'], [{ state: 'PAUSED' }, undefined, 'Paused'], [{ state: 'RECORDED_UNCONFIRMED' }, undefined, 'Please say if it is right'],
  [{}, '2026-11-22T14:02:07.000Z', 'Stopped'], [{ state: 'PAUSED' }, '2026-11-22T14:02:07.000Z', 'Stopped'],
])('%j, stopped %s: %s', (changed, since, word) => {
  expect(cell(changed, since)).toEqual([word]);
});

test.each<AgreementFragment['state']>(['WITHDRAWN', 'EXPIRED', 'SUPERSEDED', 'RENOUNCED', 'INVALIDATED'])('what has ended (%s) is no column', (state) => {
  expect(table([grant({ state })])).toEqual({ held: undefined, columns: [], rows: [] });
});
