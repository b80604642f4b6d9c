import type { Part } from './proof/part.ts';
import type { TimedWorlds } from './timing/timeWorlds.ts';

/** How much of the supergraph was asked, and how. */
export interface Counts {
  readonly coordinates: number;
  readonly arguments: number;
  readonly reasons: number;
  readonly pairs: number;
}

/** So many differences of one part are told one by one. */
const SHOWN = 10;

/** One line for a part, and one for each of its first differences. */
export function lineOf({ title, comparisons, differences }: Part, seconds: number): string {
  const more = differences.length > SHOWN ? [`    and ${differences.length - SHOWN} more`] : [];
  return [`  ${title.padEnd(48)}${String(comparisons).padStart(7)} comparisons ${String(differences.length).padStart(4)} differences ${seconds.toFixed(0).padStart(5)} s`,
    ...differences.slice(0, SHOWN).map((difference) => `    ${difference}`), ...more, ''].join('\n');
}

/** One line for the places at which no record here has anything to tell, by their types. */
export function silentLine(places: readonly string[]): string {
  const types = [...new Set(places.map((place) => place.split('.')[0]!))];
  const counted = types.map((type) => `${type} ${places.filter((place) => place.startsWith(`${type}.`)).length}`);
  return `  asked, though no record made here has anything there: ${places.length} coordinates (${counted.join(', ')})\n`;
}

/** One line for what two worlds took. */
export function timedLine({ title, calls, medians, p, sharpness, isControl, isTold }: TimedWorlds): string {
  const verdict = isControl ? (isTold ? 'told apart, as it must' : 'NOT TOLD APART: the measure is blind') : isTold ? 'TOLD APART' : 'alike';
  return `  ${title.padEnd(58)}${String(calls / 2).padStart(5)} calls each  ${medians.map((ms) => `${ms.toFixed(3)} ms`).join(' and ')}  p = ${p.toPrecision(3)}, would see ${sharpness.toFixed(2)} ms: ${verdict}\n`;
}

/** Everything that is not as it must be. */
export const faultsIn = (parts: readonly Part[], timed: readonly TimedWorlds[]): number =>
  parts.reduce((sum, { differences }) => sum + differences.length, 0) + timed.filter(({ isControl, isTold }) => isControl !== isTold).length;

/** The last line. */
export function lastLine({ coordinates, arguments: given, reasons, pairs }: Counts, parts: readonly Part[], timed: readonly TimedWorlds[]): string {
  const comparisons = parts.reduce((sum, part) => sum + part.comparisons, 0), calls = timed.reduce((sum, one) => sum + one.calls, 0);
  return `two worlds: ${coordinates} coordinates, ${given} arguments, ${reasons} reasons, ${pairs} pairs, ${comparisons} comparisons, ${calls} timed calls: ${faultsIn(parts, timed)} differences\n`;
}
