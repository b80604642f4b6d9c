import type { Canaries } from './canary.ts';

/** Why a worker asks to support somebody themselves, for each person in words of their own: told to them and to oversight, and to no worker who supports anybody. */
export type Reasons = (person: string) => string;

/** The way in which the schema tells them. */
export const REASONS_WAY = ['consent assignment  reason', [['MY_SHARING']]] as const;

/** Makes the reason of each person, once. */
export function openReasons(canaries: Canaries): Reasons {
  const words = new Map<string, string>();
  return (person) => {
    const word = words.get(person) ?? String(canaries.make('text', { room: 'consent', table: 'assignment', column: 'reason', row: words.size, of: undefined, person, controller: '', labels: [], forAgency: undefined }));
    words.set(person, word);
    return word;
  };
}
