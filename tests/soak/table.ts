import { courseOf, type Fault, type Sample } from './judge.ts';
import type { SoakOptions, Soaked } from './soak.ts';

const mb = (kb: number): string => `${(kb / 1024).toFixed(1)} MB`;
const most = (samples: readonly Sample[], of: (sample: Sample) => number): number => Math.max(...samples.map(of));

/** The run as a table, and what it found. */
export function tableOf({ samples, counted, away }: Soaked, { seconds, seed }: SoakOptions, faults: readonly Fault[]): string {
  const held = courseOf(samples, ({ heldKb }) => heldKb), rss = courseOf(samples, ({ rssKb }) => rssKb);
  const isCounted = samples.every((sample) => sample.descriptors !== undefined);
  const open = isCounted ? courseOf(samples, ({ descriptors }) => descriptors!) : undefined;
  const rows: readonly (readonly string[])[] = [
    ['', 'least at first', 'least at last', 'most', 'slope for 1,000 operations'],
    ['held after collection', mb(held.first), mb(held.last), mb(most(samples, ({ heldKb }) => heldKb)), `${held.slope.toFixed(0)} kB`],
    ['resident', mb(rss.first), mb(rss.last), mb(most(samples, ({ rssKb }) => rssKb)), `${rss.slope.toFixed(0)} kB`],
    open ? ['descriptors', String(open.first), String(open.last), String(most(samples, ({ descriptors }) => descriptors!)), open.slope.toFixed(2)] : ['descriptors', 'not looked at: this system has no /proc/self/fd'],
    ['event loop late, p99', '', '', `${most(samples, ({ lagMs }) => lagMs).toFixed(0)} ms`],
  ];
  const widths = rows[0]!.map((_, column) => widest(rows.map((row) => row[column]?.length ?? 0)));
  return [
    `Soak: ${counted.operations} operations in ${seconds} s (${(counted.operations / seconds).toFixed(1)} a second, seed ${seed}); ${counted.told} answers told something, ${counted.changes} changes, ${counted.refused} refused; rooms went away ${away} times, ${counted.without} answers were without one; ${counted.busy} were late on a machine that was busy; ${samples.length} samples.`,
    ...rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : row.length < 3 ? cell : cell.padStart(widths[column]!))).join('  ')}`.trimEnd()),
    ...(faults.length === 0 ? ['  Nothing found.'] : faults.map(({ reason, says }) => `  ${reason}: ${says}`)), '',
  ].join('\n');
}

const widest = (numbers: readonly number[]): number => Math.max(...numbers);
