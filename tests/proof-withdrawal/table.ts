import type { Verdict } from './verdict.ts';

const ms = (time: number | undefined): string => (time === undefined ? '-' : time.toFixed(time < 10 ? 1 : 0));

const COLUMNS: readonly (readonly [title: string, cell: (verdict: Verdict) => string])[] = [
  ['scenario', ({ name }) => name],
  ['stops', ({ stops }) => String(stops)],
  ['reads', ({ reads }) => String(reads)],
  ['told', ({ told }) => String(told)],
  ['disclosures', ({ disclosures }) => String(disclosures)],
  ['late', ({ late }) => String(late)],
  ['late writes', ({ lateWrites }) => String(lateWrites)],
  ['arrived after', ({ arrivedAfter }) => String(arrivedAfter)],
  ['worst ms', ({ worstMs }) => ms(worstMs)],
  ['p50 ms', ({ p50 }) => ms(p50)],
  ['p99 ms', ({ p99 }) => ms(p99)],
  ['unread p99', ({ unreadP99 }) => ms(unreadP99)],
];

/** The first line of the table, and its other lines one by one: they are as wide as the titles, so that each can be shown when it is there. */
export const heading = (): string => line(COLUMNS.map(([title]) => title));

/** One scenario's lines. */
export const lineOf = (verdict: Verdict): string => [
  line(COLUMNS.map(([, cell]) => cell(verdict))),
  ...(verdict.codes.size > 0 ? [`    not answered: ${[...verdict.codes].map(([code, count]) => `${code} ${count}`).join(', ')}\n`] : []),
  ...verdict.faults.map((fault) => `    ${fault}\n`),
].join('');

/** What it all came to: the last line of the proof. */
export function lastLine(verdicts: readonly Verdict[]): string {
  const sum = (of: (verdict: Verdict) => number): number => verdicts.reduce((total, verdict) => total + of(verdict), 0);
  return `late disclosures: ${sum(({ late }) => late)} of ${sum(({ disclosures }) => disclosures)}\n`;
}

const WIDEST = 18;
const line = ([first = '', ...cells]: readonly string[]): string => `${first.padEnd(WIDEST)}${cells.map((cell, index) => cell.padStart(COLUMNS[index + 1]![0].length + 2)).join('')}\n`;
