import { type Agreed, agreedTo, limitsOf, refusedTo } from './agreed.ts';
import type { Asked } from './asked.ts';
import { authoritiesOf, readBy } from './authority.ts';
import { type Ceiling, ceilingFor } from './ceilingFor.ts';
import type { Asker, PersonFacts } from './facts.ts';
import { type Claim, type Finding, closedBy, settle } from './findings.ts';
import type { Limit } from './limit.ts';
import { EVERYTHING, type Mask, NOTHING, intersection, maskOf, overlaps, union, without } from './mask.ts';
import { type OpenedFor, openingsFor, togetherFor } from './openings.ts';
import { type Place, type Standing, placeOf } from './standing.ts';

/**
 * What a caller may see of one person now.
 * `granted`: every row, or those of one of the category's `limits` alone where it has some.
 * `own`: rows whose controller is the caller's agency. It stands whatever `granted` says, so that a grant which names
 * other sources, or ends, never hides an agency's own rows from it.
 * `findings`: why, made when first read. They part the register, and those that permit are exactly `granted` and `own`.
 */
export interface PersonDecision {
  readonly standing: Standing;
  readonly granted: Mask;
  readonly own: Mask;
  readonly limits: ReadonlyMap<string, readonly Limit[]>;
  readonly findings: readonly Finding[];
  /** By which authority somebody acts for the person, who asks; null for everybody else. */
  readonly authority: string | null;
  /** The grants that some of these categories are open by: those that the findings name for them, without the rest of the reasons. */
  grantsFor(categories: Mask): string[];
  /** What the worker opened for themselves and this decision rests on, by id; none unless it is asked to keep safe. */
  readonly openings: readonly string[];
}

const NAME_AND_CONTACT = maskOf('NAME_AND_CONTACT');
const NO_LIMITS: ReadonlyMap<string, readonly Limit[]> = new Map();

const NO_OPENINGS = togetherFor([]);

/** What opens, by the reason that opens it: the one source of both masks and findings. */
interface Opened {
  readonly bySelf: Mask;
  readonly byRepresentative: Mask;
  readonly byOversight: Mask;
  readonly byAssignment: Mask;
  readonly byGrants: Mask;
  readonly own: Mask;
  readonly agreed: Agreed | undefined;
  readonly openings: OpenedFor;
}

const opened = (change: Partial<Opened>): Opened => ({
  bySelf: change.bySelf ?? NOTHING, byRepresentative: change.byRepresentative ?? NOTHING, byOversight: change.byOversight ?? NOTHING, byAssignment: change.byAssignment ?? NOTHING,
  byGrants: change.byGrants ?? NOTHING, own: change.own ?? NOTHING, agreed: change.agreed, openings: change.openings ?? NO_OPENINGS,
});

const SHUT = opened({});

/** What a confirmed assignment and the person's choices open: own rows whatever they choose, then hold, refusals, grants. */
function openedToWorker(facts: PersonFacts, asked: Asked, asker: Asker & { kind: 'worker' }, open: Mask): Opened {
  const agreed = agreedTo(facts, asker.worker, asked);
  const byGrants = facts.hold === null ? intersection(open, without(agreed.categories, refusedTo(facts, asker.worker, asked.purpose))) : NOTHING;
  return opened({ byAssignment: intersection(open, NAME_AND_CONTACT), byGrants, agreed, own: intersection(open, asker.holds) });
}

/** What a representative's authority lets them read. The ceiling above it is the person's own, so that it never opens more than they see themselves. */
const readThrough = (facts: PersonFacts, { asker, at }: Asked): Mask => (asker.kind === 'person' ? readBy(authoritiesOf(facts, asker.person, at)) : NOTHING);

/** To keep safe nothing opens but what was opened for it, whatever the person chose: that is never called an agreement. */
function openedToKeepSafe(facts: PersonFacts, asked: Asked, open: Mask): OpenedFor {
  const { by, byLaw, byEmergency } = togetherFor(openingsFor(facts, asked));
  return { by, byLaw: intersection(open, byLaw), byEmergency: intersection(open, byEmergency) };
}

function openedBy({ standing, closedBy: reason }: Place, facts: PersonFacts, asked: Asked, open: Mask): Opened {
  if (reason !== undefined) return SHUT;
  if (standing === 'SELF') return opened({ bySelf: open });
  if (standing === 'REPRESENTATIVE') return opened({ byRepresentative: intersection(open, readThrough(facts, asked)) });
  if (standing === 'OVERSIGHT') return opened({ byOversight: open });
  if (asked.purpose === 'KEEP_SAFE') return opened({ openings: openedToKeepSafe(facts, asked, open) });
  return standing === 'ASSIGNED' && asked.asker.kind === 'worker' ? openedToWorker(facts, asked, asked.asker, open) : SHUT;
}

