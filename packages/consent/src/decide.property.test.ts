import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Asked } from './asked.ts';
import { authoritiesOf } from './authority.ts';
import { ceilingFor } from './ceilingFor.ts';
import { type PersonDecision, decide } from './decide.ts';
import type { Grant, Opening, PersonFacts } from './facts.ts';
import { type Limit, isDated } from './limit.ts';
import { EVERYTHING, type Mask, NOTHING, covers, intersection, maskOf, namesIn, overlaps, union, without } from './mask.ts';
import { asThePersonKnows } from './openings.ts';
import { isAddressable, isKnown } from './standing.ts';
import { CONTROLLERS, DAYS, aCase, aGrant, anAuthority, aMask, aRefusal, anExclusion, anOpening } from './testing/anyCase.ts';
import { DAY, NOW } from './testing/build.ts';
import { PROPERTY_RUNS } from './testing/howMany.ts';

const shown = ({ granted, own }: PersonDecision): Mask => union(granted, own);
const opensNoMore = (after: PersonDecision, before: PersonDecision): boolean =>
  covers(before.granted, after.granted) && covers(before.own, after.own) && (isAddressable(before.standing) || !isAddressable(after.standing)) && (isKnown(before.standing) || !isKnown(after.standing));
const always = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => boolean): void => fc.assert(fc.property(arbitrary, holds), { numRuns: PROPERTY_RUNS, seed: 1707 });

test('most of what is generated is worth deciding: something opens in many cases', () => {
  const opened = fc.sample(aCase, { numRuns: 500, seed: 1707 }).filter(([facts, question]) => shown(decide(facts, question)) !== NOTHING);
  expect(opened.length).toBeGreaterThan(100);
});

test('the grants for some categories are those that the findings name for them', () => {
  always(fc.tuple(aCase, aMask), ([[facts, question], asked]) => {
    const decision = decide(facts, question);
    const named = decision.findings.filter(({ reason, categories }) => reason === 'AGREED' && overlaps(categories, asked)).flatMap(({ grants }) => grants);
    return [...new Set(named)].toSorted().join(' ') === [...new Set(decision.grantsFor(asked))].toSorted().join(' ');
  });
});

test('the findings part the register, and those that permit are exactly what is open', () => {
  always(aCase, ([facts, question]) => {
    const decision = decide(facts, question);
    const permits = new Set(['SELF', 'REPRESENTATIVE', 'OVERSIGHT', 'ASSIGNED', 'AGREED', 'OWN_RECORD', 'STATUTORY', 'BREAK_GLASS']);
    let all = NOTHING, open = NOTHING;
    for (const { reason, categories } of decision.findings) {
      if (categories === NOTHING || overlaps(all, categories)) return false;
      all = union(all, categories);
      if (permits.has(reason)) open = union(open, categories);
    }
    return all === EVERYTHING && open === shown(decision);
  });
});

test('nothing opens above the ceiling', () => {
  always(aCase, ([facts, question]) => covers(ceilingFor(question).open, shown(decide(facts, question))));
});

test('nothing opens about somebody unknown', () => {
  always(aCase, ([facts, question]) => {
    const decision = decide(facts, question);
    return isKnown(decision.standing) || shown(decision) === NOTHING;
  });
});

test('one more refusal, a hold or one more exclusion never opens anything', () => {
  always(fc.tuple(aCase, aRefusal, anExclusion), ([[facts, question], refusal, exclusion]) => {
    const before = decide(facts, question);
    return opensNoMore(decide({ ...facts, refusals: [...facts.refusals, refusal] }, question), before)
      && opensNoMore(decide({ ...facts, hold: 'h-2' }, question), before)
      && opensNoMore(decide({ ...facts, exclusions: [...facts.exclusions, exclusion] }, question), before);
  });
});

/** What a worker recorded also depends on what the person stopped: taking the stop away may open it, and a stop may close it. */
const asThePersonSaid = (facts: PersonFacts): PersonFacts => ({ ...facts, grants: facts.grants.filter(({ state }) => state !== 'RECORDED_UNCONFIRMED') });

