import { describe, expect, test } from '@jest/globals';
import type { Asked } from './asked.ts';
import { ceilingFor } from './ceilingFor.ts';
import { decide } from './decide.ts';
import { type Fact, TABLE, type Who } from './decide.table.ts';
import type { PersonFacts } from './facts.ts';
import { EVERYTHING, NOTHING, covers, intersection, maskOf, namesIn, overlaps, toHex, union } from './mask.ts';
import { stateOf } from './stateOf.ts';
import { DAY, FIFE_WORKS, ISLA, ISLAS_TEAM, NOW, asked, asker, assignment, byPerson, exclusion, facts, grant, refusal } from './testing/build.ts';

const skills = maskOf('SKILLS');
const elsewhere = { kind: 'agency', agency: 'glasgow-housing' } as const;
const ewan = { kind: 'worker', worker: 'ewan' } as const;
const recorded = { state: 'RECORDED_UNCONFIRMED' } as const;

/** What each phrase of the table is in the ledger's rows. */
const FACTS: Readonly<Record<Fact, Partial<PersonFacts>>> = {
  'Isla is assigned': { assignments: [assignment()] },
  'Isla is assigned for referrals': { assignments: [assignment({ purposes: ['REFERRAL'] })] },
  'Isla\'s team is assigned': { assignments: [assignment({ recipient: ISLAS_TEAM })] },
  'Isla\'s agency is assigned': { assignments: [assignment({ recipient: FIFE_WORKS, team: null })] },
  'Isla\'s assignment waits': { assignments: [assignment({ confirmed: false })] },
  'Isla\'s assignment ended now': { assignments: [assignment({ to: NOW })] },
  'Isla\'s assignment begins now': { assignments: [assignment({ from: NOW })] },
  'Isla\'s assignment begins tomorrow': { assignments: [assignment({ from: NOW + DAY })] },
  'Ewan is assigned': { assignments: [assignment({ recipient: ewan, team: 'fife-housing' })] },
  'skills agreed': { grants: [grant(skills)] },
  'skills agreed with Isla': { grants: [grant(skills, { recipient: ISLA })] },
  'skills agreed with Isla\'s team': { grants: [grant(skills, { recipient: ISLAS_TEAM })] },
  'skills agreed with another agency': { grants: [grant(skills, { recipient: elsewhere })] },
  'skills agreed for referrals': { grants: [grant(skills, { purpose: 'REFERRAL' })] },
  'skills agreed until now': { grants: [grant(skills, { to: NOW })] },
  'skills agreed from now': { grants: [grant(skills, { from: NOW })] },
  'skills agreed from tomorrow': { grants: [grant(skills, { from: NOW + DAY })] },
  'skills agreed from careers alone': { grants: [grant(skills, { sources: ['my-world-careers'] })] },
  'skills agreement paused': { grants: [grant(skills, { state: 'PAUSED' })] },
  'skills agreement withdrawn': { grants: [grant(skills, { state: 'WITHDRAWN' })] },
  'skills agreement superseded': { grants: [grant(skills, { state: 'SUPERSEDED' })] },
  'skills agreement renounced': { grants: [grant(skills, { state: 'RENOUNCED' })] },
  'skills agreement invalidated': { grants: [grant(skills, { state: 'INVALIDATED' })] },
  'skills recorded, not confirmed': { grants: [grant(skills, recorded)] },
  'skills recorded 14 days ago, not confirmed': { grants: [grant(skills, { ...recorded, from: NOW - 14 * DAY })] },
  'access needs recorded, not confirmed': { grants: [grant(maskOf('ACCESS_NEEDS'), recorded)] },
  'risk agreed': { grants: [grant(maskOf('RISK_AND_SAFETY'))] },
  'my sharing agreed': { grants: [grant(maskOf('MY_SHARING'))] },
  'skills refused': { refusals: [refusal(skills)] },
  'skills refused to Isla': { refusals: [refusal(skills, { recipient: ISLA })] },
  'skills refused to Isla\'s team': { refusals: [refusal(skills, { recipient: ISLAS_TEAM })] },
  'skills refused for referrals': { refusals: [refusal(skills, { purpose: 'REFERRAL' })] },
  'skills refused to another agency': { refusals: [refusal(skills, { recipient: elsewhere })] },
  'hold': { hold: 'h-1' },
  'Isla excluded': { exclusions: [exclusion()] },
  'Isla\'s team excluded': { exclusions: [exclusion(ISLAS_TEAM)] },
  'Isla\'s agency excluded': { exclusions: [exclusion(FIFE_WORKS)] },
  'another agency excluded': { exclusions: [exclusion(elsewhere)] },
  'a row cannot be read': { unreadable: true },
};

