import { covers, maskOf, namesIn, NOTHING, overlaps, union } from '@thegither/consent';
import { REGISTER } from '@thegither/vocabulary';
import { PATIENT } from '../harness/patient.ts';
import { readReachable, type Reachable } from '../harness/reachable.ts';
import { openRecords, type Records, type RoomTable } from '../harness/records.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { idFor, openSharing, somebody, type Sharing } from '../harness/twins.ts';
import { aboutPerson } from './world.ts';

/** Every category that a person can agree to share. */
export const GRANTABLE: readonly string[] = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);

/** The agency whose rows are written where nobody says whose: none of the askers below works there, and it holds no rows of the demo people. */
export const ELSEWHERE = 'fife-pathways';

/** Names of the categories with these codes: "S1 E*" is NAME_AND_CONTACT and all of employability's that can be agreed to. */
export const coded = (codes: string): string[] => {
  const wanted = codes.split(' ');
  return REGISTER.filter(({ code, byGrant }) => wanted.includes(code) || (byGrant && wanted.includes(`${code[0]}*`))).map(({ name }) => name);
};

/** A house in which people can be made who differ in nothing but their records. */
export interface House {
  readonly house: TestHouse;
  readonly sharing: Sharing;
  readonly records: Records;
  readonly reachable: Reachable;
  /** Everything about a person, with every argument. */
  readonly everything: string;
  /** Table -> the categories that its rows are shown by. Found out by asking. */
  readonly categoriesOf: ReadonlyMap<RoomTable, readonly string[]>;
  /** The tables whose rows belong to one of these categories. */
  tablesOf(categories: readonly string[]): RoomTable[];
  /** The tables of which nothing is shown while only these categories are open. */
  tablesBeside(open: readonly string[]): RoomTable[];
  close(): Promise<void>;
}

/** As much of a house as people can be made with. */
export interface Making extends Pick<House, 'sharing' | 'records' | 'tablesBeside'> {
  readonly house: Pick<TestHouse, 'ledgerUrl'>;
}

/** What no agreement opens shows to nobody here: that its rooms hold it for whoever may see it is tests/second-lock's to show. */
const NEVER_AGREED: Readonly<Record<string, readonly string[]>> = { RiskNote: ['RISK_AND_SAFETY'] };

/** Opens the house through proxies before every room, and finds out what each table shows when everything is shared. */
export async function openTwinHouse(): Promise<House> {
  const house = await startHouse({ through: 'all', patience: PATIENT });
  const sharing = openSharing(house.ledgerUrl);
  const [records, reachable] = await Promise.all([openRecords(house.databases), readReachable(house)]);
  const categoriesOf = await findCategories(house, sharing, records, reachable);
  const tablesOf = (categories: readonly string[]) => records.tables.filter((table) => categoriesOf.get(table)!.some((category) => categories.includes(category)));
  return {
    house, sharing, records, reachable, categoriesOf, tablesOf,
    everything: aboutPerson(reachable.select('every')),
    tablesBeside: (open) => records.tables.filter((table) => !covers(maskOf(...open), maskOf(...categoriesOf.get(table)!))),
    async close() {
      await Promise.all([sharing.close(), records.close()]);
      await house.stop();
    },
  };
}

/**
 * Asks about people of whom each has a row in one table alone, all in one question: what is shown of one more than of
 * somebody without rows is what the table tells. Throws for a table that shows nowhere.
 */
async function findCategories(house: TestHouse, { support, agree }: Sharing, records: Records, reachable: Reachable): Promise<ReadonlyMap<RoomTable, readonly string[]>> {
  const fields = [...reachable.fields].filter(([, needs]) => needs !== NOTHING && !overlaps(needs, maskOf('MY_SHARING')));
  const sharer = async (table?: RoomTable): Promise<string> => {
    const person = somebody();
    if (table) await records.write(table, { person, controller: ELSEWHERE });
    await support(person, 'isla');
    await agree(person, 'fife-works', GRANTABLE);
    return idFor('isla', person);
  };
  const ids = await Promise.all([undefined, ...records.tables].map((table) => sharer(table)));
  const query = `query ($ids: [PersonId!]!) { people(ids: $ids) { ${reachable.select('once', fields.map(([name]) => name))} } }`;
  const [bare, ...told] = await answered(house, query, ids);
  return new Map(records.tables.map((table, index) => {
    const shown = fields.filter(([name]) => JSON.stringify(told[index]![name]) !== JSON.stringify(bare![name]));
    const never = NEVER_AGREED[table.name];
    if (never && shown.length === 0) return [table, never];
    if (shown.length === 0) throw new Error(`a row of ${table.room}'s ${table.name} shows nowhere though everything is shared`);
    return [table, namesIn(shown.map(([, needs]) => needs).reduce(union))];
  }));
}

/** People as Isla sees them. A house that has just opened may be too slow for its own deadline: it is asked again. */
async function answered(house: TestHouse, query: string, ids: readonly string[], tries = 5): Promise<Record<string, unknown>[]> {
  const { body } = await house.ask<{ people: Record<string, unknown>[] }>('isla', query, { ids });
  if (body.data && !body.errors) return body.data.people;
  if (tries === 0) throw new Error(`the first question was not answered: ${JSON.stringify(body.errors)}`);
  return answered(house, query, ids, tries - 1);
}
