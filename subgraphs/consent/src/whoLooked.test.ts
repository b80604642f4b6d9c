import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EVERYTHING, NOTHING, maskOf } from '@thegither/consent';
import { openSchema, type SubgraphContext } from '@thegither/subgraph';
import { PURPOSES, REGISTER, type ClaimedCaller } from '@thegither/vocabulary';
import { graphql } from 'graphql';
import { createCursors } from './cursors.ts';
import { dayInWords } from './dayInWords.ts';
import { consentResolvers } from './resolvers.ts';
import { EWAN, FERGUS, ISLA, KIRSTY, SHONA, agree, byPerson, byWorker, inAMonth, openConsent, themselves, told, type ConsentUnderTest } from './testing/openConsent.ts';

let house: ConsentUnderTest;
beforeAll(async () => { house = await openConsent(); });
afterAll(() => house?.close());

type Seen = Record<string, never>;

/** A field of a person, with these variables, where the decision opens who looked. */
async function asked(field: string, person: string, who: ClaimedCaller = themselves(person), granted: readonly string[] = ['MY_SHARING']): Promise<{ seen: Seen | null; code: string | undefined; text: string }> {
  const answer = await house.room.ask({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${field} } } }`,
    variables: { r: [{ __typename: 'Person', id: person }] }, caller: who, people: { [person]: { granted: [...granted] } }, claims: { purpose: who.kind === 'worker' && who.roles.includes('DATA_PROTECTION_LEAD') ? 'AUDIT' : 'EMPLOYABILITY_SUPPORT' },
  });
  const [entity] = (answer.data?.['_entities'] ?? []) as Record<string, Seen | null>[];
  return { seen: Object.values(entity ?? {})[0] ?? null, code: answer.errors?.[0]?.extensions.code, text: JSON.stringify(answer) };
}

const COULD_LOOK = 'couldLook { isWhole lines { category worker team agency purpose reason grants until why } }';
const previewOf = (worker: string, purpose = 'EMPLOYABILITY_SUPPORT'): string => `previewAs(worker: "${worker}", purpose: ${purpose}) { worker agency purpose known lines { category state reason grants why explanation } }`;
const LOOKS = 'items { at firstAt worker released withheld why explanation }';

interface Line { readonly category: string; readonly reason: string; readonly state: string; readonly why: string; readonly explanation: string | null; readonly worker: string | null; readonly purpose: string }
interface Look { readonly why: string; readonly explanation: string | null; readonly withheld: string[]; readonly worker: string }
const lineOf = (seen: Seen | null, category: string, purpose?: string): Line | undefined =>
  ((seen as { lines: Line[] } | null)?.lines ?? []).find((line) => line.category === category && (purpose === undefined || line.purpose === purpose));
const looksIn = (seen: Seen | null): Look[] => (seen as { items: Look[] } | null)!.items;

const code = ({ errors }: { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] | undefined }): string => errors?.[0]?.extensions.code ?? 'done';
const today = (): string => dayInWords(Date.now());

describe('who could look', () => {
  test('is read by the person with names, reasons, grants and one plain sentence', async () => {
    const person = await house.supported();
    const grant = await agree(house.ledger, person, 'SKILLS');
    const { seen } = await asked(COULD_LOOK, person);
    expect(seen).toMatchObject({ isWhole: true });
    expect(lineOf(seen, 'SKILLS')).toEqual({
      category: 'SKILLS', worker: 'Isla', team: null, agency: 'Fife Works', purpose: 'EMPLOYABILITY_SUPPORT', reason: 'AGREED', grants: [grant], until: expect.stringMatching(/Z$/),
      why: expect.stringMatching(new RegExp(`^Isla of Fife Works could look at your skills and qualifications, because you agreed on ${today()} to share it for support into work, until \\d+ [A-Z][a-z]+ 20\\d\\d\\.$`)),
    });
  });

  test('is the same for the data protection lead, and nothing where it is not shared', async () => {
    const person = await house.supported('SKILLS');
    expect((await asked(COULD_LOOK, person, SHONA)).seen).toEqual((await asked(COULD_LOOK, person)).seen);
    expect((await asked(COULD_LOOK, person, ISLA, ['SKILLS', 'NAME_AND_CONTACT'])).seen).toBeNull();
  });

  test('the last day is said, not the moment after it', async () => {
    const person = await house.supported('SKILLS');
    await house.sql(`UPDATE sharing_grant SET access_to = '2026-12-31T00:00:00Z' WHERE person = $1`, [person]);
    expect(lineOf((await asked(COULD_LOOK, person)).seen, 'SKILLS')!.why).toMatch(/, until 30 December 2026\.$/);
  });
});

describe('what somebody would see', () => {
  test('is every category with its state and reason in words, and the rule for the data protection lead alone', async () => {
    const person = await house.supported();
    const grant = await agree(house.ledger, person, 'SKILLS');
    await house.ledger.refuse({ ...byPerson(person), categories: ['CONVICTIONS'], recipient: { worker: 'isla' } });
    const { seen } = await asked(previewOf('isla'), person), { seen: checked } = await asked(previewOf('isla'), person, SHONA);
    expect(seen).toMatchObject({ worker: 'Isla', agency: 'Fife Works', purpose: 'EMPLOYABILITY_SUPPORT', known: true });
    expect((seen as { lines: Line[] } | null)!.lines.map(({ category }) => category)).toEqual(REGISTER.map(({ name }) => name));
    expect(lineOf(seen, 'SKILLS')).toEqual({
      category: 'SKILLS', state: 'SHARED', reason: 'AGREED', grants: [grant], explanation: null,
      why: `Isla of Fife Works would see your skills and qualifications, because you agreed on ${today()} to share it for support into work.`,
    });
    expect(lineOf(seen, 'CONVICTIONS')).toMatchObject({ state: 'NOT_SHARED', reason: 'REFUSED', why: 'Isla of Fife Works would not see convictions you must tell an employer about for support into work, because you said no to it.' });
    expect(lineOf(checked, 'SKILLS')!.explanation).toMatch(new RegExp(`^Rule \\d+, isla of fife-works as KEY_WORKER for EMPLOYABILITY_SUPPORT: AGREED SKILLS by grant ${grant}\\.$`));
  });

  test.each(PURPOSES)('agrees with the decision of the house, for %s', async (purpose) => {
    const person = await house.supported('SKILLS', 'ACTION_PLAN', 'WHERE_I_LIVE');
    const { seen } = await asked(previewOf('isla', purpose), person);
    const { people: [now] } = await house.ledger.decide({ kind: 'worker', worker: 'isla', agency: 'fife-works' }, purpose, [person]);
    const open = (seen as { lines: Line[] } | null)!.lines.filter(({ state }) => state === 'SHARED').map(({ category }) => category);
    expect(maskOf(...open)).toBe(now!.decision.granted);
  });

  test.each<[string, (person: string) => ClaimedCaller]>([
    ['the worker themselves', () => ISLA], ['their lead', () => KIRSTY], ['another worker', () => EWAN], ['the person without it', themselves],
  ])('is nothing to %s, to whom the decision does not open who looked', async (_, who) => {
    const person = await house.supported('SKILLS');
    expect(await asked(previewOf('isla'), person, who(person), ['SKILLS', 'NAME_AND_CONTACT'])).toMatchObject({ seen: null, code: undefined });
  });

  test('of a worker who does not exist is refused in words that repeat nothing', async () => {
    const person = await house.supported();
    const { seen, code, text } = await asked(previewOf('SECRET-VALUE'), person);
    expect([seen, code]).toEqual([null, 'INVALID_INPUT']);
    expect(text).not.toMatch(new RegExp(`SECRET-VALUE|${person}`));
  });
});

describe('who looked', () => {
  test('says why in one plain sentence, and the rule and the grants to the data protection lead alone', async () => {
    const person = await house.supported();
    const grant = await agree(house.ledger, person, 'ACTION_PLAN');
    await told(house.ledger, person, 'ACTION_PLAN');
    const [mine] = looksIn((await asked(`disclosures { ${LOOKS} }`, person)).seen), [checked] = looksIn((await asked(`disclosures { ${LOOKS} }`, person, SHONA)).seen);
    expect(mine).toMatchObject({
      explanation: null,
      why: `Isla of Fife Works looked at your goals and action plan, because you agreed on ${today()} to share it for support into work; they also asked about your conditions and treatment, and were not shown it.`,
    });
    expect(checked!.explanation).toMatch(new RegExp(`^Rule \\d+, isla of fife-works as KEY_WORKER for EMPLOYABILITY_SUPPORT: AGREED ACTION_PLAN by grant ${grant}; withheld CONDITIONS\\.$`));
  });

  test.each<[string, number]>([
    ['recipient: { worker: "isla" }', 1], ['recipient: { team: "fife-works-east" }', 1], ['recipient: { agency: "fife-works" }', 1], ['recipient: { worker: "ewan" }', 0],
    ['byOthers: true', 1], ['category: "ACTION_PLAN"', 1], ['category: "CONDITIONS"', 1], ['category: "SKILLS"', 0], ['from: "2026-01-01"', 1], ['to: "2026-01-01"', 0],
  ])('of %s shows %d', async (filter, lines) => {
    const person = await house.supported('ACTION_PLAN');
    await told(house.ledger, person, 'ACTION_PLAN');
    expect(looksIn((await asked(`disclosures(${filter}) { ${LOOKS} }`, person)).seen)).toHaveLength(lines);
  });

  test.each([['recipient: {}', 'INVALID_INPUT'], ['category: "SECRET-VALUE"', 'INVALID_INPUT'], ['from: "2026-02-02", to: "2026-02-01"', 'INVALID_INPUT'], ['from: "2026-02-30"', 'BAD_OPERATION']])(
    'of %s is refused', async (filter, expected) => {
      const { seen, code, text } = await asked(`disclosures(${filter}) { ${LOOKS} }`, house.somebody());
      expect([seen, code]).toEqual([null, expected]);
      expect(text).not.toContain('SECRET-VALUE');
    });

  test('what a registered whole-person document was not shown is asked by nobody, and the lead still reads of it', async () => {
    const person = await house.supported('ACTION_PLAN');
    await told(house.ledger, person, 'ACTION_PLAN');
    const read = async (registered: readonly string[], caller: ClaimedCaller): Promise<Look> => {
      const words = { OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING, NO_PURPOSE: NOTHING };
      const contextValue: SubgraphContext = { decision: { use: 'joined', caller, purpose: null, words, people: [person], supports: () => false, sees: () => false, of: () => ({ granted: EVERYTHING, own: NOTHING, limits: new Map(), agency: undefined }) }, now: 0, restricted: async () => new Set() };
      const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
      const schema = openSchema(typeDefs, consentResolvers(house.ledger, createCursors(randomBytes(32)), registered));
      const { data } = await graphql({ schema, contextValue, source: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { disclosures { ${LOOKS} } } } }`, variableValues: { r: [{ __typename: 'Person', id: person }] } });
      return (data!['_entities'] as { disclosures: { items: Look[] } }[])[0]!.disclosures.items[0]!;
    };
    expect((await read([], themselves(person))).withheld).toEqual(['CONDITIONS']);
    const quiet = await read(['ab'.repeat(32)], themselves(person));
    expect(quiet.withheld).toEqual([]);
    expect(quiet.why).toMatch(/to share it for support into work\.$/);
    expect((await read(['ab'.repeat(32)], SHONA)).explanation).toMatch(/withheld CONDITIONS\.$/);
  });
});

