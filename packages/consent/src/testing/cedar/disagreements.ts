import { REGISTER } from '@thegither/vocabulary';
import type { Asked } from '../../asked.ts';
import type { PersonDecision } from '../../decide.ts';
import type { PersonFacts } from '../../facts.ts';
import { askCedar } from './askCedar.ts';
import { has } from './personPolicies.ts';

/** The controllers whose rows are asked about: one that no grant names, one that grants may name, and the caller's own agency where it holds the category. */
function controllersOf(facts: PersonFacts, { asker }: Asked, bit: number): string[] {
  const named = facts.grants.some(({ sources, categories }) => sources.length > 0 && has(categories, bit)) ? ['fife-college'] : [];
  return ['elsewhere', ...named, ...asker.kind === 'worker' && has(asker.holds, bit) ? [asker.worker.agency] : []];
}

/** Does a decision let the caller read rows of this category that this controller holds? */
function opens({ granted, own, sources }: PersonDecision, { name, bit }: (typeof REGISTER)[number], controller: string, { asker }: Asked): boolean {
  const named = sources.get(name);
  return (has(granted, bit) && (named === undefined || named.includes(controller))) || (has(own, bit) && asker.kind === 'worker' && controller === asker.worker.agency);
}

/** Rows of one category that one controller holds, and whether Cedar lets the caller read them. */
export interface CedarSays {
  readonly category: (typeof REGISTER)[number];
  readonly controller: string;
  readonly opens: boolean;
}

/** What Cedar says of one person and one question, for every category of the register: each is one case. */
export function secondOpinion(facts: PersonFacts, asked: Asked): CedarSays[] {
  const mayRead = askCedar(facts, asked);
  return REGISTER.flatMap((category) => controllersOf(facts, asked, category.bit).map((controller) => ({ category, controller, opens: mayRead(category.code, controller) })));
}

/** Where a decision says otherwise: one line for each category and controller. */
export const disagreements = (decision: PersonDecision, asked: Asked, said: readonly CedarSays[]): string[] =>
  said.filter(({ category, controller, opens: theirs }) => opens(decision, category, controller, asked) !== theirs)
    .map(({ category, controller, opens: theirs }) => `${category.name}, rows of ${controller}: decide ${theirs ? 'closes' : 'opens'}, Cedar ${theirs ? 'opens' : 'closes'}`);
