import { type AuthorizationAnswer, type CedarValueJson, type TypeAndId, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Role } from '@thegither/vocabulary';
import type { Asked } from '../../asked.ts';
import type { PersonFacts } from '../../facts.ts';
import { HOUSE_POLICIES, REACH_POLICIES } from './housePolicies.ts';
import { codesIn, personPolicies } from './personPolicies.ts';

interface Thing {
  readonly uid: TypeAndId;
  readonly attrs: Record<string, CedarValueJson>;
  readonly parents: TypeAndId[];
}

type Context = Readonly<Record<string, CedarValueJson>>;

const of = (type: string, id: string): TypeAndId => ({ type, id });
const ref = (type: string, id: string): CedarValueJson => ({ __entity: { type, id } });
const thing = (uid: TypeAndId, attrs: Thing['attrs'] = {}, parents: TypeAndId[] = []): Thing => ({ uid, attrs, parents });
/** A category, in the group of its letter and in whatever others. */
const categoryCoded = (code: string, groups: readonly TypeAndId[] = []): Thing => thing(of('Category', code), {}, [of('Letter', code.slice(0, 1)), ...groups]);

/** Cedar passes over a policy that fails, also one that forbids, and says so beside its answer: here that is no answer at all. */
export function allows(answer: AuthorizationAnswer): boolean {
  if (answer.type === 'failure') throw new Error(`Cedar could not answer: ${answer.errors.map(({ message }) => message).join('; ')}`);
  const { decision, diagnostics: { errors } } = answer.response;
  if (errors.length > 0) throw new Error(`a policy failed: ${errors.map(({ policyId, error }) => `${policyId}: ${error.message}`).join('; ')}`);
  return decision === 'allow';
}

/** Puts a set of policies in place of the one of that name. Throws for policies that cannot be read. */
export function setPolicies(name: string, policies: string): void {
  const answer = preparsePolicySet(name, { staticPolicies: policies });
  if (answer.type === 'failure') throw new Error(`Cedar could not read the policies: ${answer.errors.map(({ message }) => message).join('; ')}`);
}

/** Asks the policies of that name, with the things that they may look at. */
export function ask(policies: string, principal: Thing, action: string, resource: Thing, context: Context, others: readonly Thing[] = []): boolean {
  return allows(statefulIsAuthorized({
    principal: principal.uid, action: of('Action', action), resource: resource.uid, context, preparsedPolicySetId: policies, entities: [principal, resource, ...others],
  }));
}

/** Answers that depend on neither the person nor the worker, so that each is asked for once. */
const reached = new Map<string, boolean>();

function reaches(role: Role, purpose: string, code: string): boolean {
  if (reached.size === 0) setPolicies('reach', REACH_POLICIES);
  const key = `${role} ${purpose} ${code}`, before = reached.get(key);
  if (before !== undefined) return before;
  const answer = ask('reach', thing(of('Role', role)), 'reach', categoryCoded(code), { purpose });
  reached.set(key, answer);
  return answer;
}

/** Who asks, as Cedar knows them. */
function principalOf({ asker }: Asked): Thing {
  if (asker.kind === 'person') return thing(of('Person', asker.person));
  const { worker, agency, team, roles } = asker.worker;
  return thing(of('Worker', worker), { agency, ...(team === null ? {} : { team }), roles: [...roles], receives: ref('Agreements', agency), holds: ref('Holdings', agency) });
}

/** Is the category among those that the caller's agency receives by agreement, or holds? */
function groupsOf({ asker }: Asked, code: string): TypeAndId[] {
  if (asker.kind === 'person') return [];
  const { agreed, holds, worker: { agency } } = asker;
  return [...codesIn(agreed).includes(code) ? [of('Agreements', agency)] : [], ...codesIn(holds).includes(code) ? [of('Holdings', agency)] : []];
}

/** May the caller read rows of a category that a controller holds, of a day (YYYYMMDD as a number) or of none? */
export type MayRead = (code: string, controller: string, on?: number) => boolean;

/** What Cedar says of one person and one question, row by row. The last person asked about is the one whose policies stand. */
export function askCedar(facts: PersonFacts, asked: Asked): MayRead {
  setPolicies('house', HOUSE_POLICIES + personPolicies(facts));
  const principal = principalOf(asked), { asker, purpose } = asked;
  const roles = asker.kind === 'worker' ? asker.worker.roles : [];
  const known = { unreadable: facts.unreadable, at: asked.at, ...(purpose === undefined ? {} : { purpose }) };
  const supports = asker.kind === 'worker' && ask('house', principal, 'support', thing(of('Person', facts.person)), known);
  const isReached = (code: string): boolean => asker.kind === 'person' || (purpose !== undefined && roles.some((role) => reaches(role, purpose, code)));
  return (code, controller, on) => isReached(code) && ask(
    'house', principal, 'read', thing(of('Row', `${code} of ${controller}`), { person: ref('Person', facts.person), category: ref('Category', code), controller, ...(on === undefined ? {} : { on }) }),
    { ...known, supports, held: facts.hold !== null }, [categoryCoded(code, groupsOf(asked, code))],
  );
}
