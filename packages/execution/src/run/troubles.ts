import { ERRORS, type ErrorCode, type SpineId } from '@thegither/vocabulary';
import type { GraphQLFormattedError } from 'graphql';
import type { Path } from '../tree/treeObject.ts';

/** A place that an error is about, and the nearest person above it: an error below somebody unknown must not be told. */
export interface Place {
  readonly path: Path;
  readonly person: SpineId | undefined;
}

interface Trouble {
  readonly code: ErrorCode;
  readonly subgraph: string | undefined;
  places: Place[];
}

/** The errors of a run. Their words are ours alone: nothing that a subgraph wrote is told on but a code of our list. */
export class Troubles {
  readonly #troubles: Trouble[] = [];
  readonly #outages = new Map<object, Trouble>();

  /** Something is wrong at one place. */
  at(place: Place, code: ErrorCode, subgraph?: string): void {
    this.#troubles.push({ code, subgraph, places: [place] });
  }

  /** A subgraph failed one fetch, for everything at these places: told once for each fetch. */
  outage(fetch: object, places: readonly Place[], code: ErrorCode, subgraph: string): void {
    const known = this.#outages.get(fetch);
    if (known) known.places.push(...places);
    else {
      const trouble = { code, subgraph, places: [...places] };
      this.#outages.set(fetch, trouble);
      this.#troubles.push(trouble);
    }
  }

  /** These people are fetched again: what went wrong for them so far does not count. */
  forget(people: ReadonlySet<SpineId>): void {
    for (const trouble of this.#troubles) trouble.places = trouble.places.filter(({ person }) => person === undefined || !people.has(person));
  }

  /** The errors as they may be told: none that is about people below whom nothing may be told. */
  told(mayTell: (place: Place) => boolean): GraphQLFormattedError[] {
    return this.#troubles.flatMap(({ code, subgraph, places }) => {
      const told = places.filter(mayTell);
      return told.length ? [formatted(code, commonPath(told), subgraph)] : [];
    });
  }
}

/** An error as callers read it. */
export function formatted(code: ErrorCode, path: Path, subgraph?: string): GraphQLFormattedError {
  const extensions = subgraph === undefined ? { code } : { code, subgraph };
  return path.length ? { message: ERRORS[code].meaning, path, extensions } : { message: ERRORS[code].meaning, extensions };
}

function commonPath([first, ...others]: readonly Place[]): Path {
  const shared = first!.path.findIndex((step, i) => others.some(({ path }) => path[i] !== step));
  return shared === -1 ? first!.path : first!.path.slice(0, shared);
}
