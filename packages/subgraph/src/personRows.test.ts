import { describe, expect, test } from '@jest/globals';
import { ISLA, claimsFor, type Shares } from './testing/claimsFor.ts';
import type { SubgraphContext } from './context.ts';
import { labelledRows, labelledRowsBelow, personRows, rowsBelow, type LabelledRow } from './personRows.ts';
import { UNDATED, dayOf } from './rowDay.ts';
import { readDecision } from './receivedDecision.ts';

const JWK = { kty: 'OKP', crv: 'Ed25519', x: '' };
const [MORAG, FIONA, JEAN] = ['1.AAAAAAAAAAAAAAAAAAAAAA', '1.AAAAAAAAAAAAAAAAAAAAAQ', '1.AAAAAAAAAAAAAAAAAAAAAg'] as const;
const O1 = ['WHERE_I_LIVE'];

const requestWith = (people: Readonly<Record<string, Shares>>, caller = ISLA): SubgraphContext => ({ decision: readDecision(claimsFor('housing', JWK, { people, caller })), now: 0, restricted: async () => new Set() });

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
    const load = personRows(O1, UNDATED, find);
    const request = requestWith(people);
    await Promise.all(Object.keys(people).map((person) => load(person, request)));
    expect(asked).toEqual([{ OR: parts }]);
  });

  test('rows with words leave out every label that is not shared', async () => {
    const { asked, find } = table();
    await labelledRows(O1, UNDATED, find)(MORAG, requestWith({ [MORAG]: { granted: ['WHERE_I_LIVE'], own: ['SKILLS'] } }));
    const [{ OR: [part] }] = asked as [{ OR: [{ NOT: { labels: { hasSome: string[] } } }] }];
    expect(part.NOT.labels.hasSome).toHaveLength(22);
    expect(part.NOT.labels.hasSome).not.toEqual(expect.arrayContaining(['WHERE_I_LIVE']));
    expect(part.NOT.labels.hasSome).not.toEqual(expect.arrayContaining(['SKILLS']));
  });

  test('two hundred people and two fields of one request are two queries', async () => {
    const people = Array.from({ length: 200 }, (_, index) => `1.${String(index).padStart(21, '0')}A`);
    const { asked, find } = table();
    const [first, second] = [personRows(O1, UNDATED, find), labelledRows(O1, UNDATED, find)];
    const request = requestWith(Object.fromEntries(people.map((person) => [person, { granted: O1 }])));
    await Promise.all([first, second].flatMap((load) => people.map((person) => load(person, request))));
    expect(asked).toHaveLength(2);
  });

  test('nobody who shares: nothing is asked', async () => {
    const { asked, find } = table();
    expect(await personRows(O1, UNDATED, find)(MORAG, requestWith({}))).toBeNull();
    expect(asked).toEqual([]);
  });

  test('a typing error in a category is found when the room is built', () => {
    expect(() => personRows(['WHERE_I_LIV'], UNDATED, table().find)).toThrow(RangeError);
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
    expect(await personRows(O1, UNDATED, everything.find)(MORAG, requestWith(shares))).toEqual(expected);
  });

  test('shared and nothing there is an empty list', async () => {
    expect(await personRows(O1, UNDATED, table().find)(MORAG, requestWith({ [MORAG]: { granted: O1 } }))).toEqual([]);
  });

  test.each([
    { labels: [], granted: O1, shown: true },
    { labels: ['HOMELESSNESS_HELP'], granted: O1, shown: false },
    { labels: ['HOMELESSNESS_HELP'], granted: [...O1, 'HOMELESSNESS_HELP'], shown: true },
    { labels: ['HOMELESSNESS_HELP', 'CONVICTIONS'], granted: [...O1, 'HOMELESSNESS_HELP'], shown: false },
    { labels: ['SHOE_SIZE'], granted: O1, shown: false },
  ])('a row labelled $labels with $granted: shown is $shown', async ({ labels, granted, shown }) => {
    const labelled = row(MORAG, 'fife-housing', ...labels);
    expect(await labelledRows(O1, UNDATED, table([labelled]).find)(MORAG, requestWith({ [MORAG]: { granted } }))).toEqual(shown ? [labelled] : []);
  });

  test('what one request loaded is not there for the next', async () => {
    const load = personRows(O1, UNDATED, everything.find);
    await load(MORAG, requestWith({ [MORAG]: { granted: O1 } }));
    expect(await load(MORAG, requestWith({}))).toBeNull();
  });

  test('a database that fails is an error, never an empty list', async () => {
    const load = personRows(O1, UNDATED, async () => { throw new Error('gone'); });
    await expect(load(MORAG, requestWith({ [MORAG]: { granted: O1 } }))).rejects.toThrow('gone');
  });
});

