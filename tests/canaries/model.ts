import { WORKING_ROLES } from '@thegither/consent';
import { AGENCIES, workerNamed, type DemoWorker } from '@thegither/synthetic';
import { REGISTER, parsePurpose, type Purpose } from '@thegither/vocabulary';
import { momentsIn, noFacts, type Facts, type No, type Whom, type Yes } from './facts.ts';
import { within } from './within.ts';

/** Who asks: a worker's account, or a person. */
export interface Asker {
  readonly account: string;
  /** The Purpose header. */
  readonly purpose: string | null;
}

/** What a caller may be shown of one person at a moment. */
export interface Shown {
  /** May they know the person at all? */
  readonly known: boolean;
  /** Category -> the controllers whose rows it opens, or any. What is not in it is shut. */
  readonly open: ReadonlyMap<string, 'any' | ReadonlySet<string>>;
}

/** The test's own account of who may see what, from what it did itself. It shares no code with the house but the tables of roles, purposes and agreements. */
export interface Model {
  readonly of: (person: string) => Facts;
  /** Was there a moment between these two at which all of these categories were, or may have been, open to the asker, for rows of this controller (any when undefined)? */
  mayShow(asker: Asker, person: string, categories: readonly string[], controller: string | undefined, from: number, to: number): boolean;
  /** Was the person, or may they have been, known to the asker at some moment? */
  mayKnow(asker: Asker, person: string, from: number, to: number): boolean;
  /** Was this open to the asker for certain, the whole time? */
  mustShow(asker: Asker, person: string, category: string, from: number, to: number): boolean;
}

/** What a wrong model says otherwise: to see that the judge would notice. */
export interface Lie {
  /** Is this yes forgotten? */
  readonly forgetsYes?: (yes: Yes) => boolean;
  /** Is this no? */
  readonly forgetsNo?: (no: No) => boolean;
}

type How = 'most' | 'least';
type Open = Map<string, 'any' | ReadonlySet<string>>;

const BY_GRANT = new Set(REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name));
const SHUT: Shown = { known: false, open: new Map() };

/** The clock of the test and the clock of the ledger are one machine's: what ends by the clock has ended for certain this many milliseconds later. */
const CLOCKS = 100;

/** Begins an account in which nothing happened yet. */
export function openModel(): Model {
  const people = new Map<string, Facts>();
  return modelOver((person) => {
    const facts = people.get(person) ?? noFacts();
    people.set(person, facts);
    return facts;
  });
}

/** The same account with a lie in it. */
export const lyingModel = (model: Model, lie: Lie): Model => modelOver(model.of, lie);

function modelOver(of: Model['of'], lie: Lie = {}): Model {
  // One answer has thousands of places about the same people at the same moments.
  const seen = new Map<string, readonly Shown[]>();
  const shownFor = (asker: Asker, person: string, from: number, to: number, how: How): readonly Shown[] => {
    const key = [asker.account, asker.purpose, person, from, to, how].join(' ');
    const had = seen.get(key);
    if (had) return had;
    if (seen.size > 500) seen.clear();
    const made = [...new Set(momentsIn(of(person), from, to))].map((moment) => shown(asker, person, of(person), moment, how, lie));
    seen.set(key, made);
    return made;
  };
  const some = (asker: Asker, person: string, from: number, to: number, holds: (shown: Shown) => boolean): boolean => shownFor(asker, person, from, to, 'most').some(holds);
  return {
    of,
    mayShow: (asker, person, categories, controller, from, to) => some(asker, person, from, to, ({ known, open }) => known && categories.every((category) => opens(open, category, controller))),
    mayKnow: (asker, person, from, to) => some(asker, person, from, to, ({ known }) => known),
    mustShow: (asker, person, category, from, to) => shownFor(asker, person, from, to, 'least').every(({ open }) => open.has(category)),
  };
}

function opens(open: Shown['open'], category: string, controller: string | undefined): boolean {
  const whose = open.get(category);
  return whose !== undefined && (whose === 'any' || controller === undefined || whose.has(controller));
}

