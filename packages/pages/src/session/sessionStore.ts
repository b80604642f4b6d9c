import type { Session } from './session.ts';

/** Where sessions are kept, by a hash of the id in the browser: who reads the store cannot be anybody. */
export interface SessionStore {
  get(key: string): Promise<Session | undefined>;
  /** `untilMs` in milliseconds since 1970. */
  set(key: string, session: Session, untilMs: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * Keeps sessions in this process's memory: one process, and everybody signs in again when it starts anew. Bounded, the
 * longest unused forgotten first; browsers in which nobody has signed in have a bound of their own, so that however many
 * knock, nobody who is inside is put out.
 */
export function memorySessions(now: () => number, most = 50_000): SessionStore {
  const inside = new Map<string, Row>(), knocking = new Map<string, Row>();
  const forget = (key: string): boolean => inside.delete(key) || knocking.delete(key);
  return {
    async get(key) {
      const row = inside.get(key) ?? knocking.get(key);
      if (row === undefined || row.until > now()) return row?.session;
      forget(key);
      return undefined;
    },
    async set(key, session, until) {
      forget(key);
      const rows = session.user ? inside : knocking;
      if (rows.size >= most) rows.delete(rows.keys().next().value!);
      rows.set(key, { session, until });
    },
    async delete(key) {
      forget(key);
    },
  };
}

interface Row { readonly session: Session; readonly until: number }
