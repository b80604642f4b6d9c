/** The ids of the rows of these people that are kept from them at a moment. */
export type Restricted = (people: readonly string[], at: Date) => Promise<readonly string[]>;

/** Which rows of a room's table of restrictions are in force at a moment: reviewed by a second worker, not ended, and not over. Their last day counts whole. */
export const inForce = (people: readonly string[], at: Date): { person: { in: string[] }; reviewedAt: { not: null }; endedAt: null; until: { gte: Date } } =>
  ({ person: { in: [...people] }, reviewedAt: { not: null }, endedAt: null, until: { gte: new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`) } });

/** A room that has no rows of its own to keep. */
export const nothingKept: Restricted = async () => [];
