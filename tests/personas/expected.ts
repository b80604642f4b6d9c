import { ERRORS, REGISTER, type SharingEntry, type SharingState } from '@thegither/vocabulary';
import type { Filled, Seen, Words } from './tables.ts';

/** The one answer about somebody whom the caller does not know, letter for letter. */
export const UNKNOWN = `${JSON.stringify({
  errors: [{ message: ERRORS.UNKNOWN_PERSON.meaning, path: ['person'], extensions: { code: 'UNKNOWN_PERSON' } }],
  data: { person: null },
})}\n`;

/** Is the code one of the list, "S1" or "S*"? */
const listed = (code: string, codes = ''): boolean => codes.split(' ').some((each) => each === code || (each.endsWith('*') && each[0] === code[0]));

function stateOf(code: string, { shared, own }: Seen, words: Words): SharingState {
  const word = (['NO_PURPOSE', 'OUTSIDE_AGREEMENT', 'ROLE_LIMIT'] as const).find((each) => listed(code, words[each]));
  if (word) return word;
  if (listed(code, shared)) return 'SHARED';
  return listed(code, own) ? 'SHARED_OWN_ONLY' : 'NOT_SHARED';
}

/** `Person.sharing`: every category of the register in its order. */
export const allStates = (seen: Seen, words: Words) =>
  REGISTER.map(({ code, name, owner }) => ({ category: name, state: stateOf(code, seen, words), owner }));

/** `extensions.sharing` of the whole person: every category. */
export const entries = (person: string, seen: Seen, words: Words): SharingEntry[] =>
  allStates(seen, words)
    .map((each) => ({ person, ...each, next: each.state === 'NOT_SHARED' ? 'ASK' : 'NONE' }));

/** Lists below a field that are counted too: a row can be there while a part of it is not. */
const BELOW = ['actionPlan.goals', 'actionPlan.goals.steps', 'assessments.answers', 'healthWorkCases.adjustments', 'healthWorkCases.services', 'healthWorkCases.assessments.body', 'mskTriages.adjustments', 'recoverySupport.appointments', 'paybackOrders.slots', 'paybackOrders.treatment', 'cvs.entries', 'household.members'];

/** What stands in each field of a person: null, how many rows, "here", true or false. */
export function filledIn(person: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = Object.entries(person).filter(([name]) => name !== 'id' && name !== 'sharing').map(([name, value]) => [name, filled(value)] as const);
  return Object.fromEntries([...fields, ...BELOW.map((path) => [path, countAt(person, path.split('.'))] as const)]);
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? 'here' : value;
}

/** How many stand there in all; null where all of it is null. */
function countAt(value: unknown, [name, ...rest]: readonly string[]): number | null {
  if (Array.isArray(value)) return sum(value.map((each) => countAt(each, [name!, ...rest])));
  const inside = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name!] : null;
  if (!Array.isArray(inside)) return rest.length > 0 ? countAt(inside, rest) : null;
  return rest.length > 0 ? countAt(inside, rest) : inside.length;
}

const sum = (counts: readonly (number | null)[]): number | null => counts.reduce((all, count) => (count === null ? all : (all ?? 0) + count), null);

/** The same from the table: whatever it does not name is null. */
export const expectedIn = (fields: readonly string[], table: Filled): Record<string, unknown> =>
  Object.fromEntries([...fields.filter((name) => name !== 'id' && name !== 'sharing'), ...BELOW].map((name) => [name, table[name] ?? null]));
