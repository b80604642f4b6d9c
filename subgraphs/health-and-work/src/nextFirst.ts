/** Appointments in the order in which somebody wants to see them: what is to come, the nearest first, then what is over, the latest first. `now` in milliseconds. */
export function nextFirst<Row extends { readonly at: Date }>(rows: readonly Row[], now: number): Row[] {
  const toCome = rows.filter(({ at }) => at.getTime() >= now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const over = rows.filter(({ at }) => at.getTime() < now).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return [...toCome, ...over];
}
