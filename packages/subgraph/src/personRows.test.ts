import { describe, expect, test } from '@jest/globals';
import { ISLA, claimsFor, type Shares } from './testing/claimsFor.ts';
import type { SubgraphContext } from './context.ts';
import { labelledRows, personRows, type LabelledRow } from './personRows.ts';
import { readDecision } from './receivedDecision.ts';

const JWK = { kty: 'OKP', crv: 'Ed25519', x: '' };
const [MORAG, FIONA, JEAN] = ['1.AAAAAAAAAAAAAAAAAAAAAA', '1.AAAAAAAAAAAAAAAAAAAAAQ', '1.AAAAAAAAAAAAAAAAAAAAAg'] as const;
const O1 = ['WHERE_I_LIVE'];

const requestWith = (people: Readonly<Record<string, Shares>>, caller = ISLA): SubgraphContext => ({ decision: readDecision(claimsFor('housing', JWK, { people, caller })), now: 0 });

/** A table that remembers what it was asked and gives all its rows, whatever it was asked: the worst of stores. */
function table(rows: readonly LabelledRow[] = []) {
  const asked: unknown[] = [];
  return { asked, find: async (where: unknown) => { asked.push(where); return [...rows]; } };
}
const row = (person: string, controller = 'fife-housing', ...labels: string[]): LabelledRow => ({ person, controller, labels });

describe('what is asked of the database', () => {
  test.each<{ title: string; people: Record<string, Shares>; parts: object[] }>([
    { title: 'people who share alike stand together', people: { [MORAG]: { granted: O1 }, [FIONA]: { granted: O1 } }, parts: [{ person: { in: [MORAG, FIONA] } }] },
    { title: 'who does not share is not in it', people: { [MORAG]: { granted: O1 }, [FIONA]: {}, [JEAN]: { granted: ['SKILLS'] } }, parts: [{ person: { in: [MORAG] } }] },
    { title: 'own rows are those of the agency', people: { [MORAG]: { own: O1 } }, parts: [{ person: { in: [MORAG] }, controller: { in: ['fife-works'] } }] },
    {
      title: 'named sources are those controllers',
      people: { [MORAG]: { granted: O1 }, [FIONA]: { granted: O1, sources: { WHERE_I_LIVE: ['glasgow-housing'] } } },
      parts: [{ person: { in: [MORAG] } }, { person: { in: [FIONA] }, controller: { in: ['glasgow-housing'] } }],
    },
  ])('$title', async ({ people, parts }) => {
    const { asked, find } = table();
    const load = personRows(O1, find);
    const request = requestWith(people);
    await Promise.all(Object.keys(people).map((person) => load(person, request)));
    expect(asked).toEqual([{ OR: parts }]);
  });

  test('rows with words leave out every label that is not shared', async () => {
    const { asked, find } = table();
    await labelledRows(O1, find)(MORAG, requestWith({ [MORAG]: { granted: ['WHERE_I_LIVE'], own: ['SKILLS'] } }));
    const [{ OR: [part] }] = asked as [{ OR: [{ NOT: { labels: { hasSome: string[] } } }] }];
    expect(part.NOT.labels.hasSome).toHaveLength(22);
    expect(part.NOT.labels.hasSome).not.toEqual(expect.arrayContaining(['WHERE_I_LIVE']));
    expect(part.NOT.labels.hasSome).not.toEqual(expect.arrayContaining(['SKILLS']));
  });

  test('two hundred people and two fields of one request are two queries', async () => {
    const people = Array.from({ length: 200 }, (_, index) => `1.${String(index).padStart(21, '0')}A`);
    const { asked, find } = table();
    const [first, second] = [personRows(O1, find), labelledRows(O1, find)];
    const request = requestWith(Object.fromEntries(people.map((person) => [person, { granted: O1 }])));
    await Promise.all([first, second].flatMap((load) => people.map((person) => load(person, request))));
    expect(asked).toHaveLength(2);
  });

  test('nobody who shares: nothing is asked', async () => {
    const { asked, find } = table();
    expect(await personRows(O1, find)(MORAG, requestWith({}))).toBeNull();
    expect(asked).toEqual([]);
  });

  test('a typing error in a category is found when the room is built', () => {
    expect(() => personRows(['WHERE_I_LIV'], table().find)).toThrow(RangeError);
  });
});

describe('what comes back', () => {
  const everything = table([row(MORAG, 'glasgow-housing'), row(FIONA), row(MORAG), row(MORAG, 'fife-works'), row(JEAN)]);

  test.each<{ title: string; shares: Record<string, Shares>; expected: LabelledRow[] | null }>([
    { title: 'shared: all rows of the person alone, in the order of the table', shares: { [MORAG]: { granted: O1 } }, expected: [row(MORAG, 'glasgow-housing'), row(MORAG), row(MORAG, 'fife-works')] },
    { title: 'own: a store that gives too much is not believed', shares: { [MORAG]: { own: O1 } }, expected: [row(MORAG, 'fife-works')] },
    { title: 'another category: withheld', shares: { [MORAG]: { granted: ['SKILLS'] } }, expected: null },
    { title: 'not in the decision: withheld', shares: { [FIONA]: { granted: O1 } }, expected: null },
  ])('$title', async ({ shares, expected }) => {
    expect(await personRows(O1, everything.find)(MORAG, requestWith(shares))).toEqual(expected);
  });

  test('shared and nothing there is an empty list', async () => {
    expect(await personRows(O1, table().find)(MORAG, requestWith({ [MORAG]: { granted: O1 } }))).toEqual([]);
  });

  test.each([
    { labels: [], granted: O1, shown: true },
    { labels: ['HOMELESSNESS_HELP'], granted: O1, shown: false },
    { labels: ['HOMELESSNESS_HELP'], granted: [...O1, 'HOMELESSNESS_HELP'], shown: true },
    { labels: ['HOMELESSNESS_HELP', 'CONVICTIONS'], granted: [...O1, 'HOMELESSNESS_HELP'], shown: false },
    { labels: ['SHOE_SIZE'], granted: O1, shown: false },
  ])('a row labelled $labels with $granted: shown is $shown', async ({ labels, granted, shown }) => {
    const labelled = row(MORAG, 'fife-housing', ...labels);
    expect(await labelledRows(O1, table([labelled]).find)(MORAG, requestWith({ [MORAG]: { granted } }))).toEqual(shown ? [labelled] : []);
  });

  test('what one request loaded is not there for the next', async () => {
    const load = personRows(O1, everything.find);
    await load(MORAG, requestWith({ [MORAG]: { granted: O1 } }));
    expect(await load(MORAG, requestWith({}))).toBeNull();
  });

  test('a database that fails is an error, never an empty list', async () => {
    const load = personRows(O1, async () => { throw new Error('gone'); });
    await expect(load(MORAG, requestWith({ [MORAG]: { granted: O1 } }))).rejects.toThrow('gone');
  });
});
