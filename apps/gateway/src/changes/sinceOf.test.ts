import { expect, test } from '@jest/globals';
import { NOTHING } from '@thegither/consent';
import type { Caller, SpineId } from '@thegither/vocabulary';
import type { Decided } from '../decide.ts';
import { corridorWith } from '../testing/corridorWith.ts';
import { sinceOf } from './sinceOf.ts';

const caller = { kind: 'worker', agency: 'fife-employability', worker: 'isla' } satisfies Caller, purpose = 'EMPLOYABILITY_SUPPORT' as const;
const [morag, callum, jean] = ['01', '02', '03'].map((end) => end.padStart(32, '0')) as SpineId[] as [SpineId, SpineId, SpineId];
const decided = (known: boolean, fingerprint: string): Decided => ({ known, addressable: known, granted: NOTHING, own: NOTHING, fingerprint });

test('those in the answer whom the caller knows have something to bring back, and nobody else has', () => {
  const corridor = corridorWith({});
  const decisions = new Map([[morag, decided(true, 'aa')], [callum, decided(false, '')], [jean, decided(true, 'cc')]]);
  const touched = [morag, callum].map((person) => ({ person, asked: NOTHING, released: NOTHING, listed: false }));
  const run = { touched: () => touched, fetch: async () => undefined, fetchAgain: async () => undefined, isSent: () => false, answer: () => ({ data: null, errors: [], sharing: [] }) };
  const since = sinceOf(run, { of: (person) => decisions.get(person) }, { caller, purpose }, corridor);
  const [[id, text], ...others] = Object.entries(since) as [[string, string]];
  expect([id, others]).toEqual([corridor.identifiers.issue('agency:fife-employability', morag), []]);
  expect([corridor.since.holds(text, { caller, purpose, person: morag }, 'aa'), corridor.since.holds(text, { caller, purpose, person: morag }, 'ab')]).toEqual([true, false]);
});
