import { asThePersonKnows, ceilingFor, decide, isKnown, stateOf, intersection, maskOf, NOTHING } from '@thegither/consent';
import { REGISTER, type Purpose, type Reason, type SharingState } from '@thegither/vocabulary';
import { readRecipient } from '../events/readInput.ts';
import { refuseInput } from '../events/refuseInput.ts';
import { readAccounts } from '../standing/readAccounts.ts';
import { readFacts, type Db } from '../standing/readStanding.ts';
import { readAgreedGrants, type AgreedGrant } from './readAgreedGrants.ts';

/** What a worker would see of one category, and why. */
export interface PreviewLine {
  readonly category: string;
  readonly state: SharingState;
  readonly reason: Reason;
  readonly grants: readonly AgreedGrant[];
}

/** What a worker would see of a person now. */
export interface Preview {
  /** Names, as people read them. */
  readonly worker: string;
  readonly agency: string;
  /** For whoever checks. */
  readonly account: { readonly worker: string; readonly agency: string; readonly roles: readonly string[] };
  readonly purpose: Purpose;
  /** Would the worker know the person at all? */
  readonly known: boolean;
  /** Every category of the register, in its order. */
  readonly lines: readonly PreviewLine[];
}

/** What this worker would see of the person if they asked now for this purpose: the very decision, and nothing is put on the record. Throws INVALID_INPUT when there is no such worker. */
export async function readPreview(db: Db, person: string, worker: string, purpose: Purpose, told: boolean): Promise<Preview> {
  readRecipient({ worker });
  const { at, facts } = await readFacts(db, [person]), known = facts.get(person)!;
  const [account] = await readAccounts(db, { workers: [worker], teams: [], overseers: false }, at);
  if (!account) return refuseInput('There is no such worker.');
  const asked = { asker: account.asker, purpose, at }, { words } = ceilingFor(asked);
  const decision = decide(told ? asThePersonKnows(known, at) : known, asked);
  const grants = await readAgreedGrants(db, decision.findings.flatMap((finding) => finding.grants));
  return {
    worker: account.name, agency: account.agencyName, purpose, known: isKnown(decision.standing),
    account: { worker: account.asker.worker.worker, agency: account.asker.worker.agency, roles: account.asker.worker.roles },
    lines: REGISTER.map(({ name }): PreviewLine => {
      const category = maskOf(name);
      const finding = decision.findings.find(({ categories }) => intersection(categories, category) !== NOTHING)!;
      return { category: name, state: stateOf(category, decision, words), reason: finding.reason, grants: finding.grants.flatMap((id) => grants.get(id) ?? []) };
    }),
  };
}
