import { describe, expect, test } from '@jest/globals';
import type { ClaimedCaller } from '@thegither/vocabulary';
import type { SubgraphContext } from './context.ts';
import type { RecordedRestriction, RestrictionAct, Restrictions } from './keepRestrictions.ts';
import { readDecision } from './receivedDecision.ts';
import { restrictionActs, restrictionRules } from './restricting.ts';
import { ISLA, claimsFor, type Shares } from './testing/claimsFor.ts';

const JWK = { kty: 'OKP', crv: 'Ed25519', x: '' };
const MORAG = '1.AAAAAAAAAAAAAAAAAAAAAA', FIONA = '1.AAAAAAAAAAAAAAAAAAAAAQ';
const NOW = Date.UTC(2026, 10, 22, 12);
const DONE: RecordedRestriction = { restriction: 'r', eventId: 'e', at: new Date(NOW) };
const LEAD: ClaimedCaller = { kind: 'worker', worker: 'kirsty', agency: 'fife-works', roles: ['TEAM_LEAD'] };
const GUARDIAN: ClaimedCaller = { kind: 'worker', worker: 'shona', agency: 'fife-works', roles: ['DATA_PROTECTION_LEAD'] };

/** Restrictions that remember who did what. */
function remembering(): Restrictions & { readonly acts: [string, RestrictionAct][] } {
  const acts: [string, RestrictionAct][] = [];
  const note = (verb: string) => async (act: RestrictionAct): Promise<RecordedRestriction> => { acts.push([verb, act]); return DONE; };
  return { acts, propose: note('propose'), review: note('review'), end: note('end') };
}

const contextOf = (caller: ClaimedCaller, people: Readonly<Record<string, Shares>>): SubgraphContext =>
  ({ decision: readDecision(claimsFor('housing', JWK, { use: 'mutation', caller, people })), now: NOW, restricted: async () => new Set() });

const INPUT = { key: 'k', person: MORAG, kind: 'TENANCY', record: 'x', ground: 'HEALTH', reason: 'Harm.', until: '2026-12-01', restriction: 'r', approve: true };
const VERBS = ['restrictHousingRecord', 'reviewHousingRestriction', 'endHousingRestriction'] as const;

describe('keeping records from the person', () => {
  test.each(VERBS)('%s is by the worker of the decision, for their agency, at the moment of the question', async (verb) => {
    const kept = remembering();
    const payload = await restrictionActs('Housing', kept)[verb](undefined, { input: INPUT }, contextOf(ISLA, { [MORAG]: { supported: true } }));
    expect(payload).toEqual({ ...DONE, person: { __typename: 'Person', id: MORAG } });
    expect(kept.acts.map(([, act]) => act)).toEqual([{ worker: 'isla', agency: 'fife-works', key: 'k', person: MORAG, at: new Date(NOW) }]);
  });

  test.each<[string, (typeof VERBS)[number], ClaimedCaller, Readonly<Record<string, Shares>>, string]>([
    ...VERBS.map((verb): [string, typeof verb, ClaimedCaller, Record<string, Shares>, string] => ['somebody whom the decision does not name', verb, ISLA, { [FIONA]: { supported: true } }, 'UNKNOWN_PERSON']),
    ...VERBS.map((verb): [string, typeof verb, ClaimedCaller, Record<string, Shares>, string] => ['the person themselves', verb, { kind: 'person', person: MORAG }, { [MORAG]: { supported: true } }, 'FORBIDDEN']),
    ['whoever does not support them', 'restrictHousingRecord', ISLA, { [MORAG]: {} }, 'FORBIDDEN'],
  ])('of or by %s: %s is refused before anything is asked', async (_, verb, caller, people, code) => {
    const kept = remembering();
    await expect(restrictionActs('Housing', kept)[verb](undefined, { input: INPUT }, contextOf(caller, people))).rejects.toMatchObject({ code });
    expect(kept.acts).toEqual([]);
  });

  test('a lead who does not support the person reviews and ends', async () => {
    const kept = remembering(), acts = restrictionActs('Housing', kept), context = contextOf(LEAD, { [MORAG]: {} });
    await acts.reviewHousingRestriction(undefined, { input: INPUT }, context);
    await acts.endHousingRestriction(undefined, { input: INPUT }, context);
    expect(kept.acts.map(([verb]) => verb)).toEqual(['review', 'end']);
  });

  test.each<[string, ClaimedCaller, readonly boolean[]]>([
    ['a key worker proposes', ISLA, [true, false, false]], ['a team lead reviews and ends', LEAD, [false, true, true]], ['a data protection lead does so, too', GUARDIAN, [false, true, true]],
    ['an analyst does none of it', { kind: 'worker', worker: 'priya', agency: 'fife-lep', roles: ['LEP_ANALYST'] }, [false, false, false]], ['nor does a person', { kind: 'person', person: MORAG }, [false, false, false]],
  ])('by the rules %s', (_, caller, allowed) => {
    const rules = restrictionRules('Housing'), context = contextOf(caller, { [MORAG]: { supported: true } });
    expect(VERBS.map((verb) => rules[verb](context, { input: INPUT }))).toEqual(allowed);
  });
});
