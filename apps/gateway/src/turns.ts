import type { Caller, SpineId } from '@thegither/vocabulary';

/** Questions of one agency about one person take turns. */
export interface Turns {
  /** Waits for the question's turn, unless it has one, is about several people, or is somebody's who asks for themselves. */
  enter(request: string, caller: Caller, people: readonly SpineId[]): Promise<void>;
  /** The answer is out, or there will be none: a question that still waits does so no more, and never goes on. */
  leave(request: string): void;
}

/** The questions about one person that go on, and those that wait, in the order in which they came. */
interface Line {
  free: number;
  /** By request, in order. */
  readonly waiting: Map<string, () => void>;
}

/** How questions about one person are let through. */
export interface TurnsOptions {
  /** As many of one agency go on at once. */
  readonly atOnce: number;
  /** When so many wait, the next one goes on after a rest. */
  readonly crowd: number;
  /** Calls back a moment later: long enough for a change to find the processor and the person's lock free. */
  readonly rest: (goOn: () => void) => void;
}

/**
 * A stop waits for nobody in this process but shares it with everybody who is answered: those who ask about the same
 * person at once would hold it up, and each would be answered no sooner. So some of an agency's questions about a person
 * go on, the others wait before anything is decided, and a change waits for none of them. Where a crowd waits there is a rest
 * between two, for a crowd that takes turns without one leaves a change no room either. Who is of another agency has a
 * line of their own: how long they wait tells nothing of who else looks. A question has one turn at most, so no two wait
 * for each other. Nobody stands here whom nobody asks about.
 */
export function createTurns({ atOnce, crowd, rest }: TurnsOptions): Turns {
  const lines = new Map<string, Line>();
  const lineOf = new Map<string, string>();

  async function take(name: string, request: string): Promise<void> {
    const line = lines.get(name) ?? { free: atOnce, waiting: new Map() };
    lines.set(name, line);
    if (line.free > 0) line.free--;
    else await new Promise<void>((goOn) => { line.waiting.set(request, goOn); });
  }

  function giveBack(name: string, line: Line): void {
    if (line.waiting.size < crowd) passOn(name, line);
    else rest(() => passOn(name, line));
  }

  function passOn(name: string, line: Line): void {
    const [next] = line.waiting;
    if (next) {
      line.waiting.delete(next[0]);
      next[1]();
    } else if (++line.free === atOnce) lines.delete(name);
  }

  return {
    async enter(request, caller, people) {
      if (caller.kind !== 'worker' || people.length !== 1 || lineOf.has(request)) return;
      const name = JSON.stringify([caller.agency, people[0]]);
      lineOf.set(request, name);
      await take(name, request);
    },
    leave(request) {
      const name = lineOf.get(request);
      if (name === undefined) return;
      lineOf.delete(request);
      const line = lines.get(name)!;
      // Another part of its question failed while this one waited: what it never had it cannot give back.
      if (!line.waiting.delete(request)) giveBack(name, line);
    },
  };
}
