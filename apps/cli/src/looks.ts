import { workerNamed } from '@thegither/synthetic';
import { categoryWords } from '@thegither/words';
import { isObject } from './isObject.ts';
import { day } from './records.ts';

/** Who looked at somebody's records, as that person reads it: when, who, what they were shown, and what they asked for and were not given. */
export const printLooks = (disclosures: unknown): string[] =>
  (isObject(disclosures) && Array.isArray(disclosures.items) ? disclosures.items : []).filter(isObject).flatMap(({ at, worker, kind, released, withheld }) => [
    `  ${day(String(at))}, ${workerNamed(String(worker))?.name ?? String(worker)}, ${kind === 'LIST' ? 'in a list' : 'a look'}`,
    `    was shown: ${titles(released) || 'nothing'}`,
    ...(titles(withheld) ? [`    asked, not given: ${titles(withheld)}`] : []),
  ]);

const titles = (names: unknown): string =>
  (Array.isArray(names) ? names : []).map((name) => categoryWords('en', String(name))?.plain ?? String(name)).join('; ');
