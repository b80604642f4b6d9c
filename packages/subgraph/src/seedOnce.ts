/** Writes the demo people's rows when there are none yet: to be run at every start, and to change nothing the second time. `write` has to be one transaction. */
export async function seedOnce(countRows: () => Promise<number>, write: () => Promise<unknown>): Promise<void> {
  if ((await countRows()) === 0) await write();
}

/** A day of a story (2026-11-22) as Prisma wants it for a DATE column. */
export function dateColumn(day: string): Date;
export function dateColumn(day: string | null): Date | null;
export function dateColumn(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00.000Z`);
}
