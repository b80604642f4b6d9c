import { randomUUID } from 'node:crypto';
import { HouseError, MOST_PEOPLE, type DecideRequest, type PersonId } from '@thegither/vocabulary';
import { RateLimited } from '../rates/rateLimits.ts';
import type { DecisionService } from '../decisionService.ts';

/** Who wants to be told, of whom. */
export interface Watched {
  /** Tells one caller from another, to count what each has open. */
  readonly caller: string;
  readonly token: string;
  readonly purpose: string | null;
  /** The ledger's ids of these people, in the caller's order. */
  readonly people: readonly PersonId[];
  /** Did the caller see the person at this place by another decision than the one with this fingerprint? Never when they do not say what they saw. */
  readonly isOther?: ((place: number, fingerprint: string) => boolean) | undefined;
}

/** What is told. None of it names anybody. */
export interface Listener {
  /** From now on nothing is missed. */
  opened(): void;
  /** Another answer would be given now about those at these places of the caller's list. */
  changed(places: readonly number[]): void;
  /** Nothing is told any more, so what stands on the screen can no longer be relied on. */
  over(): void;
}

/** Tells callers when something changed for them about people whom they have on a screen. */
export interface Changes {
  /**
   * Answers the way to stop. What is another already than the caller saw is told at once. Throws RATE_LIMITED when this caller, or everybody together, has too much open, and what
   * the decision service throws.
   */
  open(watched: Watched, listener: Listener): Promise<() => void>;
  /** Looks once for what changed. Called every second; a call during another does nothing. */
  look(): Promise<void>;
  /** Everybody is told that it is over. */
  close(): void;
}

/** How much may be open, and how long nothing may be known. */
export interface ChangesLimits {
  readonly ofOneCaller: number;
  readonly ofAll: number;
  /** Milliseconds after which it is decided again though no mark changed: for a token that ended, a team that was left, an agreement between agencies. */
  readonly decideAgainMs: number;
  /** How often in a row looking may fail before it is over. */
  readonly failures: number;
}

/** What a gateway allows. */
export const CHANGES: ChangesLimits = { ofOneCaller: 20, ofAll: 2_000, decideAgainMs: 30_000, failures: 3 };

/** How many are decided about at once. */
const AT_ONCE = 8;
const RETRY_SECONDS = 30;

/** One that is open. */
interface Open {
  readonly watched: Watched;
  readonly listener: Listener;
  /** By person: what stood when it was decided last. */
  fingerprints: ReadonlyMap<string, string>;
  marks: ReadonlyMap<string, string>;
  decidedAt: number;
  failures: number;
}

/**
 * Begins without anybody. A caller hears of a change only where their own decision is another now, so that what a person
 * agrees with somebody else is heard by nobody: marks say when to decide again, the decisions' fingerprints whether to
 * tell. `now` in milliseconds on a clock that never goes back.
 */
export function createChanges(decisionService: Pick<DecisionService, 'decide' | 'marks'>, now: () => number, limits: ChangesLimits = CHANGES): Changes {
  const all = new Set<Open>();
  let looking = false, failures = 0;

  async function fingerprintsOf({ token, purpose, people }: Watched): Promise<ReadonlyMap<string, string>> {
    const each = [...new Set(people)];
    const { people: decided } = await decisionService.decide({ request: randomUUID(), token, purpose, mutation: false, people: each, sign: [] } satisfies DecideRequest);
    if (decided.length !== each.length) throw new HouseError('DECISIONS_UNAVAILABLE');
    return new Map(each.map((person, index) => [person, decided[index]!.fingerprint]));
  }

  async function marksOf(people: Iterable<PersonId>): Promise<ReadonlyMap<string, string>> {
    const each = [...new Set(people)];
    const marks = new Map<string, string>();
    for (let from = 0; from < each.length; from += MOST_PEOPLE) {
      const some = each.slice(from, from + MOST_PEOPLE);
      const answer = await decisionService.marks({ people: some });
      some.forEach((person, index) => marks.set(person, answer.marks[index]!));
    }
    return marks;
  }

  function end(one: Open): void {
    if (all.delete(one)) one.listener.over();
  }

  const isStale = (one: Open, marks: ReadonlyMap<string, string>): boolean =>
    now() - one.decidedAt >= limits.decideAgainMs || one.watched.people.some((person) => one.marks.get(person) !== marks.get(person));

  /** Marks were read before it is decided: what changes in between shows in the next ones. */
  async function decideAgain(one: Open, marks: ReadonlyMap<string, string>): Promise<void> {
    try {
      const before = one.fingerprints;
      Object.assign(one, { fingerprints: await fingerprintsOf(one.watched), marks, decidedAt: now(), failures: 0 });
      const places = one.watched.people.flatMap((person, place) => (before.get(person) === one.fingerprints.get(person) ? [] : [place]));
      if (places.length > 0 && all.has(one)) one.listener.changed(places);
    } catch (error) {
      const refused = error instanceof HouseError && (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN');
      if (refused || ++one.failures >= limits.failures) end(one);
    }
  }

  async function look(): Promise<void> {
    const open = [...all];
    if (open.length === 0) return;
    const marks = await marksOf(open.flatMap(({ watched }) => watched.people));
    const stale = open.filter((one) => all.has(one) && isStale(one, marks));
    for (let from = 0; from < stale.length; from += AT_ONCE) await Promise.all(stale.slice(from, from + AT_ONCE).map((one) => decideAgain(one, marks)));
  }

  function mustHaveRoom(caller: string): void {
    const own = [...all].filter(({ watched }) => watched.caller === caller).length;
    if (own >= limits.ofOneCaller || all.size >= limits.ofAll) throw new RateLimited(RETRY_SECONDS);
  }

  return {
    async open(watched, listener) {
      mustHaveRoom(watched.caller);
      const marks = await marksOf(watched.people);
      const fingerprints = await fingerprintsOf(watched);
      // Others may have come in while it was decided.
      mustHaveRoom(watched.caller);
      const one: Open = { watched, listener, fingerprints, marks, decidedAt: now(), failures: 0 };
      all.add(one);
      listener.opened();
      const others = watched.people.flatMap((person, place) => (watched.isOther?.(place, fingerprints.get(person)!) ? [place] : []));
      if (others.length > 0) listener.changed(others);
      return () => void all.delete(one);
    },
    async look() {
      if (looking) return;
      looking = true;
      try {
        await look();
        failures = 0;
      } catch {
        // Nobody may go on believing a screen of which nothing is known.
        if (++failures >= limits.failures) for (const one of all) end(one);
      } finally {
        looking = false;
      }
    },
    close() {
      for (const one of all) end(one);
    },
  };
}
