import { workerNamed } from '@thegither/synthetic';
import { categoryWords } from '@thegither/words';
import { isObject } from './isObject.ts';
import { day } from './records.ts';

const WIDTH = 110;

/** The latest looks of workers at somebody's records, as that person reads them: when, who, what they were shown, and what they asked for and were not given. */
export const printLooks = (disclosures: unknown, most = 2): string[] =>
  (isObject(disclosures) && Array.isArray(disclosures.items) ? disclosures.items : []).filter(isObject)
    .filter(({ worker, kind }) => worker !== null && kind === 'LOOK')
    .slice(0, most)
    .flatMap(({ at, worker, released, withheld }) => [
      `  ${day(String(at))}, ${workerNamed(String(worker))?.name ?? String(worker)}`,
      ...wrap(`was shown: ${titles(released) || 'nothing'}`),
      ...(titles(withheld) ? wrap(`asked, not given: ${titles(withheld)}`) : []),
    ]);

const titles = (names: unknown): string =>
  (Array.isArray(names) ? names : []).map((name) => categoryWords('en', String(name))?.plain ?? String(name)).join('; ');

/** Breaks a long line between words; what follows stands further in. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${lines.length === 0 ? '    ' : '      '}${word}`);
  }
  return lines;
}
