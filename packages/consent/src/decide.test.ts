import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PERMIT_REASONS, WITHHOLD_REASONS } from '@thegither/vocabulary';
import { ceilingFor } from './ceilingFor.ts';
import { decide } from './decide.ts';
import type { Grant } from './facts.ts';
import type { Limit } from './limit.ts';
import { EVERYTHING, NOTHING, covers, intersection, maskOf, namesIn, overlaps, toHex, union } from './mask.ts';
import { stateOf } from './stateOf.ts';
import { FIFE_WORKS, ISLA, ISLAS_TEAM, asked, asker, assignment, byPerson, facts, grant, refusal } from './testing/build.ts';
import { readDecisions } from './testing/readDecisions.ts';

const skills = maskOf('SKILLS');
const recorded = { state: 'RECORDED_UNCONFIRMED' } as const;
const ROWS = readDecisions(readFileSync(new URL('../decisions.md', import.meta.url), 'utf8'));

describe.each([...new Set(ROWS.map(({ rule }) => rule))])('%s', (rule) => {
  test.each(ROWS.filter((row) => row.rule === rule).map((row) => [`line ${row.line}: ${row.says}`, row] as const))('%s', (_, row) => {
    const ceiling = ceilingFor(row.asked);
    const decision = decide(row.facts, row.asked, ceiling);
    expect({
      standing: decision.standing,
      reason: decision.findings.find(({ categories }) => overlaps(categories, row.category))?.reason,
      state: stateOf(row.category, decision, ceiling.words),
      limits: decision.limits.get(row.categoryName),
    }).toEqual({ standing: row.standing, reason: row.reason, state: row.state, limits: row.limits });
  });
});

test.each([...PERMIT_REASONS, ...WITHHOLD_REASONS])('the tables have a row for the reason %s', (reason) => {
  expect(ROWS.filter((row) => row.reason === reason)).not.toHaveLength(0);
});

