/** Milliseconds: the middle, and what nineteen of twenty stay below. */
export interface Times { readonly p50: number; readonly p95: number }

/** What was found at one size: the pure decision for a caseload, and decide and release for one person and for a caseload. */
export interface Measured {
  readonly people: number;
  readonly loadSeconds: number;
  readonly bytes: number;
  readonly pure: Times;
  readonly one: Times;
  readonly caseload: Times;
}

/** How many times longer it takes at the greatest size than at the smallest. */
export type Growth = Readonly<Record<'one' | 'caseload', Times>>;

/** The quantiles of times, each the time that was measured at that rank. */
export function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Undefined where there is one size only. */
export function growthOf(measured: readonly Measured[]): Growth | undefined {
  const sorted = measured.toSorted((a, b) => a.people - b.people);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || least === most) return undefined;
  const grown = (what: 'one' | 'caseload'): Times => ({ p50: most[what].p50 / least[what].p50, p95: most[what].p95 / least[what].p95 });
  return { one: grown('one'), caseload: grown('caseload') };
}
