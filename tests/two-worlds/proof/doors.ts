import type { SpineId } from '@thegither/vocabulary';
import { workerNamed } from '@thegither/synthetic';
import { differencesOf, seen, type World } from '../world.ts';
import { GRANTABLE } from '../house.ts';
import { makeTwins } from '../twins.ts';
import { createTally, type Part, type Proof, type Tally } from './part.ts';
import { compareWorlds, type Worlds } from './worlds.ts';

/** The other ways to somebody: a list by ids, for every reason, and a caseload, page by page. */
export async function otherDoors({ house, random, percent }: Proof, worlds: readonly Worlds[]): Promise<Part> {
  const tally = createTally('by a list, and a caseload with its cursors');
  const whole = house.reachable.select('every');
  for (const each of random.some(worlds, percent)) {
    tally.add(`${each.reason.title}, in a list`, await compareWorlds(house, each, { query: `query ($ids: [PersonId!]!) { people(ids: $ids) { ${whole} } }`, variables: (id) => ({ ids: [id, id] }) }));
  }
  for (const asker of ['una', 'ewan']) await throughCaseload({ house, random, percent }, tally, asker);
  return tally.part;
}

/** Two who have come to a worker one after the other, and a third so that neither is the last. */
async function throughCaseload({ house }: Proof, tally: Tally, asker: string): Promise<void> {
  const { recorded, unrecorded } = await makeTwins(house, { asker, arrange: ({ sharing }, person) => sharing.support(person, asker), open: 'S1' });
  await makeTwins(house, { asker, open: 'S*', arrange: async ({ sharing }, person) => {
    await sharing.support(person, asker);
    await sharing.agree(person, workerNamed(asker)!.agency, GRANTABLE);
  } });
  const query = `query ($after: String) { caseload(first: 1, after: $after) { edges { cursor person { ${house.reachable.select('every')} } } pageInfo { endCursor hasNextPage } } }`;
  const pageOf = async (person: SpineId): Promise<World> => {
    for (let after: string | null = null; ;) {
      const variables = { after };
      const world = await seen(house.house, person, { asker, query, variables: () => variables });
      const { endCursor, hasNextPage } = pageInfoIn(world);
      if (world.answer.includes('THE PERSON')) return withoutCursors(world, [after, endCursor]);
      if (!hasNextPage) throw new Error('somebody who is supported is in no page of the caseload');
      after = endCursor;
    }
  };
  tally.add(`${asker}'s caseload, page by page`, { comparisons: 1, differences: differencesOf(await pageOf(recorded), await pageOf(unrecorded)) });
}

const pageInfoIn = ({ answer }: World): { readonly endCursor: string | null; readonly hasNextPage: boolean } =>
  (JSON.parse(answer) as { data: { caseload: { pageInfo: { endCursor: string | null; hasNextPage: boolean } } } }).data.caseload.pageInfo;

/** A cursor is sealed anew each time: what it can tell is how long it is. */
function withoutCursors({ answer, asked, decided, ...world }: World, cursors: readonly (string | null)[]): World {
  const sealed = cursors.filter((cursor) => cursor !== null);
  const without = (text: string): string => sealed.reduce((all, cursor) => all.replaceAll(cursor, `A CURSOR OF ${cursor.length}`), text);
  return { ...world, answer: without(answer), asked: asked.map(without), decided: decided.map(without) };
}