test('taking away a grant or an assignment never opens anything, but what the person stopped and another recorded', () => {
  always(aCase, ([facts, question]) => {
    const said = asThePersonSaid(facts), before = decide(facts, question);
    return opensNoMore(decide({ ...said, grants: said.grants.slice(1) }, question), decide(said, question))
      && opensNoMore(decide(said, question), before)
      && opensNoMore(decide({ ...facts, assignments: facts.assignments.slice(1) }, question), before);
  });
});

test('facts that cannot be read never open anything', () => {
  always(aCase, ([facts, question]) => shown(decide({ ...facts, unreadable: true }, question)) === NOTHING);
});

test('a grant for another purpose, recipient or time, or in another state, opens nothing, and closes nothing that the person said', () => {
  const misfit = fc.constantFrom<(grant: Grant, question: Asked) => Grant>(
    (grant, { purpose }) => ({ ...grant, purpose: purpose === 'REFERRAL' ? 'ELIGIBILITY' : 'REFERRAL' }),
    (grant) => ({ ...grant, recipient: { kind: 'worker', worker: 'nobody' } }),
    (grant) => ({ ...grant, to: NOW }),
    (grant) => ({ ...grant, from: NOW + 1 }),
    (grant) => ({ ...grant, state: 'WITHDRAWN' }),
    (grant) => ({ ...grant, state: 'PAUSED' }),
    (grant) => ({ ...grant, from: Number.NaN }),
    (grant) => ({ ...grant, to: Number.NaN }),
  );
  always(fc.tuple(aCase, aGrant, misfit), ([[facts, question], grant, change]) => {
    const added = (to: PersonFacts): PersonDecision => decide({ ...to, grants: [...to.grants, change(grant, question)] }, question);
    const said = asThePersonSaid(facts), before = decide(said, question), after = added(said);
    return before.granted === after.granted && before.own === after.own && opensNoMore(added(facts), decide(facts, question));
  });
});

test('outside the window of every assignment nothing opens to a worker but oversight', () => {
  always(aCase, ([facts, question]) => {
    if (question.asker.kind === 'person') return true;
    const late = { ...question, at: NOW + 1000 * DAY };
    const decision = decide({ ...facts, assignments: facts.assignments.map((one) => ({ ...one, to: one.to ?? NOW + 30 * DAY })) }, late);
    return decision.standing === 'OVERSIGHT' || shown(decision) === NOTHING;
  });
});

test('an unknown purpose opens nothing to a worker', () => {
  always(aCase, ([facts, question]) => question.asker.kind === 'person' || shown(decide(facts, { ...question, purpose: undefined })) === NOTHING);
});

const isLimit = ({ sources, from, to }: Limit): boolean => (sources?.length ?? 1) > 0 && (sources ?? from ?? to) !== undefined;

test('limits are told only for what is granted, never empty, and never for name and contact; none of them means every row', () => {
  always(aCase, ([facts, question]) => {
    const { granted, limits } = decide(facts, question);
    return [...limits].every(([name, parts]) => name !== 'NAME_AND_CONTACT' && covers(granted, maskOf(name)) && parts.length > 0 && parts.every(isLimit) && parts.filter((part) => !isDated(part)).length <= 1);
  });
});

/** The rows that a decision opens, of two controllers and of none of their days, of one and of another: as many words as there are. */
const rowsIn = ({ granted, limits }: PersonDecision): Set<string> => new Set(namesIn(granted).flatMap((name) => CONTROLLERS.flatMap((controller) => [undefined, '2026-01-31', '2026-02-01', '2026-03-31', '2026-06-01']
  .filter((on) => limits.get(name)?.some(({ sources, from, to }) => (sources?.includes(controller) ?? true) && (from === undefined || (on !== undefined && from <= on)) && (to === undefined || (on !== undefined && on <= to))) ?? true)
  .map((on) => `${name} ${controller} ${on}`))));
const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((one) => all.has(one));

