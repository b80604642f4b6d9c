import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonId } from '@thegither/vocabulary';
import { EWAN, ISLA, KIRSTY, SHONA, agree, byPerson, byWorker, openConsent, support, themselves, told, type ConsentUnderTest } from './testing/openConsent.ts';

let house: ConsentUnderTest;
beforeAll(async () => { house = await openConsent(); });
afterAll(() => house?.close());

const code = (answer: { errors?: readonly { extensions: { code: string } }[] }): string | undefined => answer.errors?.[0]?.extensions.code;
const data = (answer: { data?: Record<string, unknown> | null; errors?: unknown }, field: string): unknown => {
  expect(answer.errors).toBeUndefined();
  return answer.data![field];
};

interface CaseloadSeen { edges: { cursor: string; person: { id: string } | null }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } }
const CASELOAD = 'caseload(first: $first, after: $after) { edges { cursor person { id } } pageInfo { endCursor hasNextPage } }';
const caseload = async (variables: object = {}, who = ISLA): Promise<CaseloadSeen> => data(await house.asks(CASELOAD, who, { ...variables }), 'caseload') as CaseloadSeen;

const idsIn = ({ edges }: CaseloadSeen): (string | undefined)[] => edges.map(({ person }) => person?.id);

const morag = (): PersonId => house.persona('morag');

const team = async (key: string, ...granted: string[]): Promise<unknown> =>
  (await house.room.entities('supportTeam { worker agency role }', { [house.persona(key)]: { granted } }))[0]!['supportTeam'];

const members = async (person: string, rest?: Parameters<typeof house.room.entities>[2]): Promise<unknown> =>
  (await house.room.entities('household { members }', { [person]: { granted: ['HOUSEHOLD_LINK'] } }, rest))[0]!['household'];

const joined = async (person: PersonId): Promise<PersonId> => {
  await house.ledger.joinHousehold({ ...byPerson(person), household: '7e570000-0000-4000-8000-0000000000aa' });
  return person;
};