/** What everything that did not open is put down to, in the order of the rules. */
function shutBy(place: Place, facts: PersonFacts, asked: Asked): readonly Claim[] {
  if (place.standing === 'REPRESENTATIVE') return [{ reason: 'OUTSIDE_AUTHORITY', categories: EVERYTHING }];
  if (place.standing !== 'ASSIGNED' || place.closedBy !== undefined || asked.asker.kind !== 'worker' || asked.purpose === 'KEEP_SAFE') {
    return [{ reason: place.closedBy ?? notOpened(place), categories: EVERYTHING }];
  }
  return [
    { reason: 'HELD', categories: facts.hold === null ? NOTHING : EVERYTHING },
    { reason: 'REFUSED', categories: refusedTo(facts, asked.asker.worker, asked.purpose) },
    ...closedBy(facts, asked.asker.worker, asked),
  ];
}

/** What neither an emergency nor a law opened to somebody for whom it opened something else. */
const notOpened = ({ standing }: Place): 'NO_PURPOSE' | 'NOT_ASSIGNED' => (standing === 'ASSIGNED' ? 'NO_PURPOSE' : 'NOT_ASSIGNED');

function explain(opened: Opened, shut: readonly Claim[], { words }: Ceiling): Finding[] {
  return settle([
    { reason: 'NO_PURPOSE', categories: words.NO_PURPOSE },
    { reason: 'OUTSIDE_AGREEMENT', categories: words.OUTSIDE_AGREEMENT },
    { reason: 'ROLE_LIMIT', categories: words.ROLE_LIMIT },
    { reason: 'SELF', categories: opened.bySelf },
    { reason: 'REPRESENTATIVE', categories: opened.byRepresentative },
    { reason: 'OVERSIGHT', categories: opened.byOversight },
    { reason: 'ASSIGNED', categories: opened.byAssignment },
    { reason: 'AGREED', categories: opened.byGrants, by: opened.agreed?.by.map(({ grant, opens }) => ({ id: grant.id, categories: opens })) },
    { reason: 'OWN_RECORD', categories: opened.own },
    { reason: 'STATUTORY', categories: opened.openings.byLaw },
    { reason: 'BREAK_GLASS', categories: opened.openings.byEmergency },
    ...shut,
  ]);
}

class Decided implements PersonDecision {
  readonly standing: Standing;
  readonly granted: Mask;
  readonly own: Mask;
  readonly limits: ReadonlyMap<string, readonly Limit[]>;
  readonly authority: string | null;
  readonly openings: readonly string[];
  readonly #byGrantsAlone: Mask;
  readonly #by: Agreed['by'];
  readonly #why: () => Finding[];
  #findings: readonly Finding[] | undefined;

  constructor({ standing, authority }: Place, { bySelf, byRepresentative, byOversight, byAssignment, byGrants, own, agreed, openings }: Opened, why: () => Finding[]) {
    this.standing = standing;
    this.authority = authority ?? null;
    const byNoGrant = [byRepresentative, byOversight, byAssignment, openings.byLaw, openings.byEmergency].reduce(union, bySelf);
    this.openings = openings.by.map(({ id }) => id);
    this.granted = union(byNoGrant, byGrants);
    this.own = own;
    this.limits = agreed === undefined || byGrants === NOTHING ? NO_LIMITS : limitsOf(agreed, without(byGrants, byAssignment));
    this.#byGrantsAlone = without(byGrants, byNoGrant);
    this.#by = agreed?.by ?? [];
    this.#why = why;
  }

  /** A decision about two hundred people is mostly masks; the reasons are worked out for those who ask. */
  get findings(): readonly Finding[] {
    return this.#findings ??= this.#why();
  }

  grantsFor(categories: Mask): string[] {
    const open = intersection(categories, this.#byGrantsAlone);
    return this.#by.filter(({ opens }) => overlaps(opens, open)).map(({ grant }) => grant.id);
  }
}

/**
 * The rule of the house: what this caller may see of this person, for this purpose, at this instant. Pure: the same
 * facts and question always give the same answer, and time comes from the database.
 *
 * First what does not depend on the person (`ceiling`, made once for a request). Then, the first that applies:
 * unreadable facts withhold everything; the person sees their own; whoever acts for them sees of that what their
 * authority covers; oversight sees who looked; to keep safe, what the worker opened for it in an emergency or by a law,
 * and nothing else; an exclusion makes the person unknown; without a confirmed assignment in force nothing opens. With
 * one: name and contact, the agency's own rows, and the union of matching grants, unless a hold stops all of them or a
 * refusal at any recipient level some.
 * @see UK GDPR Articles 5(1)(b), 6, 7(3), 9 and 10
 */
export function decide(facts: PersonFacts, asked: Asked, ceiling: Ceiling = ceilingFor(asked)): PersonDecision {
  const place = placeOf(facts, asked);
  const opened = openedBy(place, facts, asked, ceiling.open);
  return new Decided(place, opened, () => explain(opened, shutBy(place, facts, asked), ceiling));
}
