import { describe, expect, test } from '@jest/globals';
import { RECORDABLE, readRecord, typedIn, type TypedRecord } from './readRecord.ts';

const TODAY = '2026-11-22', RECIPIENTS = ['agency fife-works', 'worker isla'];
const TYPED: TypedRecord = {
  channel: 'ON_PAPER', format: 'EASY_READ', language: 'gd', recipient: 'worker isla', categories: ['SKILLS', 'ACTION_PLAN'], until: '2027-03-01', words: 'May Isla see your skills?\nYes.', witness: 'ADVOCATE',
};
const read = (change: Partial<TypedRecord> = {}) => readRecord({ ...TYPED, ...change }, TODAY, RECIPIENTS);

describe('what a worker records', () => {
  test('is what was typed, with everything that stood there to be ticked', () => {
    expect(read()).toEqual({ errors: [], record: {
      channel: 'ON_PAPER', format: 'EASY_READ', language: 'gd', categories: ['ACTION_PLAN', 'SKILLS'], shown: RECORDABLE, until: '2027-03-01', words: 'May Isla see your skills? Yes.', witness: 'ADVOCATE',
    } });
  });

  test('is without a last day or a witness where there is none', () => {
    expect(read({ until: '', witness: 'NOBODY' }).record).toMatchObject({ until: null, witness: null });
  });

  test('is never what needs an act of the person\'s own, even where it was sent', () => {
    expect(read({ categories: ['SKILLS', 'CONVICTIONS', 'RISK_AND_SAFETY', 'MY_SHARING'] }).record?.categories).toEqual(['SKILLS']);
    expect(RECORDABLE).toEqual(['NAME_AND_CONTACT', 'SUPPORT_TEAM', 'ACTION_PLAN', 'SUPPORT_RECEIVED', 'WORK_SINCE', 'WHERE_I_LIVE', 'HOUSING_MONEY', 'SKILLS', 'CAREER_PLANS', 'WORK_HISTORY']);
  });

  test.each<[string, Partial<TypedRecord>, string]>([
    ['nobody that is named', { recipient: '' }, 'recipient'], ['somebody whom the reader may not name', { recipient: 'agency nhs-fife' }, 'recipient'],
    ['nothing', { categories: [] }, 'categories'], ['sensitive topics alone', { categories: ['CONVICTIONS'] }, 'categories'],
    ['a last day that is none', { until: 'soon' }, 'until'], ['a last day that is over', { until: '2026-11-21' }, 'until'], ['a last day after more than a year', { until: '2027-11-23' }, 'until'],
    ['no way of saying it', { channel: '' }, 'channel'], ['a way of saying it that is none', { channel: 'toString' }, 'channel'], ['no form', { format: '' }, 'format'], ['no language', { language: 'tlh' }, 'language'],
    ['no words', { words: ' ' }, 'words'], ['too many words', { words: 'x'.repeat(501) }, 'words'], ['nothing about who was there', { witness: '' }, 'witness'],
  ])('with %s is not sent, and the field is named', (_, change, field) => {
    const { record, errors } = read(change);
    expect([record, errors.map((error) => error.field)]).toEqual([undefined, [field]]);
  });

  test.each(['2026-11-22', '2027-11-22'])('can end on %s', (until) => {
    expect(read({ until }).errors).toEqual([]);
  });

  test('of a form that nobody filled in says everything that is missing, from top to bottom', () => {
    expect(readRecord(typedIn({}), TODAY, RECIPIENTS).errors.map(({ field }) => field)).toEqual(['recipient', 'categories', 'channel', 'format', 'language', 'words', 'witness']);
  });
});