const kirsty = { worker: 'kirsty', roles: ['TEAM_LEAD'] } as const;
const WHO: Readonly<Record<Who, Asked['asker']>> = {
  'Isla': asker(),
  'Isla, whose agency holds skills': asker({ holds: skills }),
  'Isla, whose agencies agreed on nothing': asker({ agreed: NOTHING }),
  'Isla, now a housing officer': asker({ roles: ['HOUSING_OFFICER'] }),
  'Isla, who lost her role': asker({ roles: [] }),
  'Isla, who changed team': asker({ worker: { team: 'fife-works-glenrothes' } }),
  'Kirsty, who leads Isla\'s team': asker({ worker: kirsty }),
  'Kirsty, who leads another team': asker({ worker: { ...kirsty, team: 'fife-works-glenrothes' } }),
  'Priya, the analyst': asker({ worker: { worker: 'isla', roles: ['LEP_ANALYST'] } }),
  'Shona, the data protection lead': asker({ worker: { worker: 'shona', agency: 'joint-controllers', team: null, roles: ['DATA_PROTECTION_LEAD'] } }),
  'Morag': { kind: 'person', person: 'morag' },
  'Tam': { kind: 'person', person: 'tam' },
};

const factsOf = (phrases: readonly Fact[]): PersonFacts => {
  const parts = phrases.map((phrase) => FACTS[phrase]);
  return facts({
    assignments: parts.flatMap((part) => part.assignments ?? []), exclusions: parts.flatMap((part) => part.exclusions ?? []),
    refusals: parts.flatMap((part) => part.refusals ?? []), grants: parts.flatMap((part) => part.grants ?? []),
    hold: parts.find((part) => part.hold)?.hold ?? null, unreadable: parts.some((part) => part.unreadable),
  });
};

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  test.each(rows.map((row) => [`${row.who}: ${row.facts.join(', ') || 'nothing'} · ${row.category}${row.purpose === undefined ? '' : ` for ${row.purpose}`}`, row] as const))('%s', (_, row) => {
    const question = asked({ asker: WHO[row.who], purpose: row.purpose === undefined ? 'EMPLOYABILITY_SUPPORT' : row.purpose ?? undefined });
    const ceiling = ceilingFor(question);
    const decision = decide(factsOf(row.facts), question, ceiling);
    const bit = maskOf(row.category);
    expect({
      standing: decision.standing,
      reason: decision.findings.find(({ categories }) => overlaps(categories, bit))?.reason,
      state: stateOf(bit, decision, ceiling.words),
    }).toEqual({ standing: row.standing, reason: row.reason, state: row.state });
  });
});

describe('what a decision carries', () => {
  test('a grant that names sources opens their rows alone; several together open theirs together', () => {
    const question = asked();
    const one = grant(skills, { id: 'g-1', sources: ['my-world-careers'] }), two = grant(union(skills, maskOf('CAREER_PLANS')), { id: 'g-2', sources: ['fife-college', 'my-world-careers'] });
    expect([...decide(facts({ grants: [one] }), question).sources]).toEqual([['SKILLS', ['my-world-careers']]]);
    expect([...decide(facts({ grants: [one, two] }), question).sources]).toEqual([['SKILLS', ['fife-college', 'my-world-careers']], ['CAREER_PLANS', ['fife-college', 'my-world-careers']]]);
    expect(decide(facts({ grants: [one, grant(skills)] }), question).sources.size).toBe(0);
  });

  test('name and contact come by the assignment, whatever sources a grant of them names', () => {
    expect(decide(facts({ grants: [grant(maskOf('NAME_AND_CONTACT'), { sources: ['elsewhere'] })] }), asked()).sources.size).toBe(0);
  });

  test('sources of a grant that a hold or a refusal stopped are not told', () => {
    const limited = [grant(skills, { sources: ['my-world-careers'] })];
    expect(decide(facts({ grants: limited, hold: 'h-1' }), asked()).sources.size).toBe(0);
    expect(decide(facts({ grants: limited, refusals: [refusal(skills)] }), asked()).sources.size).toBe(0);
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

  test('bits of a row that the register does not know open nothing', () => {
    const decision = decide(facts({ grants: [grant((1n << 60n) as typeof skills)] }), asked({ asker: asker({ holds: (1n << 61n) as typeof skills }) }));
    expect([toHex(decision.granted), decision.own]).toEqual([toHex(maskOf('NAME_AND_CONTACT')), NOTHING]);
  });

  test('a person who sees their own sees every category of the register but risk and safety', () => {
    expect(namesIn(decide(facts(), byPerson()).granted)).toEqual(namesIn(EVERYTHING).filter((name) => name !== 'RISK_AND_SAFETY'));
  });
});
