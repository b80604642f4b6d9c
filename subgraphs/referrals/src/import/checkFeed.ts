import type { CheckedService } from './checked.ts';
import { checkService } from './checkService.ts';
import type { Known } from './known.ts';
import type { RawFeed } from './readFeed.ts';
import type { Finding } from './report.ts';

/** A feed that was looked at. */
export interface CheckedFeed {
  readonly name: string;
  readonly read: number;
  readonly services: readonly (CheckedService & { readonly where: string })[];
  /** Every id that the feed names, of refused services too: nothing of these is withdrawn. Undefined when one cannot be read: then it may be any. */
  readonly named: ReadonlySet<string> | undefined;
  readonly warned: readonly Finding[];
  readonly refused: readonly Finding[];
}

/** Looks at every service of a feed. Of two with one id the first is taken. Pure. */
export function checkFeed({ name, services: raw }: RawFeed, known: Known): CheckedFeed {
  const services: (CheckedService & { readonly where: string })[] = [], warned: Finding[] = [], refused: Finding[] = [], named = new Set<string>();
  let nameless = false;
  for (const one of raw) {
    const look = checkService(one, known);
    const isTwice = look.id !== undefined && named.has(look.id);
    if (look.id === undefined) nameless = true;
    else named.add(look.id);
    if (isTwice) refused.push({ where: one.where, field: 'id', why: 'Its id is another service\'s of the feed; the first is taken.' });
    else if (look.refused) refused.push(look.refused);
    else if (look.service) {
      services.push({ ...look.service, where: one.where });
      warned.push(...look.warned);
    }
  }
  return { name, read: raw.length, services, named: nameless ? undefined : named, warned, refused };
}
