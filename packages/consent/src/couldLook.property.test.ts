import { expect, test } from '@jest/globals';
import { PURPOSES, categoryNamed } from '@thegither/vocabulary';
import * as fc from 'fast-check';
import { assignedNow, couldLook, isCandidate, type CouldLook, type WorkerAsker } from './couldLook.ts';
import { decide } from './decide.ts';
import type { PersonFacts } from './facts.ts';
import { type Mask, NOTHING, covers, intersection, maskOf, union, without } from './mask.ts';
import { openedBy } from './openedBy.ts';
import { aCase as anyCase, aMask } from './testing/anyCase.ts';
import { DAY, NOW } from './testing/build.ts';

const always = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => boolean): void => fc.assert(fc.property(arbitrary, holds), { numRuns: 1500, seed: 1707 });

/** Facts and a worker. */
const aCase = anyCase.filter(([, { asker }]) => asker.kind === 'worker').map(([facts, { asker }]): readonly [PersonFacts, WorkerAsker] => [facts, asker as WorkerAsker]);
const aPurpose = fc.constantFrom(...PURPOSES);

const opens = (facts: PersonFacts, asker: WorkerAsker, purpose: CouldLook['purpose'], at = NOW): Mask => {
  const { granted, own } = decide(facts, { asker, purpose, at });
  return union(granted, own);
};

test('most of what is generated is worth asking: somebody could look in many cases', () => {
  expect(fc.sample(aCase, { numRuns: 500, seed: 1707 }).filter(([facts, worker]) => couldLook(facts, [worker], NOW).length > 0).length).toBeGreaterThan(100);
});

test('whoever the rule of the house opens anything to, other than the person, is among the candidates', () => {
  always(fc.tuple(aCase, aPurpose), ([[facts, asker], purpose]) => opens(facts, asker, purpose) === NOTHING || isCandidate(facts, asker.worker, NOW));
});

test('a candidate who does not oversee is named by an assignment in force, or in a team that is', () => {
  always(aCase, ([facts, { worker }]) => {
    const { workers, teams } = assignedNow(facts, NOW);
    return !isCandidate(facts, worker, NOW) || worker.roles.includes('DATA_PROTECTION_LEAD') || workers.includes(worker.worker) || (worker.team !== null && teams.includes(worker.team));
  });
});

test('what is listed is exactly what the rule of the house opens, purpose by purpose', () => {
  always(aCase, ([facts, asker]) => {
    const lines = couldLook(facts, [asker], NOW);
    return PURPOSES.every((purpose) => {
      const named = lines.filter((line) => line.purpose === purpose).map(({ category }) => category);
      return new Set(named).size === named.length && maskOf(...named) === opens(facts, asker, purpose);
    });
  });
});

test('every line gives the reason and the grants of the decision itself', () => {
  always(aCase, ([facts, asker]) => couldLook(facts, [asker], NOW).every(({ category, purpose, reason, grants }) =>
    decide(facts, { asker, purpose, at: NOW }).findings.some((one) => one.reason === reason && covers(one.categories, maskOf(category)) && one.grants.join(' ') === grants.join(' '))));
});

test('what is open until a moment is open for that reason right before it and not at it, if nobody does anything', () => {
  let ending = 0;
  always(aCase, ([facts, asker]) => couldLook(facts, [asker], NOW).every(({ category, purpose, reason, until }) => {
    const isOpen = (at: number): boolean => {
      const { granted, own } = decide(facts, { asker, purpose, at });
      return covers(reason === 'OWN_RECORD' ? own : granted, maskOf(category));
    };
    if (until === null) return isOpen(NOW + 1000 * DAY);
    ending += 1;
    return until > NOW && !isOpen(until) && Array.from({ length: 41 }, (_, day) => NOW + day * DAY).every((at) => at >= until || isOpen(at));
  }));
  expect(ending).toBeGreaterThan(100);
});

test('the record of a disclosure alone gives the reasons of the decision that released it', () => {
  always(fc.tuple(aCase, aPurpose, aMask), ([[facts, asker], purpose, asked]) => {
    const decision = decide(facts, { asker, purpose, at: NOW });
    const released = intersection(asked, union(decision.granted, decision.own));
    const parts = openedBy({ bySelf: false, purpose, released, releasedOwn: without(released, decision.granted), openings: facts.openings.filter(({ id }) => decision.openings.includes(id)) });
    return decision.findings.every(({ reason, categories }) => {
      const shown = intersection(categories, released);
      const named = parts.filter((one) => one.reason === reason).map((one) => one.categories);
      return shown === NOTHING || covers(named[0] ?? NOTHING, shown);
    }) && parts.reduce((all, { categories }) => union(all, categories), NOTHING) === released;
  });
});

test('a person\'s look at their own is open because it is theirs', () => {
  const released = maskOf('NAME_AND_CONTACT', 'CONVICTIONS');
  expect(openedBy({ bySelf: true, purpose: null, released, releasedOwn: NOTHING })).toEqual([{ reason: 'SELF', categories: released }]);
});

test('every category of a line is one of the register', () => {
  always(aCase, ([facts, asker]) => couldLook(facts, [asker], NOW).every(({ category }) => categoryNamed(category) !== undefined));
});
