import type { Caller, SpineId } from '@thegither/vocabulary';

/** Questions of one agency about one person take turns. */
export interface Turns {
  /** Waits for the question's turn, unless it has one, is about several people, or is somebody's who asks for themselves. */
  enter(request: string, caller: Caller, people: readonly SpineId[]): Promise<void>;
  /** The answer of a question that does not wait any more is out, or there will be none. */
  leave(request: string): void;
}

/** The questions about one person that go on, and those that wait, in the order in which they came. */
interface Line {
  free: number;
  readonly waiting: (() => void)[];
}

/**
 * A stop waits for nobody in this process but shares it with everybody who is answered: those who ask about the same
 * person at once would hold it up, and each would be answered no sooner. So some of an agency's questions about a person
 * go on, the others wait before anything is decided, and a change waits for none of them. Who is of another agency has a
 * line of their own: how long they wait tells nothing of who else looks. A question has one turn at most, so no two wait
 * for each other. Nobody stands here whom nobody asks about.
 */
export function createTurns(atOnce: number): Turns {
  const lines = new Map<string, Line>();
  const takenBy = new Map<string, string>();

  async function take(name: string): Promise<void> {
    const line = lines.get(name) ?? { free: atOnce, waiting: [] };
    lines.set(name, line);
    if (line.free > 0) line.free--;
    else await new Promise<void>((goOn) => { line.waiting.push(goOn); });
  }

  function giveBack(name: string): void {
    const line = lines.get(name)!, next = line.waiting.shift();
    if (next) next();
    else if (++line.free === atOnce) lines.delete(name);
  }

  return {
    async enter(request, caller, people) {
      if (caller.kind !== 'worker' || people.length !== 1 || takenBy.has(request)) return;
      const name = JSON.stringify([caller.agency, people[0]]);
      takenBy.set(request, name);
      await take(name);
    },
    leave(request) {
      const name = takenBy.get(request);
      if (name !== undefined && takenBy.delete(request)) giveBack(name);
    },
  };
}
