import { UNKNOWN, readTells, writeTells } from '../tells.ts';
import type { CheckedFeed } from './checkFeed.ts';
import type { CheckedService } from './checked.ts';
import { digestOf } from './digest.ts';
import type { Finding } from './report.ts';

/** A service that is in the directory already, as far as an import looks at it. */
export interface Standing {
  readonly id: string;
  readonly feed: string;
  readonly digest: string;
  readonly tells: string;
  readonly withdrawn: boolean;
}

/** A service to write, and its digest. */
export interface ToWrite {
  readonly service: CheckedService;
  readonly digest: string;
}

/** What an import is going to do. */
export interface Plan {
  readonly added: readonly ToWrite[];
  readonly changed: readonly ToWrite[];
  readonly unchanged: number;
  /** Ids of services that their feed names no more. */
  readonly withdrawn: readonly string[];
  readonly warned: readonly Finding[];
  readonly refused: readonly Finding[];
}

/**
 * What has to be done so that the directory is as the feed says. `standing` are the services of this feed and those of
 * the same ids. A feed touches its own services alone. Once a service tells something of whoever is referred there it
 * goes on telling it, for the referrals made then were made to that; only what nobody could say may be said later. Pure.
 */
export function planOf({ name, services, named, warned, refused }: CheckedFeed, standing: readonly Standing[]): Plan {
  const there = new Map(standing.map((one) => [one.id, one]));
  const added: ToWrite[] = [], changed: ToWrite[] = [], foreign: Finding[] = [];
  let unchanged = 0;
  for (const { where, ...checked } of services) {
    const had = there.get(checked.id);
    if (had && had.feed !== name) {
      foreign.push({ where, field: 'id', why: 'Its id is a service\'s of another feed, which this one may not change.' });
      continue;
    }
    const service = had ? { ...checked, tells: toldNow(had.tells, checked.tells) } : checked;
    const digest = digestOf(service);
    if (!had) added.push({ service, digest });
    else if (had.digest !== digest || had.tells !== service.tells || had.withdrawn) changed.push({ service, digest });
    else unchanged += 1;
  }
  const withdrawn = named ? standing.filter(({ id, feed, withdrawn: gone }) => feed === name && !gone && !named.has(id)).map(({ id }) => id) : [];
  const unsure = named ? [] : [{ where: 'the feed', field: '', why: 'Nothing was withdrawn: a service without an id that can be read may be any of those that are missing.' }];
  return { added, changed, unchanged, withdrawn, warned: [...warned, ...unsure], refused: [...refused, ...foreign] };
}

const toldNow = (before: string, now: string): string => writeTells([...readTells(before).filter((category) => category !== UNKNOWN), ...readTells(now)]);
