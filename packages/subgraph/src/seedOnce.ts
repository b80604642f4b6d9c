/** Writes the demo people's rows when there are none yet: to be run at every start, and to change nothing the second time. `write` has to be one transaction. */
export async function seedOnce(countRows: () => Promise<number>, write: () => Promise<unknown>): Promise<void> {
  if ((await countRows()) === 0) await write();
}

/** Prisma's `transactionOptions` for a seed, in milliseconds: at a first start all rooms are seeded at once, on a laptop that may be busy. */
export const PATIENT_SEED = { maxWait: 60_000, timeout: 60_000 } as const;

/** A day of a story (2026-11-22) as Prisma wants it for a DATE column. */
export function dateColumn(day: string): Date;
export function dateColumn(day: string | null): Date | null;
export function dateColumn(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00.000Z`);
}
