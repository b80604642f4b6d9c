import { authoritiesOf, type Authority } from '@thegither/consent';
import { readFacts, type Db } from '../standing/readStanding.ts';

/** Somebody for whom another acts now, and by what. */
export interface Represented {
  /** The person for whom it is. */
  readonly person: string;
  readonly authority: Authority;
}

/** For whom this person acts now, longest first. Of somebody whose facts cannot be read nobody is told that they act for them. */
export async function readRepresented(db: Db, representative: string): Promise<Represented[]> {
  const { rows } = await db.query<{ person: string }>(`SELECT DISTINCT person FROM authority WHERE representative = $1 AND state = 'CONFIRMED' AND ended_event IS NULL`, [representative]);
  const { at, facts } = await readFacts(db, rows.map(({ person }) => person));
  const readable = [...facts.values()].filter(({ unreadable }) => !unreadable);
  return readable.flatMap((one) => authoritiesOf(one, representative, at).map((authority) => ({ person: one.person, authority }))).toSorted((a, b) => a.authority.from - b.authority.from);
}
