import type { SpineId } from '@thegither/vocabulary';
import type { Decisions } from '../ports.ts';

interface Wave {
  readonly people: Set<SpineId>;
  readonly done: Promise<void>;
}

/**
 * Gathers the people whom the fetches of one moment are about into one question to the decision service, and never
 * asks about the same person twice, unless a mutation may have changed what holds for them.
 */
export class Waves {
  readonly #decisions: Decisions;
  readonly #deciding = new Map<SpineId, Promise<void>>();
  readonly #asked = new Set<SpineId>();
  readonly #stale = new Set<SpineId>();
  #next: Wave | undefined;

  constructor(decisions: Decisions) {
    this.#decisions = decisions;
  }

  /** Resolves when all of them are decided; undefined when they are already. Rejects when there is no decision to be had. */
  decided(people: Iterable<SpineId>): Promise<unknown> | undefined {
    const waits = new Set<Promise<void>>();
    for (const person of people) {
      const wait = this.#deciding.get(person) ?? (this.#isOpen(person) ? this.#join(person) : undefined);
      if (wait) waits.add(wait);
    }
    return waits.size ? Promise.all(waits) : undefined;
  }

  /** Asks about them with the next question, for whoever needs it later: a refusal is theirs to meet. */
  prepare(people: Iterable<SpineId>): void {
    this.decided(people)?.catch(() => undefined);
  }

  /** From now on everybody who was decided so far is decided again before anything is fetched about them. */
  expire(): void {
    for (const person of this.#asked) this.#stale.add(person);
    this.#asked.clear();
  }

  #isOpen(person: SpineId): boolean {
    if (this.#asked.has(person)) return false;
    return this.#stale.has(person) || this.#decisions.of(person) === undefined;
  }

  #join(person: SpineId): Promise<void> {
    this.#next ??= this.#begin();
    this.#next.people.add(person);
    this.#deciding.set(person, this.#next.done);
    return this.#next.done;
  }

  #begin(): Wave {
    const people = new Set<SpineId>();
    return { people, done: this.#decide(people) };
  }

  // Fetches that begin together join before the microtask runs: parallel hops of a plan share one question.
  async #decide(people: ReadonlySet<SpineId>): Promise<void> {
    await Promise.resolve();
    this.#next = undefined;
    await this.#decisions.decide([...people]);
    for (const person of people) {
      this.#deciding.delete(person);
      this.#stale.delete(person);
      this.#asked.add(person);
    }
  }
}
