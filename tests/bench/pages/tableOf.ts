import type { MeasuredPage } from './measured.ts';

const HEAD = ['page', 'CPU p50 ms', 'CPU p95 ms', 'p50 ms', 'p95 ms', 'questions', 'kB'] as const;

const cellsOf = (one: MeasuredPage): string[] => ('processor' in one
  ? [one.page, ...[one.processor.p50, one.processor.p95, one.clock.p50, one.clock.p95].map((ms) => ms.toFixed(2)), one.questions.toString(), (one.bytes / 1000).toFixed(1)]
  : [one.page, `status ${one.status}`, '', '', '', '', '']);

const rank = (one: MeasuredPage): number => ('processor' in one ? one.processor.p95 : -1);

/** What was found as a table in Markdown, the slowest first; what was not measured at the end. */
export function tableOf(measured: readonly MeasuredPage[]): string {
  const rows = measured.toSorted((a, b) => rank(b) - rank(a)).map(cellsOf);
  const widths = HEAD.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  return [line(HEAD), `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`, ...rows.map(line)].join('\n');
}
