import { describe, expect, test } from '@jest/globals';
import type { PreviewAsQuery, WhomToPreviewQuery } from '../../generated/operations.ts';
import { eyesOf, lookersOf, presentPreview } from './presenter.ts';

type Me = NonNullable<WhomToPreviewQuery['me']>;
const isla = { agency: null, team: null, worker: 'isla', name: 'Isla', within: 'Fife Works' };
const fife = { agency: 'fife-works', team: null, worker: null, name: 'Fife Works', within: null };
const whom = (changed: Partial<Me>): WhomToPreviewQuery => ({ me: { id: '1', assignments: [], grants: [], couldLook: { isWhole: true, lines: [] }, ...changed } });

describe('through whose eyes', () => {
  test('those of every worker who helps or with whom something stands, once each', () => {
    const ewan = { ...isla, worker: 'ewan', name: 'Ewan', within: 'Fife Housing' };
    expect(eyesOf(whom({
      assignments: [{ id: 'a', recipient: isla, state: 'CONFIRMED' }], grants: [{ id: 'g', recipient: isla, state: 'ACTIVE' }, { id: 'h', recipient: ewan, state: 'PAUSED' }],
    }), 'en')).toEqual([{ id: 'isla', name: 'Isla, Fife Works' }, { id: 'ewan', name: 'Ewan, Fife Housing' }]);
  });

  test('nobody\'s whose help or grant is over, and not those of a whole agency', () => {
    expect(eyesOf(whom({ assignments: [{ id: 'a', recipient: isla, state: 'ENDED' }], grants: [{ id: 'g', recipient: isla, state: 'WITHDRAWN' }, { id: 'h', recipient: fife, state: 'ACTIVE' }] }), 'en')).toEqual([]);
  });
});

test('who could look is one card for each of them, with every sentence once', () => {
  const line = { category: 'SKILLS', worker: 'Isla', team: null, agency: 'Fife Works', purpose: 'REFERRAL', why: 'Isla could look.' } as const;
  expect(lookersOf(whom({ couldLook: { isWhole: true, lines: [
    line, line, { ...line, why: 'Isla could look twice.' }, { ...line, worker: null, team: 'East', why: 'The team could look.' }, { ...line, worker: null, why: 'All could look.' },
  ] } }), 'en')).toEqual([
    { name: 'Isla, Fife Works', sentences: ['Isla could look.', 'Isla could look twice.'] }, { name: 'East, Fife Works', sentences: ['The team could look.'] },
    { name: 'Everybody at Fife Works', sentences: ['All could look.'] },
  ]);
});

describe('what a worker would see', () => {
  type Preview = NonNullable<NonNullable<PreviewAsQuery['me']>['previewAs']>;
  const of = (previewAs: Preview | null) => presentPreview({ me: { id: '1', previewAs } });

  test('is each topic with its reason, in the register\'s order, and what they would not see too', () => {
    expect(of({ known: true, lines: [
      { category: 'SKILLS', state: 'SHARED', reason: 'AGREED' }, { category: 'ACTION_PLAN', state: 'SHARED_OWN_ONLY', reason: 'OWN_RECORD' }, { category: 'CONVICTIONS', state: 'NOT_SHARED', reason: 'NEVER_ASKED' },
    ] })).toEqual({
      isKnown: true, would: ['My goals and action plan. This agency wrote the record itself.', 'Skills and qualifications. You agreed to share this.'],
      wouldNot: ['Convictions I must tell an employer about. You have not been asked about this.'],
    });
  });

  test.each(['NOT_SHARED', 'OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'NO_PURPOSE', 'UNAVAILABLE'] as const)('is never what stands at %s', (state) => {
    expect(of({ known: true, lines: [{ category: 'SKILLS', state, reason: 'HELD' }] })!.would).toEqual([]);
  });

  test('is not known where the gateway would not say', () => {
    expect(of(null)).toBeUndefined();
    expect(of({ known: true, lines: null })).toBeUndefined();
  });
});