const CHALLENGES = 'challenges { id worker agency words state outcome answer why explanation }';
const MARKED = 'disclosures { items { id worker challenge heldBack { ground isOver why } explanation } next }';

interface Marked { readonly id: string; readonly challenge: string | null; readonly heldBack: { ground: string; isOver: boolean; why: string } | null; readonly explanation: string | null }
const marked = async (person: string, who?: ClaimedCaller): Promise<Marked[]> => (((await asked(MARKED, person, who)).seen ?? {}) as unknown as { items: Marked[] }).items;
const challenges = async (person: string, who?: ClaimedCaller): Promise<Record<string, unknown>[]> => (await asked(CHALLENGES, person, who)).seen as unknown as Record<string, unknown>[];
const waiting = async (who: ClaimedCaller): Promise<{ challenge: string; person: string; overdue: boolean }[]> =>
  (await house.asks('challengesOpen { challenge person since overdue }', who)).data!['challengesOpen'] as never;

describe('"I don\'t recognise this"', () => {
  test('is read by the person in words, is in the lead\'s list without personal data, and is answered', async () => {
    const person = await house.supported('ACTION_PLAN');
    await told(house.ledger, person, 'ACTION_PLAN');
    const [line] = await marked(person);
    await house.does('challengeLook', themselves(person), { person, disclosure: line!.id, words: 'I was away that day.' });
    expect((await marked(person))[0]!.challenge).toBe('OPEN');
    const [{ id }] = await challenges(person) as [{ id: string }];
    expect((await waiting(SHONA)).filter((one) => one.person === person)).toEqual([{ challenge: id, person, since: expect.any(String), overdue: false }]);
    expect(code(await house.does('closeChallenge', SHONA, { person, challenge: id, outcome: 'MISTAKE', words: 'They opened the wrong record.' }))).toBe('done');
    expect(await challenges(person)).toEqual([{
      id, worker: 'Isla', agency: 'Fife Works', words: 'I was away that day.', state: 'CLOSED', outcome: 'MISTAKE', answer: 'They opened the wrong record.', explanation: null,
      why: `On ${today()} you asked about a look by Isla of Fife Works on ${today()}; on ${today()} you were told that it was a mistake.`,
    }]);
    expect((await challenges(person, SHONA))[0]).toMatchObject({ explanation: `Challenge ${id} of disclosure ${line!.id} by isla: MISTAKE.` });
    expect((await waiting(SHONA)).filter((one) => one.person === person)).toEqual([]);
  });

  test.each([['the worker concerned', ISLA], ['their lead', KIRSTY], ['somebody else', EWAN]])('is nothing to %s', async (_, who) => {
    const person = await house.supported('ACTION_PLAN');
    await told(house.ledger, person, 'ACTION_PLAN');
    await house.ledger.challengeLook({ ...byPerson(person), disclosure: (await marked(person))[0]!.id });
    expect((await asked(CHALLENGES, person, who, ['ACTION_PLAN', 'NAME_AND_CONTACT'])).seen).toBeNull();
    expect(code(await house.asks('challengesOpen { challenge }', who))).toBe('FORBIDDEN');
    expect(code(await house.asks('suppressions { id }', who))).toBe('FORBIDDEN');
  });

  test('is nothing to the lead whose own look it is, and everything to another', async () => {
    const person = await house.supported('ACTION_PLAN');
    await told(house.ledger, person, 'ACTION_PLAN');
    await house.ledger.challengeLook({ ...byPerson(person), disclosure: (await marked(person))[0]!.id });
    await house.sql(`UPDATE challenge SET worker = 'shona' WHERE person = $1`, [person]);
    expect(await challenges(person, SHONA)).toEqual([]);
    expect(await challenges(person, FERGUS)).toHaveLength(1);
  });

  test('lists nobody to a lead who asks for no purpose', async () => {
    const { data } = await house.room.ask({ query: '{ challengesOpen { challenge } suppressions { id } }', use: 'query', caller: SHONA, people: {} });
    expect(data).toEqual({ challengesOpen: [], suppressions: [] });
  });
});

