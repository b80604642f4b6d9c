import type { Contender } from '../start/contenders.ts';
import { middleFor, ratio, type CaseResults } from './results.ts';
import type { Measured } from './round.ts';
import type { Middle } from './middle.ts';

const COLUMNS: readonly { readonly title: string; readonly figure: keyof Measured; readonly digits: number }[] = [
  { title: 'gateway CPU ms', figure: 'gatewayCpuMs', digits: 2 },
  { title: '+ decisions', figure: 'cpuMs', digits: 2 },
  { title: 'per second', figure: 'perSecond', digits: 0 },
  { title: 'p50 ms', figure: 'p50', digits: 1 },
  { title: 'p99 ms', figure: 'p99', digits: 1 },
  { title: 'peak MB', figure: 'peakMb', digits: 0 },
  { title: 'calls', figure: 'calls', digits: 1 },
  { title: 'keys', figure: 'keys', digits: 0 },
  { title: 'failed', figure: 'failed', digits: 0 },
  { title: 'kB', figure: 'bytes', digits: 1 },
];

/** The results of one case as a table in Markdown: medians of the rounds, and for the ratio to stock how far they lie apart. */
export function tableOf(results: CaseResults, contenders: readonly Pick<Contender, 'name' | 'title'>[]): string {
  const rows = contenders.filter(({ name }) => results.rounds.has(name)).map(({ name, title }) => [
    title,
    ...COLUMNS.map(({ figure, digits }) => (middleFor(results, name, figure).median / (figure === 'bytes' ? 1000 : 1)).toFixed(digits)),
    spread(ratio(results, name)),
  ]);
  const head = [results.case.title, ...COLUMNS.map(({ title }) => title), 'ratio to (a)'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  return [line(head), `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`, ...rows.map(line)].join('\n');
}

/** A median with the least and the most. */
export const spread = (middle: Middle | undefined): string =>
  (middle ? `${middle.median.toFixed(3)} (${middle.least.toFixed(3)} to ${middle.most.toFixed(3)})` : '');