/** Where nobody can know, "most" takes what opens for done and what shuts for not done yet; "least" the other way. */
const opener = (fact: { readonly begun: { sent: number; acknowledged: number }; readonly ended?: { sent: number; acknowledged: number } }, moment: number, how: How): boolean =>
  (how === 'most'
    ? fact.begun.sent <= moment && (fact.ended === undefined || moment <= fact.ended.acknowledged)
    : fact.begun.acknowledged <= moment && (fact.ended === undefined || moment < fact.ended.sent));
const shutter: typeof opener = (fact, moment, how) => opener(fact, moment, how === 'most' ? 'least' : 'most');

function shown({ account, purpose: said }: Asker, person: string, facts: Facts, moment: number, how: How, lie: Lie): Shown {
  const purpose = parsePurpose(said);
  const asks = workerNamed(account);
  if (!asks) return account === person ? { known: true, open: everything(REGISTER.filter(({ bySelf }) => bySelf).map(({ name }) => name)) } : SHUT;
  if (purpose === 'AUDIT' && asks.roles.includes('DATA_PROTECTION_LEAD')) return { known: true, open: everything(within(asks, purpose)) };
  if (facts.outs.some((out) => shutter(out, moment, how) && means(out.whom, asks))) return SHUT;
  const supports = facts.supports.filter((support) => support.worker === account && isInForce(support, moment, how) && asks.roles.some((role) => WORKING_ROLES.has(role)));
  if (supports.length === 0) return SHUT;
  if (purpose === undefined || !supports.some(({ purposes }) => purposes.includes(purpose))) return { known: true, open: new Map() };
  return { known: true, open: openTo(asks, purpose, facts, moment, how, lie) };
}

const everything = (categories: readonly string[]): Open => new Map(categories.map((category) => [category, 'any']));

const isInForce = ({ begun, confirmed, ended, until }: Facts['supports'][number], moment: number, how: How): boolean =>
  confirmed !== undefined && opener({ begun: { sent: Math.max(begun.sent, confirmed.sent), acknowledged: Math.max(begun.acknowledged, confirmed.acknowledged) }, ended }, moment, how) &&
  moment < until + (how === 'most' ? CLOCKS : -CLOCKS);

function openTo(asks: DemoWorker, purpose: Purpose, facts: Facts, moment: number, how: How, lie: Lie): Open {
  const possible = new Set(within(asks, purpose));
  const holds = AGENCIES.find(({ id }) => id === asks.agency)!.holds;
  const open: Open = new Map();
  if (possible.has('NAME_AND_CONTACT')) open.set('NAME_AND_CONTACT', 'any');
  const isStopped = facts.stops.some((stop) => shutter(stop, moment, how));
  const refused = new Set(facts.noes.filter((no) => !lie.forgetsNo?.(no) && shutter(no, moment, how) && means(no.whom, asks) && (no.purpose === null || no.purpose === purpose)).flatMap(({ categories }) => categories));
  const agreed = isStopped ? [] : facts.yeses.filter((yes) => opener(yes, moment, how) && yes.purpose === purpose && means(yes.whom, asks) && (purpose !== 'TELL_EMPLOYER' || yes.whom.kind === 'worker') && !lie.forgetsYes?.(yes));
  for (const yes of agreed) {
    for (const category of yes.categories) if (possible.has(category) && BY_GRANT.has(category) && !refused.has(category)) widen(open, category, yes.sources.length === 0 ? 'any' : new Set(yes.sources));
  }
  for (const category of holds) if (possible.has(category)) widen(open, category, new Set([asks.agency]));
  return open;
}

function widen(open: Open, category: string, by: 'any' | ReadonlySet<string>): void {
  const had = open.get(category);
  open.set(category, had === 'any' || by === 'any' ? 'any' : new Set([...(had ?? []), ...by]));
}

const means = ({ kind, id }: Whom, asks: DemoWorker): boolean => (kind === 'worker' ? asks.id : kind === 'team' ? asks.team : asks.agency) === id;
