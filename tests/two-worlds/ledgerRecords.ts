import { randomUUID } from 'node:crypto';
import { categoryNamed, type SpineId } from '@thegither/vocabulary';
import { WORKERS, workerNamed } from '@thegither/synthetic';
import { somebody, type Sharing } from '../harness/twins.ts';
import { GRANTABLE } from './house.ts';

const NEVER_SUPPORT: readonly string[] = ['TEAM_LEAD', 'LEP_ANALYST', 'DATA_PROTECTION_LEAD'];

/** The workers who can support somebody. */
export const SUPPORTERS: readonly string[] = WORKERS.filter(({ roles }) => !roles.some((role) => NEVER_SUPPORT.includes(role))).map(({ id }) => id);

/** Puts something on record in the ledger about a person, for a world in which they have it. `asker` is who must not notice. */
type Writing = (sharing: Sharing, person: SpineId, asker: string) => Promise<unknown>;

/** No asker is of these: what is between the person and them is nothing to anybody who asks here. */
const OTHERS = { agency: 'fife-pathways', worker: 'priya' } as const;

/** The consent room's own categories have no rows in a table of records: the ledger itself is what they tell. */
export const LEDGER_RECORDS: Readonly<Record<string, Writing>> = {
  async SUPPORT_TEAM({ support }, person, asker) {
    await support(person, workerNamed(asker)?.agency === 'my-world-careers' ? 'niamh' : 'catriona');
  },
  async HOUSEHOLD_LINK({ ledger, by, support, agree }, person, asker) {
    const household = randomUUID(), other = somebody(), worker = SUPPORTERS.includes(asker) ? asker : 'isla';
    await support(other, worker);
    await agree(other, workerNamed(worker)!.agency, GRANTABLE);
    for (const one of [other, person]) await ledger.joinHousehold({ ...by(one), household });
  },
  async MY_SHARING({ ledger, by, agree, challenge }, person, asker) {
    const given = await agree(person, OTHERS.agency, GRANTABLE);
    await agree(person, OTHERS.agency, GRANTABLE, { purpose: 'FAMILY_PLAN' });
    await ledger.withdrawGrant({ ...by(person), grant: given });
    await ledger.refuse({ ...by(person), categories: GRANTABLE, recipient: { agency: OTHERS.agency } });
    await ledger.exclude({ ...by(person), recipient: { agency: OTHERS.agency } });
    await ledger.appointRepresentative({ ...by(person), representative: by(somebody()).person, powers: ['READ', 'STOP'], categories: GRANTABLE });
    await ledger.chooseContact({ ...by(person), way: 'TEXT' });
    await challenge(person);
    await ledger.breakGlass({ ...by(person), actor: { kind: 'worker', id: asker === 'niamh' ? 'isla' : 'niamh' }, categories: ['SKILLS'], ground: 'SERIOUS_THREAT', reason: 'Said that they cannot go on.', minutes: 60, began: Date.now() });
    await ledger.askForSharing({ ...by(person), actor: { kind: 'worker', id: OTHERS.worker }, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { worker: OTHERS.worker }, reason: 'Would help.' });
  },
};

/** The consent room's categories of which a record can be made that way. Throws for one of which nobody said how. */
export function ledgerCategories(categories: readonly string[]): string[] {
  const own = categories.filter((name) => categoryNamed(name)?.owner === 'consent');
  for (const name of own) if (!LEDGER_RECORDS[name]) throw new RangeError(`say in ledgerRecords.ts what a record of ${name} is`);
  return own;
}
