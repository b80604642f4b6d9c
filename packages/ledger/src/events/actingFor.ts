import { NOTHING, authoritiesOf, maskOf, reaches, union, type Authority, type Instant, type Mask, type PersonFacts } from '@thegither/consent';
import { HouseError, type Power } from '@thegither/vocabulary';
import type { Actor, Bodies, EventKind, Happening } from './event.ts';
import type { Act } from './record.ts';

/** What an act asks of the authority of whoever does it for the person. */
interface Reach {
  readonly power: Power;
  readonly categories: Mask;
}

const ofGrant = (id: string, { grants }: PersonFacts): Mask => grants.find((grant) => grant.id === id)?.categories ?? NOTHING;

/**
 * What another person may do for the one they act for. Whatever is not named here nobody does for anybody: who lives with
 * whom, who supports them, who acts for them, and what only they can say of what was written down.
 */
const REACH: { readonly [K in EventKind]?: (body: Bodies[K], facts: PersonFacts) => Reach } = {
  GRANT_GIVEN: ({ grant }) => ({ power: 'AGREE', categories: maskOf(...grant.categories) }),
  GRANT_CONFIRMED: ({ grant }, facts) => ({ power: 'AGREE', categories: ofGrant(grant, facts) }),
  GRANT_RESUMED: ({ grant }, facts) => ({ power: 'AGREE', categories: ofGrant(grant, facts) }),
  SHARING_RESUMED: (_, { grants }) => ({ power: 'AGREE', categories: grants.reduce((all, { categories }) => union(all, categories), NOTHING) }),
  GRANT_WITHDRAWN: ({ grant }, facts) => ({ power: 'STOP', categories: ofGrant(grant, facts) }),
  GRANT_PAUSED: ({ grant }, facts) => ({ power: 'STOP', categories: ofGrant(grant, facts) }),
  REFUSED: ({ refusal }) => ({ power: 'STOP', categories: maskOf(...refusal.categories) }),
  REQUEST_REFUSED: ({ refusal }) => ({ power: 'STOP', categories: maskOf(...refusal.categories) }),
  // To stop everything, or everything with somebody, tells nothing of what there was to stop.
  WITHDRAWN_FROM: () => ({ power: 'STOP', categories: NOTHING }),
  SHARING_STOPPED: () => ({ power: 'STOP', categories: NOTHING }),
  EXCLUDED: () => ({ power: 'STOP', categories: NOTHING }),
};

const reachOf = <K extends EventKind>({ kind, body }: { readonly kind: K; readonly body: Bodies[K] }, facts: PersonFacts): Reach | undefined => REACH[kind]?.(body, facts);

/** Is it another person than the one it is about who does it? */
export const isForAnother = ({ actor, person }: Pick<Act, 'actor' | 'person'>): boolean => actor.kind === 'person' && actor.id !== person;

/** Everybody whom the ledger may have written down as this actor: another person once for each authority they ever had. */
export const writtenAs = ({ actor: { kind, id }, person }: Act, { authorities }: PersonFacts): Actor[] =>
  isForAnother({ actor: { kind, id }, person }) ? authorities.filter(({ representative }) => representative === id).map((authority) => ({ kind, id, authority: authority.id })) : [{ kind, id }];

const forbid = (sentence: string): never => {
  throw new HouseError('FORBIDDEN', sentence);
};

/** Before anything is looked at: another person acts for this one now at all, and all that stands can be read. Throws FORBIDDEN. */
export function mustActFor(act: Act, facts: PersonFacts, at: Instant): void {
  if (isForAnother(act) && (facts.unreadable || authoritiesOf(facts, act.actor.id, at).length === 0)) forbid('Nobody changes what another person shares.');
}

/**
 * Who did it, as the event says it: of another person with the authority by which they may do just that. Throws FORBIDDEN
 * when none of theirs has the power for every category that it is about.
 */
export function actorOf(act: Act, facts: PersonFacts, at: Instant, happening: Happening): Actor {
  const { kind, id } = act.actor;
  if (!isForAnother(act)) return { kind, id };
  const may = authoritiesOf(facts, id, at).find((authority) => isWithin(authority, happening, facts));
  return may ? { kind, id, authority: may.id } : forbid('By what you act for this person, you cannot do this.');
}

/** Their own authority they may always give up. */
function isWithin(authority: Authority, happening: Happening, facts: PersonFacts): boolean {
  if (happening.kind === 'AUTHORITY_ENDED') return happening.body.authority === authority.id;
  const reach = reachOf(happening, facts);
  return reach !== undefined && reaches(authority, reach.power, reach.categories);
}
