import { CASELOAD } from '../house/people.ts';
import type { Growth, Measured, Times } from './measured.ts';

const ROWS = [
  ['pure', `decide for ${CASELOAD} people, pure`], ['one', 'decide + release for one person'], ['caseload', `decide + release for ${CASELOAD} people`],
] as const satisfies readonly (readonly [keyof Measured & ('pure' | 'one' | 'caseload'), string])[];

const milliseconds = ({ p50, p95 }: Times): string => `${p50.toFixed(2)} / ${p95.toFixed(2)}`.padStart(18);
const times = ({ p50, p95 }: Times): string => `${p50.toFixed(2)} / ${p95.toFixed(2)}`.padStart(16);

/** What was found, as a table: p50 and p95 in milliseconds at each size, and how they grow. */
export function tableOf(measured: readonly Measured[], growth: Growth | undefined): string {
  const head = ['p50 / p95, milliseconds'.padEnd(36), ...measured.map(({ people }) => people.toLocaleString('en-GB').padStart(18)), ...(growth ? ['growth'.padStart(16)] : [])];
  const lines = ROWS.map(([what, title]) => [title.padEnd(36), ...measured.map((one) => milliseconds(one[what])), ...(growth && what !== 'pure' ? [times(growth[what])] : [])]);
  return `${[head, ...lines].map((cells) => cells.join('')).join('\n')}\n`;
}