interface Day extends LabelledRow { readonly id: string; readonly on: Date | null; readonly above: string }
const day = (id: string, on: string | null, change: Partial<Day> = {}): Day => ({ ...row(MORAG), id, above: 'a', on: on === null ? null : new Date(`${on}T00:00:00Z`), ...change });
/** A table of days that remembers what it was asked and gives everything. */
function days(rows: readonly Day[]) {
  const asked: unknown[] = [];
  return { asked, find: async (where: unknown) => { asked.push(where); return [...rows]; } };
}
const ids = (rows: readonly Day[] | null): string[] | undefined => rows?.map(({ id }) => id);
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const marchOf = (category: string): Shares => ({ dated: { [category]: [MARCH] } });

describe('rows of some days', () => {
  const winter = days([day('before', '2026-02-28'), day('first', '2026-03-01'), day('last', '2026-03-31'), day('after', '2026-04-01'), day('of no day', null)]);

  test('those alone come, although the table gave all', async () => {
    expect(ids(await personRows(O1, 'on', winter.find)(MORAG, requestWith({ [MORAG]: marchOf('WHERE_I_LIVE') })))).toEqual(['first', 'last']);
  });

  test('a table that says no day gives none of its rows, and asks for none', async () => {
    const { asked, find } = days([day('first', '2026-03-01')]);
    expect(await personRows(O1, UNDATED, find)(MORAG, requestWith({ [MORAG]: marchOf('WHERE_I_LIVE') }))).toEqual([]);
    expect(asked).toEqual([{ OR: [{ person: { in: [MORAG] }, AND: [{ OR: [] }] }] }]);
  });

  test.each<{ title: string; shares: Shares; part: object }>([
    { title: 'the days alone', shares: marchOf('WHERE_I_LIVE'), part: { AND: [{ OR: [{ on: { gte: new Date('2026-02-28T23:00:00Z'), lt: new Date('2026-04-01T00:00:00Z') } }] }] } },
    { title: 'an open end', shares: { dated: { WHERE_I_LIVE: [{ from: '2026-03-01' }] } }, part: { AND: [{ OR: [{ on: { gte: new Date('2026-02-28T23:00:00Z') } }] }] } },
    {
      title: 'days of one controller, and any of another', shares: { granted: O1, sources: { WHERE_I_LIVE: ['glasgow-housing'] }, dated: { WHERE_I_LIVE: [{ to: '2026-03-31', sources: ['fife-housing'] }] } },
      part: { AND: [{ OR: [{ controller: { in: ['glasgow-housing'] } }, { controller: { in: ['fife-housing'] }, on: { lt: new Date('2026-04-01T00:00:00Z') } }] }] },
    },
    { title: 'own rows whatever their day', shares: { own: O1, ...marchOf('WHERE_I_LIVE') }, part: { AND: [{ OR: [{ on: expect.anything() }, { controller: { in: ['fife-works'] } }] }] } },
  ])('the query asks for $title', async ({ shares, part }) => {
    const { asked, find } = days([]);
    await personRows(O1, 'on', find)(MORAG, requestWith({ [MORAG]: shares }));
    expect(asked).toEqual([{ OR: [{ person: { in: [MORAG] }, ...part }] }]);
  });

  test('a row keeps its day when it is copied', async () => {
    const [first] = (await personRows(O1, 'on', winter.find)(MORAG, requestWith({ [MORAG]: marchOf('WHERE_I_LIVE') })))!;
    expect(dayOf({ ...first! })).toEqual(new Date('2026-03-01'));
    expect(JSON.stringify(first)).not.toContain('Symbol');
  });

  test('words of another category are there on the days of that category', async () => {
    const labelled = days([day('before', '2026-02-01', { labels: ['SKILLS'] }), day('within', '2026-03-05', { labels: ['SKILLS'] }), day('without words', '2026-02-01')]);
    expect(ids(await labelledRows(O1, 'on', labelled.find)(MORAG, requestWith({ [MORAG]: { granted: O1, ...marchOf('SKILLS') } })))).toEqual(['within', 'without words']);
  });

  test('another table beside the rows is asked by its own day', async () => {
    let beside: unknown;
    await personRows(O1, 'on', async (_where, _context, whereBy) => { beside = whereBy('sentOn'); return [day('first', '2026-03-01')]; })(MORAG, requestWith({ [MORAG]: { dated: { WHERE_I_LIVE: [{ to: '2026-03-31' }] } } }));
    expect(beside).toEqual({ OR: [{ person: { in: [MORAG] }, AND: [{ OR: [{ sentOn: { lt: new Date('2026-04-01T00:00:00Z') } }] }] }] });
  });
});