/** Isla's looks for support are held back. */
const heldBack = async (person: string, ground = 'THIRD_PARTY'): Promise<string> => {
  const { subject: suppression } = await house.ledger.proposeSuppression({ ...byWorker('shona', person), recipient: { worker: 'isla' }, ground, reason: 'SECRET-REASON', until: inAMonth() });
  await house.ledger.approveSuppression({ ...byWorker('fergus', person), suppression });
  return suppression;
};
/** What the person reads, byte for byte; of the place in the list, which is encrypted anew each time, how long it is. */
const read = async (person: string, first: number): Promise<string> =>
  (await asked(`grants { id state } disclosures(first: ${first}) { items { id at firstAt worker released withheld why challenge heldBack { why } explanation } next } ${COULD_LOOK} ${CHALLENGES} ${previewOf('isla')}`, person)).text
    .replaceAll(/"next":"([^"]*)"/g, (_, next: string) => `"next":${next.length}`);

describe('a look that is held back', () => {
  test('leaves the person\'s own page as it is without it, in pages of any size', async () => {
    const person = await house.supported('ACTION_PLAN');
    for (let n = 0; n < 3; n++) await told(house.ledger, person, 'ACTION_PLAN');
    const before = await Promise.all([1, 2, 3, 50].map((first) => read(person, first)));
    await heldBack(person);
    for (let n = 0; n < 4; n++) await told(house.ledger, person, 'ACTION_PLAN');
    expect(await Promise.all([1, 2, 3, 50].map((first) => read(person, first)))).toEqual(before);
  });

  test('is there for the data protection lead, marked; and for the person when it is over, with one plain sentence', async () => {
    const person = await house.supported('ACTION_PLAN'), suppression = await heldBack(person);
    await told(house.ledger, person, 'ACTION_PLAN');
    expect(await marked(person)).toEqual([]);
    const [line] = await marked(person, SHONA);
    expect(line).toMatchObject({ heldBack: { ground: 'THIRD_PARTY', isOver: false, why: expect.stringMatching(/^This look is held back from the person until /) } });
    expect(line!.explanation).toMatch(new RegExp(` Held back from the person until \\S+ by ${suppression}: THIRD_PARTY\\.$`));
    expect((await house.asks('suppressions { id person worker agency purposes ground reason proposedBy approvedBy covers until }', SHONA)).data!['suppressions']).toEqual(expect.arrayContaining([
      { id: suppression, person, worker: 'isla', agency: null, purposes: [], ground: 'THIRD_PARTY', reason: 'SECRET-REASON', proposedBy: 'shona', approvedBy: 'fergus', covers: expect.any(String), until: expect.any(String) },
    ]));
    expect(code(await house.does('endSuppression', FERGUS, { person, suppression, reason: 'Nobody is at risk.' }))).toBe('done');
    expect(await marked(person)).toEqual([expect.objectContaining({
      id: line!.id, explanation: null, heldBack: { ground: 'THIRD_PARTY', isOver: true, why: `This look was held back from you until ${today()}, because showing it sooner would have told about somebody else.` },
    })]);
    expect((await asked(MARKED, person)).text).not.toContain('SECRET');
  });
});
