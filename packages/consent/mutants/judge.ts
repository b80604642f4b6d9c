import type { Fate, Fated } from './runMutants.ts';

/** A mutant that does the same as the code, so that no test can notice it; found by these words, and believed for this reason. */
export interface Equivalent {
  readonly file: string;
  /** The whole line that it begins in. */
  readonly within: string;
  readonly original: string;
  readonly replacement: string;
  /** Where the line has several of this kind: which, from 1. */
  readonly nth?: number;
  readonly reason: string;
}

/** What is printed, and whether it is good enough. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly good: boolean;
}

/** Of the mutants that are not equivalent, at least so many in a hundred must be killed. */
export const ENOUGH = 95;

const FATES: readonly Fate[] = ['killed', 'timed out', 'survived', 'without coverage'];
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The mutants that an entry of the list means. */
function meantBy({ file, within, original, replacement, nth }: Equivalent, fated: readonly Fated[]): readonly Fated[] {
  const meant = fated.filter(({ mutant }) => mutant.file === file && mutant.within === within && flat(mutant.original) === flat(original) && flat(mutant.replacement) === flat(replacement));
  return nth === undefined ? meant : meant.slice(nth - 1, nth);
}

const isKilled = ({ fate }: Fated): boolean => fate === 'killed' || fate === 'timed out';
const oneLine = (text: string): string => flat(text).slice(0, 160);

function tableOf(fated: readonly Fated[], isEquivalent: (one: Fated) => boolean): string[] {
  const row = (name: string, some: readonly Fated[]): string => [
    name.padEnd(16), ...[some.length, ...FATES.map((fate) => some.filter((one) => one.fate === fate && !isEquivalent(one)).length), some.filter(isEquivalent).length].map((count, index) => String(count).padStart(index === 4 ? 17 : 11)),
  ].join('');
  const files = [...new Set(fated.map(({ mutant }) => mutant.file))];
  return [
    ['file'.padEnd(16), 'mutants'.padStart(11), 'killed'.padStart(11), 'timed out'.padStart(11), 'survived'.padStart(11), 'without coverage'.padStart(17), 'equivalent'.padStart(11)].join(''),
    ...files.map((file) => row(file, fated.filter(({ mutant }) => mutant.file === file))), row('all', fated),
  ];
}

/**
 * Judges what became of the mutants: a table by file, every survivor, and how many were killed of those that are not
 * equivalent. An entry of the list of equivalents is wrong, and the verdict bad, when no mutant is meant by it or a test killed one.
 */
export function judge(fated: readonly Fated[], equivalents: readonly Equivalent[]): Verdict {
  const meant = new Set(equivalents.flatMap((equivalent) => meantBy(equivalent, fated)));
  const isEquivalent = (one: Fated): boolean => !isKilled(one) && meant.has(one);
  const counted = fated.filter((one) => !isEquivalent(one)), killed = counted.filter(isKilled).length;
  const wrong = equivalents.flatMap((equivalent) => {
    const meant = meantBy(equivalent, fated), words = `${equivalent.file}: ${oneLine(equivalent.original)} → ${oneLine(equivalent.replacement)}`;
    if (meant.length === 0) return [`not equivalent: no mutant is ${words}`];
    return meant.some(isKilled) ? [`not equivalent: a test noticed ${words}`] : [];
  });
  const survivors = counted.filter((one) => !isKilled(one)).map(({ mutant: { file, line, original, replacement }, fate }) => `${file}:${line} ${fate}: ${oneLine(original)} → ${oneLine(replacement)}`);
  const percent = counted.length === 0 ? 0 : Math.floor((1000 * killed) / counted.length) / 10;
  return {
    lines: [...tableOf(fated, isEquivalent), ...survivors.length > 0 ? ['', ...survivors] : [], ...wrong, '', `${killed} of ${counted.length} mutants killed: ${percent} %`],
    good: percent >= ENOUGH && wrong.length === 0,
  };
}