const idAbove = ({ above }: Day): string => above;

describe('rows below another', () => {
  const hanging = days([day('one', null), day('another', null, { above: 'b' }), day('words', null, { labels: ['SKILLS'] })]);
  const above = async (on: string, shares: Shares) => {
    const request = requestWith({ [MORAG]: shares });
    const [row] = (await personRows(['BARRIERS'], 'on', days([day('a', on)]).find)(MORAG, request))!;
    return { row: row!, request };
  };

  test.each<{ title: string; shares: Shares; seen: string[] | null }>([
    { title: 'shared: its own, whatever their labels where none are asked', shares: { granted: ['BARRIERS', ...O1] }, seen: ['one', 'words'] },
    { title: 'shared for the day of the row above', shares: { granted: ['BARRIERS'], ...marchOf('WHERE_I_LIVE') }, seen: ['one', 'words'] },
    { title: 'shared for other days', shares: { granted: ['BARRIERS'], dated: { WHERE_I_LIVE: [{ to: '2026-02-28' }] } }, seen: [] },
    { title: 'withheld', shares: { granted: ['BARRIERS'] }, seen: null },
  ])('$title', async ({ shares, seen }) => {
    const { row, request } = await above('2026-03-05', shares);
    expect(ids(await rowsBelow(O1, hanging.find, idAbove)(row, request)) ?? null).toEqual(seen);
  });

  test('their words are of that day, too', async () => {
    const { row, request } = await above('2026-02-05', { granted: ['BARRIERS', ...O1], ...marchOf('SKILLS') });
    expect(ids(await labelledRowsBelow(O1, hanging.find, idAbove)(row, request))).toEqual(['one']);
  });

  test('under a row of which nobody said the day, there is none', async () => {
    expect(await rowsBelow(O1, hanging.find, idAbove)(day('a', '2026-03-05'), requestWith({ [MORAG]: marchOf('WHERE_I_LIVE') }))).toEqual([]);
  });

  test('all of a request are one query', async () => {
    const { asked, find } = days([]);
    const load = rowsBelow(O1, find, idAbove), request = requestWith({ [MORAG]: { granted: O1 } });
    await Promise.all(['a', 'b'].map((id) => load(day(id, '2026-03-05'), request)));
    expect(asked).toHaveLength(1);
  });
});

const keptTable = () => days([day('kept', '2026-03-05'), day('other', '2026-03-06')]);

describe('rows that are kept from the person', () => {
  const themselves = (kept: readonly string[], person: string = MORAG) => {
    let asked = 0;
    const request: SubgraphContext = { ...requestWith({ [MORAG]: { granted: O1 } }, { kind: 'person', person }), restricted: async () => { asked += 1; return new Set(kept); } };
    return { request, asked: () => asked };
  };

  test.each([['the person themselves', MORAG], ['somebody who acts for them', FIONA]])('to %s they are not there, although the table gave them', async (_who, person) => {
    const { find, asked } = keptTable();
    expect(ids(await personRows(O1, 'on', find)(MORAG, themselves(['kept'], person).request))).toEqual(['other']);
    expect(asked).toEqual([{ OR: [{ person: { in: [MORAG] }, id: { notIn: ['kept'] } }] }]);
  });

  test('a worker reads them', async () => {
    const request = { ...requestWith({ [MORAG]: { granted: O1 } }), restricted: async () => new Set(['kept']) };
    expect(ids(await personRows(O1, 'on', keptTable().find)(MORAG, request))).toEqual(['kept', 'other']);
  });

  test('rows below others are kept as well', async () => {
    expect(ids(await rowsBelow(O1, keptTable().find, ({ above }: Day) => above)(day('a', null), themselves(['kept']).request))).toEqual(['other']);
  });

  test('without one in force the query is as for anybody', async () => {
    const { find, asked } = keptTable();
    await personRows(O1, 'on', find)(MORAG, themselves([]).request);
    expect(asked).toEqual([{ OR: [{ person: { in: [MORAG] } }] }]);
  });

  test('while they cannot be read, nothing is told', async () => {
    const request = { ...themselves([]).request, restricted: async () => { throw new Error('gone'); } };
    await expect(personRows(O1, 'on', keptTable().find)(MORAG, request)).rejects.toThrow('gone');
  });
});