test('rows of some days are never more than those of all, whichever grant is limited, and the masks are the same', () => {
  always(fc.tuple(aCase, fc.nat(3), fc.constantFrom(...DAYS)), ([[facts, question], which, dataFrom]) => {
    const open = { ...facts, grants: facts.grants.map((grant, index) => (index === which ? { ...grant, dataFrom: null, dataTo: null } : grant)) };
    const limited = { ...facts, grants: facts.grants.map((grant, index) => (index === which ? { ...grant, dataFrom, dataTo: null } : grant)) };
    const one = decide(limited, question), all = decide(open, question);
    return isWithin(rowsIn(one), rowsIn(all)) && one.granted === all.granted && one.own === all.own;
  });
});

test('what several grants open is what each opens of it alone, together', () => {
  always(aCase, ([facts, question]) => {
    const said = asThePersonSaid(facts);
    const alone = said.grants.map((grant) => rowsIn(decide({ ...said, grants: [grant] }, question)));
    const together = rowsIn(decide(said, question));
    return alone.every((rows) => isWithin(rows, together)) && isWithin(together, new Set([...rowsIn(decide({ ...said, grants: [] }, question)), ...alone.flatMap((rows) => [...rows])]));
  });
});

test('what is agreed is never wider than the grants that are cited for it', () => {
  always(aCase, ([facts, question]) => decide(facts, question).findings.filter(({ reason }) => reason === 'AGREED').every(({ categories, grants }) => {
    const cited = facts.grants.filter(({ id }) => grants.includes(id));
    return cited.length > 0 && cited.every((grant) => covers(grant.categories, categories) && grant.purpose === question.purpose && grant.from <= NOW && NOW < grant.to);
  }));
});

test('own rows do not depend on what the person agreed to or stopped', () => {
  always(aCase, ([facts, question]) => decide(facts, question).own === decide({ ...facts, grants: [], refusals: [], hold: 'h-3' }, question).own);
});

/** Asked by somebody else, as a person. */
const aRepresentativesCase = fc.tuple(aCase, anAuthority).map(([[facts], authority]): [PersonFacts, Asked] => {
  const other = facts.person === 'tam' ? 'morag' : 'tam';
  return [{ ...facts, authorities: [...facts.authorities, { ...authority, representative: other }] }, { asker: { kind: 'person', person: other }, purpose: undefined, at: NOW }];
});

test('somebody who acts for the person never sees more than the person, nor more than the authority that is named covers with all others in force', () => {
  always(aRepresentativesCase, ([facts, question]) => {
    const { standing, granted, own, authority } = decide(facts, question);
    const inForce = question.asker.kind === 'person' ? authoritiesOf(facts, question.asker.person, NOW) : [];
    const themselves = decide(facts, { ...question, asker: { kind: 'person', person: facts.person } });
    const covered = inForce.reduce((all, { categories }) => union(all, categories), NOTHING);
    return covers(themselves.granted, granted) && own === NOTHING && covers(covered, granted)
      && (standing === 'REPRESENTATIVE') === (authority !== null) && (authority === null || inForce.some(({ id }) => id === authority));
  });
});

test('without an authority in force another person is nobody, and sees nothing', () => {
  always(aRepresentativesCase, ([facts, question]) => {
    const ended = { ...facts, authorities: facts.authorities.map((one) => ({ ...one, to: NOW })) }, waiting = { ...facts, authorities: facts.authorities.map((one) => ({ ...one, confirmed: false })) };
    return [ended, waiting].every((without) => { const { standing, granted, own } = decide(without, question); return standing === 'NONE' && granted === NOTHING && own === NOTHING; });
  });
});

test('whoever acts for a person is nothing to a worker', () => {
  always(fc.tuple(aCase, anAuthority), ([[facts, question], authority]) => {
    if (question.asker.kind === 'person') return true;
    const one = decide(facts, question), other = decide({ ...facts, authorities: [authority] }, question);
    return one.granted === other.granted && one.own === other.own && one.standing === other.standing;
  });
});

