import type { Acts } from './acts.ts';
import type { People } from './people.ts';
import type { Random } from '../harness/random.ts';

const WORKERS = ['isla', 'ruaridh', 'niamh', 'ewan', 'una', 'gordon', 'catriona'];

/** Lets everybody who was added be supported by some, and agree with some, before the first question; somebody waits to be confirmed. */
export async function settleIn(people: People, acts: Acts, random: Random): Promise<void> {
  for (const { key, hasAccount } of people.all) {
    if (hasAccount) continue;
    for (const worker of random.some(WORKERS, 45)) await acts.support(key, worker);
    for (let left = 3; left > 0; left--) {
      const act = await acts.random(key);
      if (act.actor === key) await acts.inLedger(act);
    }
  }
  for (const { key } of random.some(people.all, 30)) await acts.ask(key);
}
