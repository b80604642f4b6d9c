import { REGISTER } from '@thegither/vocabulary';
import type { Asked } from '../../asked.ts';
import type { PersonDecision } from '../../decide.ts';
import type { PersonFacts } from '../../facts.ts';
import type { Limit } from '../../limit.ts';
import { askCedar } from './askCedar.ts';
import { dayNumber, has } from './personPolicies.ts';

/** The controllers whose rows are asked about: one that no grant names, one that grants may name, and the caller's own agency where it holds the category. */
function controllersOf(facts: PersonFacts, { asker }: Asked, bit: number): string[] {
  const named = facts.grants.some(({ sources, categories }) => sources.length > 0 && has(categories, bit)) ? ['fife-college'] : [];
  return ['elsewhere', ...named, ...asker.kind === 'worker' && has(asker.holds, bit) ? [asker.worker.agency] : []];
}

/** The days of the rows that are asked about: none, and where a grant is of some days one before, within and after all that grants may name. */
const daysOf = ({ grants }: PersonFacts, bit: number): (string | undefined)[] =>
  (grants.some(({ dataFrom, dataTo, categories }) => (dataFrom ?? dataTo ?? null) !== null && has(categories, bit)) ? [undefined, '2026-01-31', '2026-02-01', '2026-03-31', '2026-06-01'] : [undefined]);

/** Does a decision let the caller read rows of this category and day that this controller holds? */
function opens({ granted, own, limits }: PersonDecision, { category: { name, bit }, controller, on }: Row, { asker }: Asked): boolean {
  const isOf = ({ sources, from, to }: Limit): boolean => (sources?.includes(controller) ?? true) && (from === undefined || (on !== undefined && from <= on)) && (to === undefined || (on !== undefined && on <= to));
  return (has(granted, bit) && (limits.get(name)?.some(isOf) ?? true)) || (has(own, bit) && asker.kind === 'worker' && controller === asker.worker.agency);
}

/** Rows of one category and day that one controller holds. */
interface Row {
  readonly category: (typeof REGISTER)[number];
  readonly controller: string;
  readonly on: string | undefined;
}

/** Such rows, and whether Cedar lets the caller read them. */
export interface CedarSays extends Row {
  readonly opens: boolean;
}

/** What Cedar says of one person and one question, for every category of the register: each is one case. */
export function secondOpinion(facts: PersonFacts, asked: Asked): CedarSays[] {
  const mayRead = askCedar(facts, asked);
  return REGISTER.flatMap((category) => controllersOf(facts, asked, category.bit).flatMap((controller) => daysOf(facts, category.bit).map((on) =>
    ({ category, controller, on, opens: mayRead(category.code, controller, on === undefined ? undefined : dayNumber(on)) }))));
}

/** Where a decision says otherwise: one line for each category, controller and day. */
export const disagreements = (decision: PersonDecision, asked: Asked, said: readonly CedarSays[]): string[] =>
  said.filter((row) => opens(decision, row, asked) !== row.opens)
    .map(({ category, controller, on = 'no day', opens: theirs }) => `${category.name}, rows of ${controller}, ${on}: decide ${theirs ? 'closes' : 'opens'}, Cedar ${theirs ? 'opens' : 'closes'}`);
