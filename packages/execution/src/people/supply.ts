import { type Mask, NOTHING, union } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';

/** What the subgraphs delivered about each person so far, and what they should have and did not. */
export class Supply {
  readonly #delivered = new Map<SpineId, Mask>();
  readonly #missing = new Map<SpineId, Mask>();

  /** A subgraph answered for these categories. */
  deliver(person: SpineId, categories: Mask): void {
    this.#delivered.set(person, union(this.delivered(person), categories));
  }

  /** A subgraph that shares these categories did not answer for them. */
  miss(person: SpineId, categories: Mask): void {
    this.#missing.set(person, union(this.missing(person), categories));
  }

  delivered(person: SpineId): Mask {
    return this.#delivered.get(person) ?? NOTHING;
  }

  missing(person: SpineId): Mask {
    return this.#missing.get(person) ?? NOTHING;
  }

  /** These people are fetched again from the start. */
  forget(people: Iterable<SpineId>): void {
    for (const person of people) {
      this.#delivered.delete(person);
      this.#missing.delete(person);
    }
  }
}