describe('what a decision carries', () => {
  test('a grant that names sources opens their rows alone; several together open theirs together', () => {
    const question = asked();
    const one = grant(skills, { id: 'g-1', sources: ['my-world-careers'] }), two = grant(union(skills, maskOf('CAREER_PLANS')), { id: 'g-2', sources: ['fife-college', 'my-world-careers'] });
    expect([...decide(facts({ grants: [one] }), question).limits]).toEqual([['SKILLS', [{ sources: ['my-world-careers'] }]]]);
    const both = [{ sources: ['fife-college', 'my-world-careers'] }];
    expect([...decide(facts({ grants: [one, two] }), question).limits]).toEqual([['SKILLS', both], ['CAREER_PLANS', both]]);
    expect(decide(facts({ grants: [one, grant(skills)] }), question).limits.size).toBe(0);
  });

  test('no opening is named for what none opened', () => {
    expect(decide(facts({ grants: [grant(skills)] }), asked()).openings).toEqual([]);
  });

  test('name and contact come by the assignment, whatever sources a grant of them names', () => {
    expect(decide(facts({ grants: [grant(maskOf('NAME_AND_CONTACT'), { sources: ['elsewhere'] })] }), asked()).limits.size).toBe(0);
  });

  test('sources of a grant that a hold or a refusal stopped are not told', () => {
    const limited = [grant(skills, { sources: ['my-world-careers'] })];
    expect(decide(facts({ grants: limited, hold: 'h-1' }), asked()).limits.size).toBe(0);
    expect(decide(facts({ grants: limited, refusals: [refusal(skills)] }), asked()).limits.size).toBe(0);
  });

  const SINCE = { dataFrom: '2026-03-01' }, WINTER = { dataFrom: '2025-12-01', dataTo: '2026-02-28' };
  const since = { from: '2026-03-01' }, winter = { from: '2025-12-01', to: '2026-02-28' };
  test.each<[string, Partial<Grant>[], Limit[] | undefined]>([
    ['of some days opens those', [SINCE], [since]],
    ['of some days of named controllers opens those', [{ ...WINTER, sources: ['fife-college', 'a'] }], [{ ...winter, sources: ['a', 'fife-college'] }]],
    ['of other days opens more, in their order', [SINCE, WINTER], [winter, since]],
    ['of the same days opens the same', [SINCE, SINCE], [since]],
    ['of named controllers opens more, whatever the day', [SINCE, { sources: ['b'] }, { sources: ['a'] }], [{ sources: ['a', 'b'] }, since]],
    ['of every row opens every row', [SINCE, {}], undefined],
    ['that ended opens nothing of its days', [SINCE, { ...WINTER, state: 'WITHDRAWN' }], [since]],
    ['for another purpose opens nothing of its days', [SINCE, { ...WINTER, purpose: 'REFERRAL' }], [since]],
    ['without a first or last day that can be told opens every row', [{ dataFrom: null, dataTo: null }], undefined],
  ])('a grant %s', (_, changes, expected) => {
    const grants = changes.map((change, index) => grant(skills, { id: `g-${index}`, ...change }));
    expect(decide(facts({ grants }), asked()).limits.get('SKILLS')).toEqual(expected);
    expect(decide(facts({ grants: grants.toReversed() }), asked()).limits.get('SKILLS')).toEqual(expected);
  });

  test('an agency\'s own rows stand beside what is agreed from other sources', () => {
    const decision = decide(facts({ grants: [grant(skills, { sources: ['my-world-careers'] })] }), asked({ asker: asker({ holds: skills }) }));
    expect([decision.granted, decision.own].map((mask) => covers(mask, skills))).toEqual([true, true]);
  });

  test('a finding cites exactly the grants that cover its categories', () => {
    const plans = maskOf('CAREER_PLANS');
    const { findings } = decide(facts({ grants: [grant(skills, { id: 'g-1' }), grant(union(skills, plans), { id: 'g-2' }), grant(maskOf('BARRIERS'), { id: 'g-3', state: 'WITHDRAWN' })] }), asked());
    const cited = findings.filter(({ grants }) => grants.length > 0).map(({ reason, categories, grants }) => [reason, namesIn(categories), grants]);
    expect(cited).toEqual([['AGREED', ['SKILLS'], ['g-1', 'g-2']], ['AGREED', ['CAREER_PLANS'], ['g-2']], ['WITHDRAWN', ['BARRIERS'], ['g-3']]]);
  });

  test('telling an employer is for a named worker, whatever the grant says', () => {
    const limits = maskOf('JUSTICE_LIMITS');
    const question = asked({ purpose: 'TELL_EMPLOYER' });
    const told = (recipient: typeof FIFE_WORKS): boolean => covers(decide(facts({
      assignments: [assignment({ purposes: ['TELL_EMPLOYER'] })], grants: [grant(limits, { purpose: 'TELL_EMPLOYER', recipient })],
    }), question).granted, limits);
    expect([told(ISLA), told(ISLAS_TEAM), told(FIFE_WORKS)]).toEqual([true, false, false]);
  });

  test('what a worker recorded opens for no purpose but support into work', () => {
    const question = asked({ purpose: 'REFERRAL' });
    const plan = maskOf('ACTION_PLAN');
    const opened = decide(facts({ assignments: [assignment({ purposes: ['REFERRAL'] })], grants: [grant(plan, { ...recorded, purpose: 'REFERRAL' })] }), question);
    expect(intersection(opened.granted, plan)).toBe(NOTHING);
  });

  const NEVER = Number.NaN, used = { purpose: 'ONE_MEETING', usedAt: NEVER } as const;
  test.each([
    ['begin', grant(skills, { from: NEVER })], ['end', grant(skills, { to: NEVER })], ['begin, recorded by a worker', grant(skills, { ...recorded, from: NEVER })],
    ['end, recorded by a worker', grant(skills, { ...recorded, to: NEVER })], ['first look, for one meeting', grant(skills, used)],
  ])('a grant whose %s is no time opens nothing', (_, unreadable) => {
    const { granted } = decide(facts({ assignments: [assignment({ purposes: [unreadable.purpose] })], grants: [unreadable] }), asked({ purpose: unreadable.purpose }));
    expect(overlaps(granted, skills)).toBe(false);
  });

  test.each([['begin', { from: NEVER }], ['end', { to: NEVER }]])('an assignment whose %s is no time opens nothing', (_, change) => {
    expect(decide(facts({ assignments: [assignment(change)] }), asked()).granted).toBe(NOTHING);
  });

  test('bits of a row that the register does not know open nothing', () => {
    const decision = decide(facts({ grants: [grant((1n << 60n) as typeof skills)] }), asked({ asker: asker({ holds: (1n << 61n) as typeof skills }) }));
    expect([toHex(decision.granted), decision.own]).toEqual([toHex(maskOf('NAME_AND_CONTACT')), NOTHING]);
  });

  test('a person who sees their own sees every category of the register but risk and safety', () => {
    expect(namesIn(decide(facts(), byPerson()).granted)).toEqual(namesIn(EVERYTHING).filter((name) => name !== 'RISK_AND_SAFETY'));
  });
});
