import type { Session } from './session.ts';

/** Where sessions are kept, by a hash of the id in the browser: who reads the store cannot be anybody. */
export interface SessionStore {
  get(key: string): Promise<Session | undefined>;
  /** Keeps a new one. `untilMs` in milliseconds since 1970. */
  set(key: string, session: Session, untilMs: number): Promise<void>;
  /** Puts another in the place of what stands, with nobody else in between, and answers it; undefined when nothing stands, and then nothing is kept. */
  change(key: string, change: (stands: Session) => Session | Promise<Session>, untilMs: number): Promise<Session | undefined>;
  /** Answers what stood. */
  delete(key: string): Promise<Session | undefined>;
}

/**
 * Keeps sessions in this process's memory: one process, and everybody signs in again when it starts anew. Bounded, the
 * longest unused forgotten first; browsers in which nobody has signed in have a bound of their own, so that however many
 * knock, nobody who is inside is put out.
 */
export function memorySessions(now: () => number, most = 50_000): SessionStore {
  const inside = new Map<string, Row>(), knocking = new Map<string, Row>();
  const read = (key: string): Session | undefined => {
    const row = inside.get(key) ?? knocking.get(key);
    if (row === undefined || row.until > now()) return row?.session;
    forget(key);
    return undefined;
  };
  const forget = (key: string): boolean => inside.delete(key) || knocking.delete(key);
  const keep = (key: string, session: Session, until: number): void => {
    forget(key);
    const rows = session.user ? inside : knocking;
    if (rows.size >= most) rows.delete(rows.keys().next().value!);
    rows.set(key, { session, until });
  };
  // Whoever changes one waits for whoever changes it already.
  const changing = new Map<string, Promise<unknown>>();
  return {
    get: async (key) => read(key),
    set: async (key, session, until) => keep(key, session, until),
    async change(key, change, until) {
      const before = changing.get(key);
      const changed = (async () => {
        await before?.catch(() => undefined);
        const stands = read(key);
        if (stands === undefined) return undefined;
        const next = await change(stands);
        if (read(key) === undefined) return undefined;
        keep(key, next, until);
        return next;
      })();
      changing.set(key, changed);
      return changed.finally(() => {
        if (changing.get(key) === changed) changing.delete(key);
      });
    },
    async delete(key) {
      const stood = read(key);
      forget(key);
      return stood;
    },
  };
}

interface Row { readonly session: Session; readonly until: number }
