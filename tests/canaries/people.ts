import { PERSONAS, WORKERS } from '@thegither/synthetic';
import { DOMAINS, type PersonId, type SpineId } from '@thegither/vocabulary';
import { identifiers, idFor, somebody } from '../harness/twins.ts';

/** Somebody about whom there are canaries. */
export interface Somebody {
  readonly key: string;
  readonly spine: SpineId;
  /** Can they sign in? Then what they say they say at the door; else in the ledger. */
  readonly hasAccount: boolean;
}

/** Everybody in the house, by every name under which they are known. */
export interface People {
  readonly all: readonly Somebody[];
  /** Who can ask: every worker, and every person with an account. */
  readonly accounts: readonly string[];
  named(key: string): Somebody;
  /** Key of the person with this id, as this account sees it; undefined for nobody's. */
  seenBy(account: string, id: unknown): string | undefined;
  /** Key of the person with this id in a room's audience. */
  inRoom(room: string, id: string): string | undefined;
  idFor(account: string, key: string): PersonId;
  inLedger(key: string): PersonId;
}

/** The demo people, who have accounts, and so many more. */
export function gatherPeople(more: number): People {
  const all: Somebody[] = [
    ...PERSONAS.map(({ key, spine }) => ({ key, spine, hasAccount: true })),
    ...Array.from({ length: more }, (_, at) => ({ key: `person ${at + 1}`, spine: somebody(), hasAccount: false })),
  ];
  const byKey = new Map(all.map((one) => [one.key, one]));
  const named = (key: string): Somebody => {
    const one = byKey.get(key);
    if (!one) throw new RangeError('there is nobody of that name');
    return one;
  };
  const keysBy = (issue: (spine: SpineId) => PersonId): ReadonlyMap<unknown, string> => new Map(all.map(({ key, spine }) => [issue(spine), key]));
  const accounts = [...WORKERS.map(({ id }) => id), ...PERSONAS.map(({ key }) => key)];
  const seen = new Map(accounts.map((account) => [account, keysBy((spine) => idFor(account, spine))]));
  const inRooms = new Map(DOMAINS.map((room) => [room as string, keysBy((spine) => identifiers.issue(room, spine))]));
  return {
    all, accounts, named,
    seenBy: (account, id) => seen.get(account)?.get(id),
    inRoom: (room, id) => inRooms.get(room)?.get(id),
    idFor: (account, key) => idFor(account, named(key).spine),
    inLedger: (key) => identifiers.issue('consent', named(key).spine),
  };
}
