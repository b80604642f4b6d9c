import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Asked } from './asked.ts';
import { ceilingFor } from './ceilingFor.ts';
import { type PersonDecision, decide } from './decide.ts';
import type { Grant, PersonFacts } from './facts.ts';
import { EVERYTHING, type Mask, NOTHING, covers, intersection, maskOf, overlaps, union, without } from './mask.ts';
import { isAddressable, isKnown } from './standing.ts';
import { aCase, aGrant, aMask, aRefusal, anExclusion } from './testing/anyCase.ts';
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
    const permits = new Set(['SELF', 'OVERSIGHT', 'ASSIGNED', 'AGREED', 'OWN_RECORD']);
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

test('sources are told only for what is granted, never empty, and never for name and contact', () => {
  always(aCase, ([facts, question]) => {
    const { granted, sources } = decide(facts, question);
    return [...sources].every(([name, controllers]) => name !== 'NAME_AND_CONTACT' && covers(granted, maskOf(name)) && controllers.length > 0);
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

test('risk and safety is never open, and who looked is open to the person and to oversight alone', () => {
  always(aCase, ([facts, question]) => {
    const decision = decide(facts, question);
    const looked = overlaps(shown(decision), maskOf('MY_SHARING'));
    return !overlaps(shown(decision), maskOf('RISK_AND_SAFETY')) && (!looked || decision.standing === 'SELF' || decision.standing === 'OVERSIGHT');
  });
});

test('the order in which the ledger lists its rows does not matter', () => {
  always(aCase, ([facts, question]) => {
    const turned = { ...facts, grants: facts.grants.toReversed(), refusals: facts.refusals.toReversed(), assignments: facts.assignments.toReversed() };
    const one = decide(facts, question), other = decide(turned, question);
    const rest = without(intersection(one.granted, EVERYTHING), other.granted);
    return rest === NOTHING && one.granted === other.granted && one.standing === other.standing && [...one.sources].join(';') === [...other.sources].join(';');
  });
});
