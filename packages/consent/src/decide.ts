import { type Agreed, agreedTo, refusedTo, sourcesOf } from './agreed.ts';
import type { Asked } from './asked.ts';
import { type Ceiling, ceilingFor } from './ceilingFor.ts';
import type { Asker, PersonFacts } from './facts.ts';
import { type Claim, type Finding, closedBy, settle } from './findings.ts';
import { EVERYTHING, type Mask, NOTHING, intersection, maskOf, overlaps, union, without } from './mask.ts';
import { type Place, type Standing, placeOf } from './standing.ts';

/**
 * What a caller may see of one person now.
 * `granted`: rows of any controller, or of those in `sources` alone where the category is named there.
 * `own`: rows whose controller is the caller's agency. It stands whatever `granted` says, so that a grant which names
 * other sources, or ends, never hides an agency's own rows from it.
 * `findings`: why, made when first read. They part the register, and those that permit are exactly `granted` and `own`.
 */
export interface PersonDecision {
  readonly standing: Standing;
  readonly granted: Mask;
  readonly own: Mask;
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
  /** The grants that some of these categories are open by: those that the findings name for them, without the rest of the reasons. */
  grantsFor(categories: Mask): string[];
}

const NAME_AND_CONTACT = maskOf('NAME_AND_CONTACT');
const NO_SOURCES: ReadonlyMap<string, readonly string[]> = new Map();

/** What opens, by the reason that opens it: the one source of both masks and findings. */
interface Opened {
  readonly bySelf: Mask;
  readonly byOversight: Mask;
  readonly byAssignment: Mask;
  readonly byGrants: Mask;
  readonly own: Mask;
  readonly agreed: Agreed | undefined;
}

const opened = (change: Partial<Opened>): Opened => ({
  bySelf: change.bySelf ?? NOTHING, byOversight: change.byOversight ?? NOTHING, byAssignment: change.byAssignment ?? NOTHING,
  byGrants: change.byGrants ?? NOTHING, own: change.own ?? NOTHING, agreed: change.agreed,
});

const SHUT = opened({});

/** What a confirmed assignment and the person's choices open: own rows whatever they choose, then hold, refusals, grants. */
function openedToWorker(facts: PersonFacts, asked: Asked, asker: Asker & { kind: 'worker' }, open: Mask): Opened {
  const agreed = agreedTo(facts, asker.worker, asked);
  const byGrants = facts.hold === null ? intersection(open, without(agreed.categories, refusedTo(facts, asker.worker, asked.purpose))) : NOTHING;
  return opened({ byAssignment: intersection(open, NAME_AND_CONTACT), byGrants, agreed, own: intersection(open, asker.holds) });
}

function openedBy({ standing, closedBy: reason }: Place, facts: PersonFacts, asked: Asked, open: Mask): Opened {
  if (reason !== undefined) return SHUT;
  if (standing === 'SELF') return opened({ bySelf: open });
  if (standing === 'OVERSIGHT') return opened({ byOversight: open });
  return standing === 'ASSIGNED' && asked.asker.kind === 'worker' ? openedToWorker(facts, asked, asked.asker, open) : SHUT;
}

/** What everything that did not open is put down to, in the order of the rules. */
function shutBy(place: Place, facts: PersonFacts, asked: Asked): readonly Claim[] {
  if (place.standing !== 'ASSIGNED' || place.closedBy !== undefined || asked.asker.kind !== 'worker') {
    return [{ reason: place.closedBy ?? 'NOT_ASSIGNED', categories: EVERYTHING }];
  }
  return [
    { reason: 'HELD', categories: facts.hold === null ? NOTHING : EVERYTHING },
    { reason: 'REFUSED', categories: refusedTo(facts, asked.asker.worker, asked.purpose) },
    ...closedBy(facts, asked.asker.worker, asked),
  ];
}

function explain(opened: Opened, shut: readonly Claim[], { words }: Ceiling): Finding[] {
  return settle([
    { reason: 'NO_PURPOSE', categories: words.NO_PURPOSE },
    { reason: 'OUTSIDE_AGREEMENT', categories: words.OUTSIDE_AGREEMENT },
    { reason: 'ROLE_LIMIT', categories: words.ROLE_LIMIT },
    { reason: 'SELF', categories: opened.bySelf },
    { reason: 'OVERSIGHT', categories: opened.byOversight },
    { reason: 'ASSIGNED', categories: opened.byAssignment },
    { reason: 'AGREED', categories: opened.byGrants, by: opened.agreed?.by.map(({ grant, opens }) => ({ id: grant.id, categories: opens })) },
    { reason: 'OWN_RECORD', categories: opened.own },
    ...shut,
  ]);
}

class Decided implements PersonDecision {
  readonly standing: Standing;
  readonly granted: Mask;
  readonly own: Mask;
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly #byGrantsAlone: Mask;
  readonly #by: Agreed['by'];
  readonly #why: () => Finding[];
  #findings: readonly Finding[] | undefined;

  constructor(standing: Standing, { bySelf, byOversight, byAssignment, byGrants, own, agreed }: Opened, why: () => Finding[]) {
    this.standing = standing;
    this.granted = union(union(bySelf, byOversight), union(byAssignment, byGrants));
    this.own = own;
    this.sources = agreed === undefined || byGrants === NOTHING ? NO_SOURCES : sourcesOf(agreed, without(byGrants, byAssignment));
    this.#byGrantsAlone = without(byGrants, union(union(bySelf, byOversight), byAssignment));
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
 * unreadable facts withhold everything; the person sees their own; oversight sees who looked; an exclusion makes the
 * person unknown; without a confirmed assignment in force nothing opens. With one: name and contact, the agency's own
 * rows, and the union of matching grants, unless a hold stops all of them or a refusal at any recipient level some.
 * @see UK GDPR Articles 5(1)(b), 6, 7(3), 9 and 10
 */
export function decide(facts: PersonFacts, asked: Asked, ceiling: Ceiling = ceilingFor(asked)): PersonDecision {
  const place = placeOf(facts, asked);
  const opened = openedBy(place, facts, asked, ceiling.open);
  return new Decided(place.standing, opened, () => explain(opened, shutBy(place, facts, asked), ceiling));
}
