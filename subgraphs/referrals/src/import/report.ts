/** One thing that was found about a service of a feed. It never repeats what the feed said. */
export interface Finding {
  /** Which one, as "3rd service of page-2.json", so that its publisher finds it. */
  readonly where: string;
  /** Which part of it, as "schedules[0].opens_at"; empty for all of it. */
  readonly field: string;
  readonly why: string;
}

/** What an import did, or would have done. */
export interface Report {
  readonly feed: string;
  /** How many services the feed names. */
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** No longer named by their feed: marked so, never deleted. */
  readonly withdrawn: number;
  /** Taken without the part that could not be read. */
  readonly warned: readonly Finding[];
  /** Not taken. What was there of them before stays. */
  readonly refused: readonly Finding[];
  /** False when it was only tried. */
  readonly written: boolean;
}

const MOST_LINES = 500;

/** The report as people read it. */
export function printReport(report: Report): string {
  const { feed, read, added, changed, unchanged, withdrawn, warned, refused, written } = report;
  return [
    `${feed}: ${count(read, 'service')} read`,
    `  ${added} added, ${changed} changed, ${unchanged} unchanged, ${withdrawn} withdrawn, ${refused.length} refused`,
    ...list('Refused:', refused), ...list('Taken with a warning:', warned),
    written ? 'Written.' : 'Nothing was written: this was a trial.',
    '',
  ].join('\n');
}

function list(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const more = findings.length - MOST_LINES;
  return [title, ...findings.slice(0, MOST_LINES).map(({ where, field, why }) => `  ${where}${field ? `, ${field}` : ''}: ${why}`), ...(more > 0 ? [`  and ${more} more`] : [])];
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