describe('a caseload', () => {
  test('holds the people whom the worker supports now, longest first, and nobody else', async () => {
    const ids = idsIn(await caseload({ first: 200 }));
    const oldest = await house.ledger.readCaseload('isla', { first: 200 });
    expect(ids).toEqual(oldest.map(({ person }) => person));
    for (const key of ['morag', 'callum', 'aisha', 'derek', 'mairi', 'tam', 'jean', 'fiona']) expect(ids).toContain(house.persona(key));
    expect(ids).not.toContain(house.persona('hamish'));
  });

  test('goes on page by page without a gap or a repetition', async () => {
    const everybody = idsIn(await caseload({ first: 200 })), seen: (string | undefined)[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: CaseloadSeen = await caseload({ first: 3, after });
      seen.push(...idsIn(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen).toEqual(everybody);
  });

  test('of another service holds its own people alone', async () => {
    const ids = idsIn(await caseload({}, EWAN));
    expect(ids).toEqual([house.persona('fiona')]);
  });

  test('a cursor of another worker, an altered one and no cursor at all are refused', async () => {
    const { pageInfo } = await caseload({ first: 1 });
    const end = pageInfo.endCursor!;
    expect(code(await house.asks(CASELOAD, EWAN, { after: end }))).toBe('INVALID_INPUT');
    for (const after of [`${end.slice(0, -2)}AA`, 'x', end.slice(1)]) expect(code(await house.asks(CASELOAD, ISLA, { after }))).toBe('INVALID_INPUT');
  });

  test('a cursor names nobody', async () => {
    const { edges } = await caseload({ first: 1 });
    expect(Buffer.from(edges[0]!.cursor, 'base64url').toString('latin1')).not.toContain(edges[0]!.person!.id);
  });

  test.each([0, -1, 201])('%d at a time is refused', async (first) => {
    expect(code(await house.asks(CASELOAD, ISLA, { first }))).toBe('INVALID_INPUT');
  });

  test('a person who keeps the worker, the team or the agency out is not in it', async () => {
    for (const recipient of [{ worker: 'isla' }, { team: 'fife-works-east' }, { agency: 'fife-works' }]) {
      const person = await house.supported();
      expect(idsIn(await caseload({ first: 200 }))).toContain(person);
      await house.ledger.exclude({ ...byPerson(person), recipient });
      expect(idsIn(await caseload({ first: 200 }))).not.toContain(person);
    }
  });

  test('an assignment that waits, or has ended, puts nobody in it', async () => {
    const waits = house.somebody(), ended = await house.supported();
    await house.ledger.assignKeyWorker({ ...byWorker('kirsty', waits), worker: 'isla', reason: 'Waits.' });
    await house.sql(`UPDATE assignment SET access_to = now() WHERE person = $1`, [ended]);
    const ids = idsIn(await caseload({ first: 200 }));
    expect(ids).not.toContain(waits);
    expect(ids).not.toContain(ended);
  });

  test('a line whose person\'s choices cannot be read is empty', async () => {
    const person = await house.supported();
    await house.sql(`INSERT INTO refusal (id, person, recipient_agency, categories, opened_event) VALUES (gen_random_uuid(), $1, 'fife-works', 1::bigint << 60, gen_random_uuid())`, [person]);
    const { edges } = await caseload({ first: 200 });
    expect(edges.map(({ person: one }) => one?.id)).not.toContain(person);
    expect(edges.filter((edge) => edge.person === null)).toHaveLength(1);
    await house.sql('DELETE FROM refusal WHERE person = $1', [person]);
  });

  test.each<[string, string | null, string | null]>([
    ['in fifteen days', "now() + interval '15 days'", null], ['in fourteen', "now() + interval '14 days'", 'WITHIN_14_DAYS'], ['in four', "now() + interval '4 days'", 'WITHIN_14_DAYS'],
    ['in three', "now() + interval '3 days'", 'WITHIN_3_DAYS'], ['in a minute', "now() + interval '1 minute'", 'WITHIN_3_DAYS'], ['never', 'NULL', null],
  ])('says of support that ends %s how soon that is', async (_, ends, ending) => {
    const person = await house.supported();
    await house.sql(`UPDATE assignment SET access_to = ${ends} WHERE person = $1`, [person]);
    const { edges } = data(await house.asks('caseload(first: $first) { edges { person { id } endsAt ending } }', ISLA, { first: 200 }), 'caseload') as { edges: { person: { id: string } | null; endsAt: string | null; ending: string | null }[] };
    const line = edges.find((edge) => edge.person?.id === person)!;
    expect([line.ending, line.endsAt === null]).toEqual([ending, ends === 'NULL']);
  });

  test('of two who support them the longer counts, and one without an end is the longest', async () => {
    const person = await house.supported();
    await house.sql(`UPDATE assignment SET access_to = now() + interval '2 days' WHERE person = $1`, [person]);
    const endingNow = async () => (data(await house.asks('caseload(first: $first) { edges { person { id } ending } }', ISLA, { first: 200 }), 'caseload') as { edges: { person: { id: string } | null; ending: string | null }[] })
      .edges.find((edge) => edge.person?.id === person)!.ending;
    expect(await endingNow()).toBe('WITHIN_3_DAYS');
    await support(house.ledger, person);
    expect(await endingNow()).toBeNull();
  });

  test('is for workers, of the agency that their account is of', async () => {
    expect(code(await house.asks(CASELOAD, themselves(house.persona('morag'))))).toBe('FORBIDDEN');
    expect(code(await house.asks(CASELOAD, { ...ISLA, agency: 'nhs-fife' } as typeof ISLA))).toBe('FORBIDDEN');
  });
});

describe('a person by id', () => {
  test('is known when the decision knows them, and nobody otherwise, whatever the ledger holds', async () => {
    expect(data(await house.asks('person(id: $id) { id }', ISLA, { id: morag() }, [morag()]), 'person')).toEqual({ id: morag() });
    for (const id of [morag(), house.persona('hamish'), house.somebody()]) expect(data(await house.asks('person(id: $id) { id }', ISLA, { id }), 'person')).toBeNull();
  });

  test('several come each in their place', async () => {
    const ids = [house.somebody(), morag(), house.persona('tam'), morag()];
    expect(data(await house.asks('people(ids: $ids) { id }', ISLA, { ids }, [morag()]), 'people')).toEqual([null, { id: morag() }, null, { id: morag() }]);
  });

  test('more than 200 at once are refused', async () => {
    expect(data(await house.asks('people(ids: $ids) { id }', ISLA, { ids: Array<string>(200).fill(morag()) }), 'people')).toHaveLength(200);
    expect(code(await house.asks('people(ids: $ids) { id }', ISLA, { ids: Array<string>(201).fill(morag()) }))).toBe('INVALID_INPUT');
  });

  test('"me" is the person who signed in, and of no worker', async () => {
    expect(data(await house.asks('me { id }', themselves(morag()), {}, [morag()]), 'me')).toEqual({ id: morag() });
    expect(data(await house.asks('me { id }', themselves(morag())), 'me')).toBeNull();
    expect(code(await house.asks('me { id }', ISLA, {}, [morag()]))).toBe('FORBIDDEN');
  });
});

describe('for whom a worker may ask', () => {
  test('are themselves, their team and their agency, each by its name', async () => {
    expect(data(await house.asks('recipients { worker team agency name within }', ISLA), 'recipients')).toEqual([
      { worker: 'isla', team: null, agency: null, name: 'Isla', within: 'Fife Works' }, { worker: null, team: 'fife-works-east', agency: null, name: expect.any(String), within: 'Fife Works' },
      { worker: null, team: null, agency: 'fife-works', name: 'Fife Works', within: null },
    ]);
  });

  test('are no team for somebody who has none, and nothing that a person asks', async () => {
    expect(data(await house.asks('recipients { worker team agency }', SHONA), 'recipients')).toEqual([{ worker: 'shona', team: null, agency: null }, { worker: null, team: null, agency: 'joint-controllers' }]);
    expect(code(await house.asks('recipients { worker }', themselves(house.persona('hamish'))))).toBe('FORBIDDEN');
  });
});

describe('handovers that are due', () => {
  interface Due { person: string; worker: string }
  const due = async (): Promise<Due[]> => data(await house.asks('handoversDue { assignment person worker endedAt }', KIRSTY), 'handoversDue') as Due[];

  test('a lead sees whose assignment ended with nobody in their place', async () => {
    expect(await due()).toEqual(expect.arrayContaining([expect.objectContaining({ person: house.persona('hamish'), worker: 'isla' })]));
  });

  test('nobody else does', async () => {
    for (const who of [ISLA, EWAN, themselves(house.persona('hamish'))]) expect(code(await house.asks('handoversDue { person }', who))).toBe('FORBIDDEN');
  });

  test('somebody who keeps the team out is not in it', async () => {
    const person = await house.supported();
    await house.sql(`UPDATE assignment SET access_to = now() WHERE person = $1`, [person]);
    expect((await due()).map((one) => one.person)).toContain(person);
    await house.ledger.exclude({ ...byPerson(person), recipient: { team: 'fife-works-east' } });
    expect((await due()).map((one) => one.person)).not.toContain(person);
  });

  test('somebody whose choices cannot be read is not in it', async () => {
    const person = await house.supported('SKILLS');
    await house.sql(`UPDATE assignment SET access_to = now() WHERE person = $1`, [person]);
    await house.sql(`UPDATE sharing_grant SET purpose = 'OTHER' WHERE person = $1`, [person]);
    expect((await due()).map((one) => one.person)).not.toContain(person);
  });
});

describe('what is shared', () => {
  interface Line { category: string; state: string; owner: string }
  test('is told for every category from the decision alone, the same for somebody with and without records', async () => {
    const [morag, jean] = [house.persona('morag'), house.persona('jean')];
    const [one, two] = await house.room.entities('sharing { category state owner }', { [morag]: { granted: ['SKILLS'], own: ['WHERE_I_LIVE'] }, [jean]: { granted: ['SKILLS'], own: ['WHERE_I_LIVE'] } });
    expect(one).toEqual(two);
    const lines = one!['sharing'] as Line[];
    expect(lines).toHaveLength(24);
    expect(lines).toEqual(expect.arrayContaining([
      { category: 'SKILLS', state: 'SHARED', owner: 'careers' }, { category: 'WHERE_I_LIVE', state: 'SHARED_OWN_ONLY', owner: 'housing' }, { category: 'ACTION_PLAN', state: 'NOT_SHARED', owner: 'employability' },
    ]));
  });

  test('is nothing about somebody whom the decision does not know', async () => {
    const answer = await house.room.ask({ query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { sharing { state } } } }`, variables: { r: [{ __typename: 'Person', id: house.persona('morag') }] } });
    expect(answer.data).toEqual({ _entities: [{ sharing: null }] });
  });
});

describe('the support team', () => {
  const isla = { worker: 'Isla', agency: 'Fife Works', role: 'KEY_WORKER' }, gordon = { worker: 'Gordon', agency: 'Jobcentre Plus Kirkcaldy', role: 'WORK_COACH' };
  const ruaridh = { worker: 'Ruaridh', agency: 'Fife Criminal Justice Social Work', role: 'JUSTICE_WORKER' };
  const niamh = { worker: 'Niamh', agency: 'NHS Fife Health & Work', role: 'CASE_MANAGER' };

  test.each([
    ['nothing is shared: withheld', 'callum', [], null],
    ['the team alone: nobody, for each says what kind of help it is', 'callum', ['SUPPORT_TEAM'], []],
    ['with employability', 'callum', ['SUPPORT_TEAM', 'ACTION_PLAN'], [isla, gordon]],
    ['limits on work do not say that a justice worker supports them', 'callum', ['SUPPORT_TEAM', 'ACTION_PLAN', 'JUSTICE_LIMITS', 'CONVICTIONS'], [isla, gordon]],
    ['that a justice worker supports them does', 'callum', ['SUPPORT_TEAM', 'JUSTICE_SUPPORT'], [ruaridh]],
    ['health', 'morag', ['SUPPORT_TEAM', 'HEALTH_AND_WORK'], [niamh]],
    ['everything but the team: withheld', 'morag', ['HEALTH_AND_WORK', 'ACTION_PLAN'], null],
    ['an assignment that ended names nobody', 'hamish', ['SUPPORT_TEAM', 'ACTION_PLAN'], []],
  ])('%s', async (_, key, granted, seen) => {
    expect(await team(key, ...granted)).toEqual(seen);
  });
});

describe('a household', () => {
  test('shows nobody who did not agree to be linked: Mairi\'s does not show Tam', async () => {
    expect(await members(house.persona('mairi'))).toEqual({ members: [] });
  });

  test('says the same of somebody who is in none', async () => {
    expect(await members(house.persona('jean'))).toEqual({ members: [] });
  });

  test('is withheld where it is not shared', async () => {
    expect(await house.room.entities('household { members }', { [house.persona('mairi')]: { granted: ['ACTION_PLAN'] } })).toEqual([{ household: null }]);
  });

  test('shows another only while their own choices open it to this caller, for this purpose', async () => {
    const ann = await joined(await house.supported('HOUSEHOLD_LINK'));
    const bob = await joined(await house.supported());
    expect(await members(ann)).toEqual({ members: [] });
    const grant = await agree(house.ledger, bob, 'HOUSEHOLD_LINK');
    expect(await members(ann)).toEqual({ members: [bob] });
    expect(await members(ann, { claims: { purpose: 'FAMILY_PLAN' } })).toEqual({ members: [] });
    expect(await members(ann, { caller: EWAN })).toEqual({ members: [] });
    expect(await members(ann, { caller: themselves(ann) })).toEqual({ members: [] });
    await house.ledger.withdrawGrant({ ...byPerson(bob), grant });
    expect(await members(ann)).toEqual({ members: [] });
    await agree(house.ledger, bob, 'HOUSEHOLD_LINK');
    await house.ledger.exclude({ ...byPerson(bob), recipient: { worker: 'isla' } });
    expect(await members(ann)).toEqual({ members: [] });
  });
});

describe('a person\'s own choices', () => {
  const FIELDS = `grants { id state endedAt endedBy basis control renews purpose categories sources recipient { agency team worker } } refusals { id purpose categories recipient { worker } since } hold { id since }
    exclusions { recipient { worker } } assignments { id state purposes code recipient { worker } } disclosures { items { worker agency purpose kind released withheld } next }`;
  const mine = async (person: string, caller = themselves(person)): Promise<Record<string, unknown>> =>
    (await house.room.entities(FIELDS, { [person]: { granted: ['MY_SHARING'] } }, { caller }))[0]!;

  test('are nothing without them being shared, field by field', async () => {
    const everythingElse = ['NAME_AND_CONTACT', 'SUPPORT_TEAM', 'ACTION_PLAN', 'SKILLS', 'RISK_AND_SAFETY'];
    const [seen] = await house.room.entities(FIELDS, { [house.persona('derek')]: { granted: everythingElse, own: everythingElse } });
    expect(seen).toEqual({ grants: null, refusals: null, hold: null, exclusions: null, assignments: null, disclosures: null });
  });

  test('are read whole: Derek agreed, kept Ewan out and stopped', async () => {
    const seen = await mine(house.persona('derek'));
    expect(seen['grants']).toEqual([expect.objectContaining({ state: 'ACTIVE', basis: 'PUBLIC_TASK', control: 'AGREEMENT', renews: null, purpose: 'EMPLOYABILITY_SUPPORT', sources: null, recipient: { agency: 'fife-works', team: null, worker: null }, categories: ['ACTION_PLAN', 'MENTAL_HEALTH_AND_RECOVERY', 'HOMELESSNESS_HELP'] })]);
    expect(seen['hold']).toEqual({ id: expect.any(String), since: expect.stringMatching(/Z$/) });
    expect(seen['exclusions']).toEqual([{ recipient: { worker: 'ewan' } }]);
    expect(seen['assignments']).toEqual(['ewan', 'isla'].map((worker) => expect.objectContaining({ state: 'CONFIRMED', code: null, recipient: { worker } })));
    expect(seen['refusals']).toEqual([]);
  });

  test('somebody of whom nothing is known reads empty lists, and no hold', async () => {
    expect(await mine(house.somebody())).toEqual({ grants: [], refusals: [], hold: null, exclusions: [], assignments: [], disclosures: { items: [], next: null } });
  });

  test('a grant whose time is over is EXPIRED by the database\'s clock', async () => {
    const person = await house.supported('SKILLS');
    await house.sql(`UPDATE sharing_grant SET access_to = now() - interval '1 second' WHERE person = $1`, [person]);
    expect((await mine(person))['grants']).toEqual([expect.objectContaining({ state: 'EXPIRED', endedBy: 'TIME', endedAt: expect.stringMatching(/Z$/) })]);
  });

  test('a grant tells when it ended and what whoever ended it is, and nothing while it stands', async () => {
    const person = await house.supported('SKILLS'), [grant] = (await mine(person))['grants'] as { id: string }[];
    expect(grant).toMatchObject({ state: 'ACTIVE', endedAt: null, endedBy: null });
    const { at } = await house.ledger.withdrawGrant({ ...byWorker('isla', person), grant: grant!.id });
    for (const reader of [themselves(person), SHONA]) expect((await mine(person, reader))['grants']).toEqual([expect.objectContaining({ state: 'WITHDRAWN', endedAt: new Date(at).toISOString(), endedBy: 'WORKER' })]);
  });

  test('the code of an assignment is for the person\'s eyes alone', async () => {
    const person = house.somebody();
    await house.ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'isla', reason: 'Waits.' });
    expect((await mine(person))['assignments']).toEqual([expect.objectContaining({ state: 'PENDING', code: expect.stringMatching(/^\d{6}$/) })]);
    for (const other of [SHONA, ISLA, themselves(house.somebody())]) expect((await mine(person, other))['assignments']).toEqual([expect.objectContaining({ state: 'PENDING', code: null })]);
  });

  test('an assignment that is over is ENDED', async () => {
    expect((await mine(house.persona('hamish')))['assignments']).toEqual([expect.objectContaining({ state: 'ENDED' })]);
  });

  test('who looked is read with what was shown and what was not', async () => {
    const person = await house.supported('ACTION_PLAN');
    await told(house.ledger, person, 'ACTION_PLAN');
    expect((await mine(person))['disclosures']).toEqual({
      items: [{ worker: 'Isla', agency: 'Fife Works', purpose: 'EMPLOYABILITY_SUPPORT', kind: 'LOOK', released: ['ACTION_PLAN'], withheld: ['CONDITIONS'] }], next: null,
    });
  });

  describe('who looked, page by page', () => {
    interface Looks { items: { id: string }[]; next: string | null }
    const looks = async (person: string, after?: string, who = themselves(person)): Promise<{ seen: Looks | null; code: string | undefined }> => {
      const answer = await house.room.ask({
        query: `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on Person { disclosures(first: 2, after: $after) { items { id } next } } } }`,
        variables: { r: [{ __typename: 'Person', id: person }], after }, caller: who, people: { [person]: { granted: ['MY_SHARING'] } },
      });
      return { seen: (answer.data!['_entities'] as { disclosures: Looks | null }[])[0]!.disclosures, code: code(answer) };
    };

    test('goes on where it ended, for this caller and this person alone', async () => {
      const [person, other] = [await house.supported('ACTION_PLAN'), await house.supported('ACTION_PLAN')];
      for (let look = 0; look < 3; look++) await told(house.ledger, person, 'ACTION_PLAN');
      const first = (await looks(person)).seen!, second = (await looks(person, first.next!)).seen!;
      expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
      expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
      const shonas = (await looks(person, undefined, SHONA)).seen!;
      for (const [whose, place, who] of [[person, first.next, SHONA], [other, first.next, themselves(other)], [other, shonas.next, SHONA]] as const) {
        expect(await looks(whose, place!, who)).toEqual({ seen: null, code: 'INVALID_INPUT' });
      }
    });
  });

  test('a ledger that cannot read a row says that something broke, never that there is nothing', async () => {
    const person = await house.supported('SKILLS');
    await house.sql(`UPDATE sharing_grant SET purpose = 'OTHER' WHERE person = $1`, [person]);
    const answer = await house.room.ask({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { grants { id } } } }`, variables: { r: [{ __typename: 'Person', id: person }] },
      caller: themselves(person), people: { [person]: { granted: ['MY_SHARING'] } },
    });
    expect(code(answer)).toBe('INTERNAL');
    expect(JSON.stringify(answer)).not.toContain(person);
  });
});

test('a team that supports the person is named as a team', async () => {
  const person = await house.supported();
  await support(house.ledger, person, 'rory');
  await house.sql(`UPDATE assignment SET recipient_worker = NULL, recipient_team = 'fife-works-east' WHERE person = $1 AND recipient_worker = 'rory'`, [person]);
  const [seen] = await house.room.entities('supportTeam { worker role }', { [person]: { granted: ['SUPPORT_TEAM', 'ACTION_PLAN'] } });
  expect(seen!['supportTeam']).toEqual([{ worker: 'Isla', role: 'KEY_WORKER' }, { worker: 'Fife Works, east', role: null }]);
});