test('risk and safety is open to a justice worker by a law alone, and who looked to the person, whoever acts for them, and oversight alone', () => {
  always(aCase, ([facts, question]) => {
    const decision = decide(facts, question);
    const looked = overlaps(shown(decision), maskOf('MY_SHARING')), risk = overlaps(shown(decision), maskOf('RISK_AND_SAFETY'));
    const byLaw = question.purpose === 'KEEP_SAFE' && question.asker.kind === 'worker' && question.asker.worker.roles.includes('JUSTICE_WORKER') && facts.openings.some(({ reason }) => reason === 'STATUTORY');
    return (!risk || byLaw) && (!looked || decision.standing === 'SELF' || decision.standing === 'REPRESENTATIVE' || decision.standing === 'OVERSIGHT');
  });
});

const mine = (opening: Opening, { asker }: Asked): Opening => (asker.kind === 'worker' ? { ...opening, worker: asker.worker.worker, agency: asker.worker.agency, from: NOW - DAY, to: NOW + DAY } : opening);
const shownOf = (facts: PersonFacts, question: Asked): Mask => shown(decide(facts, question));

describe('what was opened without agreement', () => {
  test('in an emergency never opens risk and safety, nor mental health and recovery', () => {
    always(fc.tuple(aCase, anOpening), ([[facts, question], opening]) => {
      const openings = [mine({ ...opening, reason: 'BREAK_GLASS', categories: EVERYTHING }, question)];
      return question.purpose !== 'KEEP_SAFE' || question.asker.kind === 'person' || !overlaps(shownOf({ ...facts, openings }, question), maskOf('RISK_AND_SAFETY', 'MENTAL_HEALTH_AND_RECOVERY', 'MY_SHARING'));
    });
  });

  test('opens nothing for any other purpose, nor to anybody but its worker, nor to them in another agency, nor outside its time', () => {
    const misfit = fc.constantFrom<(opening: Opening, question: Asked) => Opening>(
      (opening) => ({ ...opening, worker: 'nobody' }), (opening) => ({ ...opening, agency: 'nowhere' }), (opening) => ({ ...opening, to: NOW }), (opening) => ({ ...opening, from: NOW + 1 }),
      (opening) => ({ ...opening, from: Number.NaN }), (opening) => ({ ...opening, to: Number.NaN }),
    );
    always(fc.tuple(aCase, anOpening, misfit), ([[facts, question], opening, change]) => {
      const own = mine(opening, question), without = { ...facts, openings: [] };
      const fits = question.purpose === 'KEEP_SAFE' ? change(own, question) : own;
      return shownOf({ ...facts, openings: [fits] }, question) === shownOf(without, question) && decide({ ...facts, openings: [fits] }, question).standing === decide(without, question).standing;
    });
  });

  test('to keep safe opens its categories and the name, as far as the ceiling, and nothing else, whatever the person chose', () => {
    always(fc.tuple(aCase, anOpening), ([[facts, asked], opening]) => {
      const question = { ...asked, purpose: 'KEEP_SAFE' as const }, own = mine({ ...opening, reason: 'STATUTORY' }, question);
      if (question.asker.kind === 'person' || facts.unreadable || ceilingFor(question).open === NOTHING) return true;
      const open = shownOf({ ...facts, openings: [own] }, question);
      return open === intersection(ceilingFor(question).open, union(maskOf('NAME_AND_CONTACT'), own.categories)) && decide({ ...facts, openings: [own] }, question).openings.join() === own.id;
    });
  });

  test('not yet told is no part of what the person knows, and all the rest is', () => {
    always(aCase, ([facts]) => {
      const known = asThePersonKnows(facts, NOW);
      return known.openings.every(({ toldFrom }) => toldFrom <= NOW) && facts.openings.every((one) => known.openings.includes(one) || one.toldFrom > NOW) && known.grants === facts.grants;
    });
  });
});

test('the order in which the ledger lists its rows does not matter', () => {
  always(aCase, ([facts, question]) => {
    const turned = { ...facts, grants: facts.grants.toReversed(), refusals: facts.refusals.toReversed(), assignments: facts.assignments.toReversed() };
    const one = decide(facts, question), other = decide(turned, question);
    const rest = without(intersection(one.granted, EVERYTHING), other.granted);
    return rest === NOTHING && one.granted === other.granted && one.standing === other.standing && JSON.stringify([...one.limits]) === JSON.stringify([...other.limits]);
  });
});
