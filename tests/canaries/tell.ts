import type { Lived } from './live.ts';
import type { CanaryHouse } from './openCanaryHouse.ts';

/** What a run was, in lines to be printed. */
export function tell({ judge: { counts, leaks, tooClosed }, planted, canaries, people, heard, questions }: CanaryHouse, lived: Lived, { seed, seconds, worked }: { readonly seed: number; readonly seconds: number; readonly worked: number }): string {
  const codes = [...lived.codes].toSorted(([, one], [, other]) => other - one).map(([code, times]) => `${code} ${times}`).join(', ');
  return [
    '', `Canaries: ${lived.operations} operations (seed ${seed}) in ${seconds.toFixed(0)} s, ${worked.toFixed(0)} s of processor: ${leaks.length} leaks, ${tooClosed.length} parts shut that were open.`,
    `  ${lived.queries} queries and ${lived.mutations} mutations out of ${questions.documents} documents, by ${people.accounts.length} accounts: ${codes}. Beside them ${lived.malformed} malformed ones, and ${lived.faults} rooms broken once.`,
    `  ${lived.changes} changes of what is shared, ${lived.inLedger} of them tried in the ledger itself; ${counts.open} times a category was open and ${counts.shut} times shut.`,
    `  ${(100 * counts.telling / counts.answers).toFixed(0)} % of the answers told something about somebody: ${counts.told} canaries (${counts.toldTo.size} different to whom) and ${counts.places} places.`,
    `  ${canaries.count} canaries in ${planted.reduce((sum, { columns }) => sum + columns, 0)} columns about ${people.all.length} people. ${counts.onTheWay} answers of rooms held some; ${counts.searched} texts had to hold none: among them ${heard.logs} log lines, ${heard.console} console lines, ${heard.spans} batches of spans, every question to a room.`, '',
  ].join('\n');
}
