import { covers, union, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { IRules } from 'graphql-shield';
import { mayRead, openIn, type PersonAccess } from './access.ts';
import type { SubgraphContext } from './context.ts';
import type { FieldMark, Marks } from './marks.ts';
import { dayOf } from './rowDay.ts';
import { allow, deny, rule } from './shieldLibrary.ts';
import { Withheld } from './withheld.ts';

/** May this caller use a root field? Synchronous, over the request's decision and the field's arguments. */
export type RootRule = (context: SubgraphContext, args: Readonly<Record<string, unknown>>) => boolean;

/** A room's own rules: one for each of its root fields. What is not named is refused. */
export interface RootRules {
  readonly Query?: Readonly<Record<string, RootRule>>;
  readonly Mutation?: Readonly<Record<string, RootRule>>;
}

type ShieldRule = typeof allow | ReturnType<ReturnType<typeof rule>>;
type RuleTree = Record<string, ShieldRule | Record<string, ShieldRule>>;

const ROOTS = ['Query', 'Mutation'] as const;

/**
 * The second lock as a tree of rules, deny by default. Below the roots it is derived from the schema's own marks, so
 * that the schema stays the one truth; a field of Person without a mark is refused.
 * @throws HouseError CONFIGURATION for a root field without a rule
 */
export function deriveRules(marks: Marks, roots: RootRules): IRules {
  const tree: RuleTree = { _Service: allow };
  for (const [type, fields] of marks) {
    if (type !== 'Query' && type !== 'Mutation' && type !== 'Subscription') tree[type] = objectRules(type, fields);
  }
  for (const root of ROOTS) {
    const fields = rootRules(root, marks, roots);
    if (Object.keys(fields).length > 0) tree[root] = fields;
  }
  return tree;
}

function rootRules(root: (typeof ROOTS)[number], marks: Marks, roots: RootRules): Record<string, ShieldRule> {
  const rules = roots[root] ?? {};
  const missing = [...(marks.get(root)?.keys() ?? [])].filter((field) => !Object.hasOwn(rules, field));
  if (missing.length > 0) throw new HouseError('CONFIGURATION', `no rule for ${missing.map((field) => `${root}.${field}`).join(', ')}`);
  const named = Object.fromEntries(Object.entries(rules).map(([field, check]) => [field, asShieldRule(`${root}.${field}`, check)]));
  // the two fields that every subgraph has: entities come only with a decision made for joining them
  return root === 'Query' ? { ...named, _service: allow, _entities: asShieldRule('Query._entities', ({ decision }) => decision.use === 'joined') } : named;
}

const asShieldRule = (name: string, check: RootRule): ShieldRule =>
  rule(name, { cache: 'no_cache' })((_parent, args, context: SubgraphContext) => check(context, args as Record<string, unknown>));

function objectRules(type: string, fields: ReadonlyMap<string, FieldMark>): Record<string, ShieldRule> {
  return Object.fromEntries([...fields].map(([field, mark]) => [field, fieldRule(type, field, mark)]));
}

function fieldRule(type: string, field: string, mark: FieldMark): ShieldRule {
  if (type === 'Person' && field === 'id') return allow;
  if (type === 'Person' && mark.said === 'nothing') return deny;
  return isGuarded(mark) ? personalRule(`${type}.${field}`, type, mark) : allow;
}

const isGuarded = (mark: FieldMark): boolean => mark.needs !== 0n || [...mark.tellingArguments.values()].some((needs) => needs !== 0n);

function personalRule(name: string, type: string, mark: FieldMark): ShieldRule {
  return rule(name, { cache: 'no_cache' })((parent: ParentRow, args, context: SubgraphContext) => {
    const access = context.decision.of(String(type === 'Person' ? parent.id : parent.person));
    return access && isOpen(type, parent, access, needsWith(mark, args as Record<string, unknown>)) ? true : new Withheld();
  });
}

/** The object a field is read from: a person by reference, or a row that says whose it is. */
interface ParentRow {
  readonly id?: unknown;
  readonly person?: unknown;
  readonly controller?: unknown;
}

// A person's own fields list rows of many controllers and days: the loader sorts those out. A row has one of each.
const isOpen = (type: string, parent: ParentRow, access: PersonAccess, needs: Mask): boolean =>
  type === 'Person' ? covers(openIn(access), needs) : mayRead(access, needs, { controller: typeof parent.controller === 'string' ? parent.controller : undefined, day: dayOf(parent) });

const needsWith = (mark: FieldMark, args: Readonly<Record<string, unknown>>): Mask =>
  [...mark.tellingArguments].reduce((all, [name, needs]) => (args[name] === undefined ? all : union(all, needs)), mark.needs);

/** Type -> fields whose refusal is an answer and not an error. */
export function personalFields(marks: Marks): Record<string, string[]> {
  const guarded = [...marks].map(([type, fields]) => [type, [...fields].filter(([, mark]) => isGuarded(mark)).map(([field]) => field)] as const);
  return Object.fromEntries(guarded.filter(([type, fields]) => type !== 'Query' && type !== 'Mutation' && fields.length > 0));
}
